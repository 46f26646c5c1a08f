using System.IO.Compression;

namespace SignaalPortaal.Application.Attachments;

/// <summary>A stream in a PDF: where the dictionary in front of it begins, and where its data do and end.</summary>
internal readonly record struct PdfStream(int DictionaryStart, int Start, int End)
{
    /// <summary>From front to back, as a reader without an index would find them.</summary>
    public static List<PdfStream> Of(ReadOnlySpan<byte> file)
    {
        var streams = new List<PdfStream>();
        var at = 0;
        while (file[at..].IndexOf("stream"u8) is var found && found >= 0)
        {
            var before = file[at..(at + found)];
            var start = at + found + "stream".Length;
            if (!before.TrimEnd("\0\t\n\f\r "u8).EndsWith(">>"u8))
            {
                at = start;
                continue;
            }

            start += file[start..] switch
            {
                [(byte)'\r', (byte)'\n', ..] => 2,
                [(byte)'\r' or (byte)'\n', ..] => 1,
                _ => 0,
            };
            var length = file[start..].IndexOf("endstream"u8);
            if (length < 0)
            {
                throw new FileRefusedException(FileRefusal.Damaged);
            }

            streams.Add(new PdfStream(at + Math.Max(0, before.LastIndexOf(" obj"u8)), start, start + length));
            at = start + length + "endstream".Length;
        }

        return streams;
    }

    public bool HoldsMetadata(ReadOnlySpan<byte> file) => Says(file, "/Metadata"u8) && Says(file, "/XML"u8);

    /// <summary>Judged by what its reader needs: not every reader asks for the type.</summary>
    public bool HoldsObjects(ReadOnlySpan<byte> file) => Says(file, "/ObjStm"u8) || (Says(file, "/First"u8) && Says(file, "/N"u8)) || Dictionary(file).Contains((byte)'#');

    public bool IsPacked(ReadOnlySpan<byte> file) => Says(file, "/Filter"u8) || Says(file, "/F "u8) || Dictionary(file).Contains((byte)'#');

    /// <summary>Packed with the one method that can be undone here.</summary>
    public bool IsDeflated(ReadOnlySpan<byte> file) =>
        Says(file, "/FlateDecode"u8) && !Says(file, "/DecodeParms"u8) && Dictionary(file).Count("Decode"u8) == 1;

    /// <summary>Takes the content out and leaves a stream of the same length that can be read.</summary>
    public void Blank(Span<byte> file)
    {
        var data = file[Start..End];
        data.Fill((byte)' ');
        if (IsPacked(file))
        {
            using var blank = new MemoryStream();
            using (var packing = new ZLibStream(blank, CompressionLevel.SmallestSize, leaveOpen: true))
            {
                packing.WriteByte((byte)' ');
            }

            blank.GetBuffer().AsSpan(0, Math.Min(data.Length, (int)blank.Length)).CopyTo(data);
        }
    }

    private ReadOnlySpan<byte> Dictionary(ReadOnlySpan<byte> file) => file[DictionaryStart..Start];

    private bool Says(ReadOnlySpan<byte> file, ReadOnlySpan<byte> name) => Dictionary(file).IndexOf(name) >= 0;
}

/// <summary>Unpacks the objects that are packed together in streams, within limits for one and for all of them.</summary>
internal sealed class PackedObjects
{
    /// <summary>How many times larger than packed: more is made to fill somebody's memory.</summary>
    private const int MostTimesLarger = 100;

    /// <summary>In bytes, of one file together.</summary>
    private const int MostTogether = 50 * 1024 * 1024;

    private int _together;

    public ReadOnlySpan<byte> Unpack(byte[] file, PdfStream stream)
    {
        if (!stream.IsPacked(file))
        {
            return file.AsSpan(stream.Start..stream.End);
        }

        if (!stream.IsDeflated(file))
        {
            throw new FileRefusedException(FileRefusal.PdfDoesThings);
        }

        var most = Math.Min((long)(stream.End - stream.Start) * MostTimesLarger, MostTogether - _together);
        try
        {
            using var packed = new MemoryStream(file, stream.Start, stream.End - stream.Start, writable: false);
            using var unpacking = new ZLibStream(packed, CompressionMode.Decompress);
            using var unpacked = new MemoryStream();
            var buffer = new byte[16 * 1024];
            while (unpacking.Read(buffer) is var read && read > 0)
            {
                if (unpacked.Length + read > most)
                {
                    throw new FileRefusedException(FileRefusal.Damaged);
                }

                unpacked.Write(buffer.AsSpan(0, read));
            }

            _together += (int)unpacked.Length;
            return unpacked.GetBuffer().AsSpan(0, (int)unpacked.Length);
        }
        catch (InvalidDataException)
        {
            throw new FileRefusedException(FileRefusal.Damaged);
        }
    }
}
