using System.Buffers;
using System.Text;

namespace SignaalPortaal.Application.Attachments;

/// <summary>Plain text becomes UTF-8 without a mark in front. What holds anything that cannot be read is no text.</summary>
internal static class TextCheck
{
    /// <summary>What a browser or a reader could take for something else than text.</summary>
    private static readonly string[] OtherTypes = ["<!doctype", "<html", "<svg", "<?xml", "<script", "<body", "<head", "%pdf-"];

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding LittleEndian = new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly Encoding BigEndian = new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>All that is no text but the end of a line, the tab and the new page that programs for printing write; from U+0080 on UTF-8 writes them in two bytes.</summary>
    private static readonly SearchValues<byte> Controls = SearchValues.Create([.. Enumerable.Range(0, 32).Append(127).Except([9, 10, 12, 13]).Select(control => (byte)control)]);

    public static ReadOnlyMemory<byte> Clean(byte[] file)
    {
        var text = InUtf8(file);
        while (text.Span.StartsWith("\uFEFF"u8))
        {
            text = text["\uFEFF"u8.Length..];
        }

        // Programs for DOS end a text with it.
        while (text.Length > 0 && text.Span[^1] == 0x1A)
        {
            text = text[..^1];
        }

        if (text.Length == 0)
        {
            throw new FileRefusedException(FileRefusal.Empty);
        }

        if (HasControls(text.Span))
        {
            throw new FileRefusedException(FileRefusal.NotPlainText);
        }

        var start = Encoding.UTF8.GetString(text.Span[..Math.Min(text.Length, 4096)]).AsSpan().TrimStart();
        foreach (var other in OtherTypes)
        {
            if (start.StartsWith(other, StringComparison.OrdinalIgnoreCase))
            {
                throw new FileRefusedException(FileRefusal.NotWhatItsNameSays);
            }
        }

        return text;
    }

    /// <summary>What is in UTF-8 already is not copied: it may be ten megabytes.</summary>
    private static ReadOnlyMemory<byte> InUtf8(byte[] file)
    {
        try
        {
            return file switch
            {
                [0xFF, 0xFE, ..] => Utf8.GetBytes(LittleEndian.GetString(file, 2, file.Length - 2)),
                [0xFE, 0xFF, ..] => Utf8.GetBytes(BigEndian.GetString(file, 2, file.Length - 2)),
                _ when System.Text.Unicode.Utf8.IsValid(file) => file,
                _ => Utf8.GetBytes(Windows.GetString(file)),
            };
        }
        catch (DecoderFallbackException)
        {
            throw new FileRefusedException(FileRefusal.NotPlainText);
        }
    }

    private static bool HasControls(ReadOnlySpan<byte> text)
    {
        if (text.ContainsAny(Controls))
        {
            return true;
        }

        for (var rest = text; rest.IndexOf((byte)0xC2) is var at && at >= 0; rest = rest[(at + 1)..])
        {
            if (rest[at + 1] is >= 0x80 and <= 0x9F)
            {
                return true;
            }
        }

        return false;
    }
}
