namespace SignaalPortaal.Application.Attachments.Pdf;

/// <summary>A photograph in a PDF still has in it what the telephone wrote there: place, time and device.</summary>
internal static class PdfImages
{
    public static ReadOnlyMemory<byte> Clean(PdfDictionary stream, ReadOnlyMemory<byte> data) =>
        stream.NameOf("Subtype") is "Image" ? PdfPacking.Methods(stream["Filter"]) switch
        {
            ["DCTDecode" or "DCT"] => CleanJpeg(data),
            ["JPXDecode"] => CleanJpeg2000(data),
            _ => data,
        } : data;

    /// <summary>A photograph that is not quite right stays as it is: readers show it.</summary>
    private static ReadOnlyMemory<byte> CleanJpeg(ReadOnlyMemory<byte> data)
    {
        try
        {
            return JpegCleaner.Clean(data.Span);
        }
        catch (FileRefusedException refused) when (refused.Refusal is FileRefusal.Damaged)
        {
            return data;
        }
    }

    /// <summary>Boxes with XML, and with what a maker has of its own, are emptied where they are: nothing moves.</summary>
    private static ReadOnlyMemory<byte> CleanJpeg2000(ReadOnlyMemory<byte> data)
    {
        var clean = data.ToArray();
        for (var at = 0L; at + 8 <= clean.Length;)
        {
            var head = clean.AsSpan((int)at);
            long length = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(head);
            if (length is 0)
            {
                length = clean.Length - at;
            }

            if (length < 8 || at + length > clean.Length)
            {
                break;
            }

            if (head[4..8].SequenceEqual("xml "u8) || head[4..8].SequenceEqual("uuid"u8))
            {
                "free"u8.CopyTo(head[4..]);
                head[8..(int)length].Clear();
            }

            at += length;
        }

        return clean;
    }
}
