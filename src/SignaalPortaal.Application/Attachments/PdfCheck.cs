using System.Buffers;
using System.Buffers.Text;
using static SignaalPortaal.Application.Attachments.FileRefusedException;

namespace SignaalPortaal.Application.Attachments;

/// <summary>
/// Refuses a PDF that does something by itself, carries other files, is encrypted, or cannot be looked into. What it says about its maker is
/// overwritten with spaces where it lies open; that is not everything, so only whoever is known anyway can add a PDF.
/// <para>It looks for names in the whole file, also where a reader of PDFs would not, and in the packed objects: rather too strict than too clever.</para>
/// </summary>
internal static class PdfCheck
{
    /// <summary>Behind the end there may be a line end, and in practice some more.</summary>
    private const int EndIsWithin = 2048;

    /// <summary>Long enough not to occur by chance in the data of an image.</summary>
    private static readonly HashSet<string> Doing =
    [
        "JavaScript", "OpenAction", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "RichMediaContent", "SubmitForm", "ImportData", "Rendition", "GoToE", "GoToR",
    ];

    /// <summary>Looked for everywhere but in the data of streams.</summary>
    private static readonly HashSet<string> DoingInShort = ["JS", "AA", "EF", "XFA", "Movie", "Sound"];

    /// <summary>More names, streams or versions than a document of ten megabytes has are there to keep its reader busy.</summary>
    private const int MostNames = 500_000, MostStreams = 50_000, MostVersions = 1_000;

    private static readonly SearchValues<byte> EndsName = SearchValues.Create("\0\t\n\f\r ()<>[]{}/%"u8);

    public static ReadOnlyMemory<byte> Clean(ReadOnlySpan<byte> file)
    {
        var end = file.LastIndexOf("%%EOF"u8);
        Require(end >= 0 && file.Length - end <= EndIsWithin && file.IndexOf("startxref"u8) >= 0);
        Require(file.Length > 8 && file[5] is (byte)'1' or (byte)'2' && file[6] == '.');

        byte[] clean = [.. file[..(end + 5)], (byte)'\n'];
        Require(clean.AsSpan().Count((byte)'/') <= MostNames && clean.AsSpan().Count("endstream"u8) <= MostStreams && clean.AsSpan().Count("/Info"u8) <= MostVersions);
        RequireHarmless(clean, Doing);
        var outside = 0;
        var packed = new PackedObjects();
        foreach (var stream in PdfStream.Of(clean))
        {
            var objects = clean.AsSpan(outside, stream.Start - outside);
            RequireHarmless(objects, DoingInShort);
            PdfMetadata.BlankPackets(clean.AsSpan(stream.Start..stream.End));
            if (stream.HoldsMetadata(clean))
            {
                stream.Blank(clean);
            }
            else if (stream.HoldsObjects(clean))
            {
                var unpacked = packed.Unpack(clean, stream);
                RequireHarmless(unpacked, Doing);
                RequireHarmless(unpacked, DoingInShort);
            }

            outside = stream.End;
        }

        RequireHarmless(clean.AsSpan(outside), DoingInShort);
        PdfMetadata.BlankInformation(clean);
        return clean;
    }

    /// <summary>None of these names is in it, nor any way to write them otherwise.</summary>
    private static void RequireHarmless(ReadOnlySpan<byte> objects, HashSet<string> names)
    {
        Span<char> name = stackalloc char[32];
        var lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var rest = objects; rest.IndexOf((byte)'/') is var at && at >= 0;)
        {
            rest = rest[(at + 1)..];
            var written = rest[..Math.Min(rest.Length, 3 * name.Length)];
            written = written.IndexOfAny(EndsName) is var until && until >= 0 ? written[..until] : written;
            var length = Decode(written, name);
            if (length <= 0)
            {
                continue;
            }

            if (lookup.Contains(name[..length]))
            {
                throw new FileRefusedException(FileRefusal.PdfDoesThings);
            }

            if (name[..length].SequenceEqual("Encrypt"))
            {
                throw new FileRefusedException(FileRefusal.PdfIsEncrypted);
            }
        }
    }

    /// <summary>#4A is another way to write J. -1 when it is longer than any name looked for.</summary>
    private static int Decode(ReadOnlySpan<byte> written, Span<char> name)
    {
        var length = 0;
        for (var at = 0; at < written.Length; at++)
        {
            if (length == name.Length)
            {
                return -1;
            }

            byte escaped = 0;
            var isEscaped = written[at] == '#' && at + 2 < written.Length && Utf8Parser.TryParse(written.Slice(at + 1, 2), out escaped, out var digits, 'x') && digits == 2;
            name[length++] = (char)(isEscaped ? escaped : written[at]);
            at += isEscaped ? 2 : 0;
        }

        return length;
    }
}
