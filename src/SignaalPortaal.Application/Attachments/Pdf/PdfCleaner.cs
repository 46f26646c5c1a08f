using static SignaalPortaal.Application.Attachments.FileRefusedException;

namespace SignaalPortaal.Application.Attachments.Pdf;

/// <summary>
/// Writes a PDF anew, with nothing in it but what its pages need: what came before in older versions, lies loose, or says who made it is not copied.
/// So each reader sees what was looked at here. What a page shows is copied as it is.
/// </summary>
internal static class PdfCleaner
{
    /// <summary>More is made to fill the memory of who looks at it. In bytes, unpacked.</summary>
    private const long MostUnpacked = 128L * 1024 * 1024;

    /// <summary>As many as a page has, and not the million that a few bytes can become when they are packed twice.</summary>
    private static readonly HashSet<string?> Growing = ["FlateDecode", "Fl", "LZWDecode", "LZW", "RunLengthDecode", "RL"];

    public static ReadOnlyMemory<byte> Clean(byte[] file)
    {
        Require(file.Length > 8 && file[5] is (byte)'1' or (byte)'2' && file[6] == '.');
        try
        {
            return Write(PdfFile.Open(file), file[5]);
        }
        catch (FileRefusedException refused) when (refused.Refusal is FileRefusal.Damaged)
        {
            // The index may be wrong, and the objects themselves right.
            return Write(PdfFile.Open(file, bySearching: true), file[5]);
        }
    }

    private static ReadOnlyMemory<byte> Write(PdfFile file, byte version)
    {
        var (harm, writer) = (new PdfHarm(file), new PdfWriter(version, file.Root));
        while (writer.TryNext(out var number))
        {
            var found = file.Get(number);
            if (found is { Data: { } data, Value: PdfDictionary stream })
            {
                if (PdfHarm.IsMetadata(stream))
                {
                    writer.Write(PdfValue.Null);
                    continue;
                }

                if (stream["Filter"] is { } filter)
                {
                    stream.Entries["Filter"] = file.ResolveItems(filter);
                }

                ExamineWithin(stream, harm, isStream: true);
                RequireNoBomb(stream, data, file);
                writer.Write(stream, PdfImages.Clean(stream, data).Span);
            }
            else
            {
                ExamineWithin(found.Value, harm, isStream: false);
                writer.Write(found.Value);
            }
        }

        return writer.End();
    }

    private static void ExamineWithin(PdfValue value, PdfHarm harm, bool isStream)
    {
        switch (value)
        {
            case PdfDictionary dictionary:
                harm.Examine(dictionary, isStream);
                foreach (var entry in dictionary.Entries.Values)
                {
                    ExamineWithin(entry, harm, isStream: false);
                }

                break;

            case PdfList list:
                foreach (var item in list.Items)
                {
                    ExamineWithin(item, harm, isStream: false);
                }

                break;
        }
    }

    private static void RequireNoBomb(PdfDictionary stream, ReadOnlyMemory<byte> data, PdfFile file)
    {
        var methods = PdfPacking.Methods(stream["Filter"]);
        Require(methods.Count(Growing.Contains) <= 1);
        var most = MostUnpacked;
        if (stream.NameOf("Subtype") is "Image")
        {
            var (width, height) = (Whole("Width"), Whole("Height"));
            if (width * height > FileInspection.MostPixels)
            {
                throw new FileRefusedException(FileRefusal.TooManyPixels);
            }

            // Four colours of two bytes is the most that a pixel has; some makers add a little.
            most = Math.Min(most, (width * height * 8) + (height * 8) + (64 * 1024));
        }

        // What a stream can become at most is 1,032 times as much: most are too small to be looked into.
        if (methods is ["FlateDecode" or "Fl", ..] && data.Length * 1032L > Math.Min(most, 1024 * 1024))
        {
            PdfPacking.RequireNoMoreThan(most, data, file.Budget);
        }

        long Whole(string key) => Math.Max(0, (file.Resolve(stream[key]) as PdfPlain)?.Whole ?? 0);
    }
}
