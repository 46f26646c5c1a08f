using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace SignaalPortaal.Application.Attachments;

/// <summary>
/// Keeps of a colour profile (ICC.1) what makes the colours come out as they are, and writes it anew: without who made it, when, for which device and
/// its serial number, and with the same few words as description in each.
/// </summary>
internal static class ColourProfile
{
    private const int HeaderLength = 128, EntryLength = 12, MostTags = 100, LargestSize = 8 * 1024 * 1024;

    /// <summary>White, black, the three colours, their curves, and the tables from and to the device.</summary>
    private static readonly HashSet<string> Colours =
    [
        "wtpt", "bkpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC", "kTRC", "chad", "A2B0", "A2B1", "A2B2", "B2A0", "B2A1", "B2A2", "gamt", "cicp",
    ];

    /// <summary>Null when it cannot be read: then nobody shows the image with it either.</summary>
    public static byte[]? Clean(ReadOnlySpan<byte> profile)
    {
        if (profile.Length is < HeaderLength + 4 or > LargestSize || !profile[36..].StartsWith("acsp"u8) || !IsDevice(profile[12..16]))
        {
            return null;
        }

        var tags = new List<(string Name, byte[] Content)>();
        var count = BinaryPrimitives.ReadUInt32BigEndian(profile[HeaderLength..]);
        if (count > MostTags || HeaderLength + 4 + (count * EntryLength) > profile.Length)
        {
            return null;
        }

        for (var index = 0; index < count; index++)
        {
            var entry = profile[(HeaderLength + 4 + (index * EntryLength))..];
            var name = Encoding.Latin1.GetString(entry[..4]);
            var (offset, size) = (BinaryPrimitives.ReadUInt32BigEndian(entry[4..]), BinaryPrimitives.ReadUInt32BigEndian(entry[8..]));
            if (!Colours.Contains(name) || tags.Exists(tag => tag.Name == name))
            {
                continue;
            }

            if (offset > profile.Length || size > profile.Length - offset || Content(profile.Slice((int)offset, (int)size)) is not { } content)
            {
                return null;
            }

            tags.Add((name, content));
        }

        return Has("rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC") || Has("kTRC") || Has("A2B0") ? Write(profile, tags) : null;

        bool Has(params string[] names) => names.All(name => tags.Exists(tag => tag.Name == name));
    }

    private static bool IsDevice(ReadOnlySpan<byte> kind) =>
        kind.SequenceEqual("mntr"u8) || kind.SequenceEqual("scnr"u8) || kind.SequenceEqual("prtr"u8) || kind.SequenceEqual("spac"u8);

    private static byte[] Write(ReadOnlySpan<byte> profile, List<(string Name, byte[] Content)> tags)
    {
        var isNew = profile[8] >= 4;
        tags.Add(("desc", isNew ? NewText : OldDescription));
        tags.Add(("cprt", isNew ? NewText : [.. "text\0\0\0\0"u8, .. "none\0"u8]));

        var clean = new ArrayBufferWriter<byte>(profile.Length);
        var header = new byte[HeaderLength];
        profile[8..10].CopyTo(header.AsSpan(8));
        profile[12..24].CopyTo(header.AsSpan(12));
        "acsp"u8.CopyTo(header.AsSpan(36));
        header[67] = (byte)(profile[67] & 3);

        // The white of D50, which each profile has there.
        ((ReadOnlySpan<byte>)[0, 0, 0xF6, 0xD6, 0, 1, 0, 0, 0, 0, 0xD3, 0x2D]).CopyTo(header.AsSpan(68));
        clean.Write(header);

        var offset = HeaderLength + 4 + (tags.Count * EntryLength);
        var contents = new List<byte[]>();
        var places = new List<(string Name, int Offset, byte[] Content)>();
        foreach (var (name, content) in tags)
        {
            // Curves are often the same for all three colours.
            var same = places.FirstOrDefault(place => place.Content.AsSpan().SequenceEqual(content));
            if (same.Name is not null)
            {
                places.Add((name, same.Offset, content));
                continue;
            }

            places.Add((name, offset, content));
            contents.Add(content);
            offset += (content.Length + 3) & ~3;
        }

        Number(clean, places.Count);
        foreach (var (name, at, content) in places)
        {
            clean.Write(Encoding.Latin1.GetBytes(name));
            Number(clean, at);
            Number(clean, content.Length);
        }

        foreach (var content in contents)
        {
            clean.Write(content);
            clean.Write(new byte[((content.Length + 3) & ~3) - content.Length]);
        }

        var bytes = clean.WrittenSpan.ToArray();
        BinaryPrimitives.WriteInt32BigEndian(bytes, bytes.Length);
        return bytes;
    }

    private static byte[] OldDescription { get; } = [.. "desc\0\0\0\0"u8, 0, 0, 0, 5, .. "none\0"u8, .. new byte[4 + 4 + 2 + 1 + 67]];

    private static byte[] NewText { get; } = [.. "mluc\0\0\0\0"u8, 0, 0, 0, 1, 0, 0, 0, 12, .. "enUS"u8, 0, 0, 0, 8, 0, 0, 0, 28, .. "\0n\0o\0n\0e"u8];

    /// <summary>As long as its kind says, and nothing behind it; null when it is of no kind that says colours.</summary>
    private static byte[]? Content(ReadOnlySpan<byte> tag)
    {
        if (tag.Length < 12)
        {
            return null;
        }

        var size = Encoding.Latin1.GetString(tag[..4]) switch
        {
            "XYZ " => 20,
            "sf32" => 8 + (9 * 4),
            "cicp" => 12,
            "curv" => 12 + (2L * BinaryPrimitives.ReadUInt32BigEndian(tag[8..])),
            "para" => BinaryPrimitives.ReadUInt16BigEndian(tag[8..]) switch { 0 => 16, 1 => 24, 2 => 28, 3 => 32, 4 => 40, _ => -1 },
            "mft1" => SizeOfTables(tag, entrySize: 1),
            "mft2" => SizeOfTables(tag, entrySize: 2),
            "mAB " or "mBA " => tag.Length,
            _ => -1,
        };
        if (size < 0 || size > tag.Length)
        {
            return null;
        }

        var content = tag[..(int)size].ToArray();
        content.AsSpan(4, 4).Clear();
        return content;
    }

    private static long SizeOfTables(ReadOnlySpan<byte> tag, int entrySize)
    {
        const int oldHead = 48, newHead = 52, most = LargestSize;
        if (tag.Length < newHead)
        {
            return -1;
        }

        var (inputs, outputs, points) = (tag[8], tag[9], tag[10]);
        var (before, after) = entrySize == 1
            ? (256, 256) : (BinaryPrimitives.ReadUInt16BigEndian(tag[48..]), BinaryPrimitives.ReadUInt16BigEndian(tag[50..]));
        var grid = (long)outputs;
        for (var input = 0; input < inputs && grid <= most; input++)
        {
            grid *= points;
        }

        return grid > most ? -1 : (entrySize == 1 ? oldHead : newHead) + (entrySize * ((before * inputs) + grid + (after * outputs)));
    }

    private static void Number(ArrayBufferWriter<byte> to, int number)
    {
        BinaryPrimitives.WriteInt32BigEndian(to.GetSpan(4), number);
        to.Advance(4);
    }
}
