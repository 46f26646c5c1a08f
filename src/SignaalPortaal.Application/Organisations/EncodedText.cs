using System.Globalization;
using System.Text;

namespace SignaalPortaal.Application.Organisations;

/// <summary>How a file was written. EnumTexts.resx says it in Dutch.</summary>
public enum TextEncoding
{
    Utf8,
    Utf16,

    /// <summary>What Excel in the Netherlands writes as CSV, unless it is asked for UTF-8.</summary>
    Windows1252,
}

/// <summary>As what a file was read, with some words by which a person sees whether that is right.</summary>
public sealed record FileReading(string File, TextEncoding Encoding, IReadOnlyList<string> Words);

/// <summary>
/// Text as Excel writes it, in one of its ways of writing letters. Nothing is ever replaced: what cannot be read with certainty is told with its place.
/// </summary>
/// <param name="Text">With \n at the end of each line; empty when it is not known how it is written.</param>
internal sealed record EncodedText(string Text, TextEncoding Encoding, IReadOnlyList<FileError> Errors)
{
    /// <summary>More is told at once to nobody's use.</summary>
    private const int MostErrors = 100;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Where a Mac and old programs have their letters, Windows has these. Nobody is called so.</summary>
    private const string NoLetters = "‚ƒ„†‡ˆ‰‹•˜™›¡¢£¤¥¦§¨©ª«¬®¯±²³´µ¶¸¹º»¼½¾¿×÷";

    /// <summary>Some of the words that would be otherwise if it was read as something else.</summary>
    public IReadOnlyList<string> TellingWords =>
        [.. Text.Split([' ', ';', ',', '\t', '\n', '"'], StringSplitOptions.RemoveEmptyEntries).Where(word => !word.All(char.IsAscii)).Distinct().Take(5)];

    public static EncodedText Read(string file, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > LoadOrganisation.LargestFile)
        {
            return new EncodedText("", default, [new FileError(file, 0, "", FileFault.FileTooLarge, "", $"{LoadOrganisation.LargestFile / 1024 / 1024}")]);
        }

        return bytes.Span switch
        {
            [0xEF, 0xBB, 0xBF, ..] => ReadUtf8(file, bytes[3..]),
            [0xFF, 0xFE, ..] => ReadUtf16(file, bytes[2..], isBig: false),
            [0xFE, 0xFF, ..] => ReadUtf16(file, bytes[2..], isBig: true),
            [not 0, 0, not 0, 0, ..] => ReadUtf16(file, bytes, isBig: false),
            [0, not 0, 0, not 0, ..] => ReadUtf16(file, bytes, isBig: true),
            _ when bytes.Span.IndexOfAnyExceptInRange((byte)0, (byte)127) < 0 || System.Text.Unicode.Utf8.IsValid(bytes.Span) || IsPartlyUtf8(bytes.Span)
                => ReadUtf8(file, bytes),
            _ => ReadWindows(file, bytes.Span),
        };
    }

    private static EncodedText ReadUtf8(string file, ReadOnlyMemory<byte> bytes)
    {
        var errors = new List<FileError>();
        for (var at = 0; at < bytes.Length && errors.Count < MostErrors;)
        {
            if (Rune.DecodeFromUtf8(bytes.Span[at..], out _, out var length) is not System.Buffers.OperationStatus.Done)
            {
                var (line, character) = Place(System.Text.Encoding.UTF8.GetString(bytes.Span[..at]));
                errors.Add(new FileError(file, line, "", FileFault.NotInUtf8, $"0x{bytes.Span[at]:X2}") { Character = character });

                // One of a kind on each line is enough to find them.
                var next = bytes.Span[at..].IndexOf((byte)'\n');
                at = next < 0 ? bytes.Length : at + next;
                continue;
            }

            at += length;
        }

        return errors.Count > 0 ? new EncodedText("", TextEncoding.Utf8, errors) : Checked(file, Utf8.GetString(bytes.Span), TextEncoding.Utf8);
    }

    private static EncodedText ReadUtf16(string file, ReadOnlyMemory<byte> bytes, bool isBig)
    {
        var text = (isBig ? System.Text.Encoding.BigEndianUnicode : System.Text.Encoding.Unicode).GetString(bytes.Span[..(bytes.Length & ~1)]);

        // What is no whole pair becomes U+FFFD, which no file may have.
        return Checked(file, bytes.Length % 2 == 0 ? text : text + Rune.ReplacementChar, TextEncoding.Utf16);
    }

    private static EncodedText ReadWindows(string file, ReadOnlySpan<byte> bytes)
    {
        // Five bytes mean nothing here; they become control characters, which no file may have.
        var text = Windows.GetString(bytes);
        var errors = new List<FileError>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            for (var at = 0; at < line.Length && errors.Count < MostErrors; at++)
            {
                if (IsStrange(line, at))
                {
                    errors.Add(new FileError(file, number, "", FileFault.StrangeLetter, Around(line, at)) { Character = at + 1 });
                    break;
                }
            }
        }

        return errors.Count > 0 ? new EncodedText("", TextEncoding.Windows1252, errors) : Checked(file, text, TextEncoding.Windows1252);
    }

    /// <summary>What stands in no word as people write it, and does where another program wrote its letters otherwise.</summary>
    private static bool IsStrange(string line, int at)
    {
        var (before, after) = (at > 0 ? line[at - 1] : ' ', at + 1 < line.Length ? line[at + 1] : ' ');
        return line[at] switch
        {
            'Š' or 'Ž' or 'Œ' or 'Ÿ' => char.IsLower(before) || (char.IsLetter(before) && char.IsLower(after)),
            '‘' or '“' or '”' or '–' or '—' or '…' or '€' => char.IsLetter(before) && char.IsLower(after),
            var one => NoLetters.Contains(one),
        };
    }

    private static bool IsPartlyUtf8(ReadOnlySpan<byte> bytes)
    {
        while (bytes.IndexOfAnyExceptInRange((byte)0, (byte)127) is var at && at >= 0)
        {
            bytes = bytes[at..];
            if (Rune.DecodeFromUtf8(bytes, out _, out _) is System.Buffers.OperationStatus.Done)
            {
                return true;
            }

            bytes = bytes[1..];
        }

        return false;
    }

    /// <summary>Refuses what nobody can see, and what another program already replaced.</summary>
    private static EncodedText Checked(string file, string text, TextEncoding encoding)
    {
        var errors = new List<FileError>();
        text = text.Replace("\r\n", "\n").Replace('\r', '\n');
        var (line, start) = (1, 0);
        for (var at = 0; at < text.Length && errors.Count < MostErrors;)
        {
            var rune = Rune.TryGetRuneAt(text, at, out var whole) ? whole : Rune.ReplacementChar;
            if (text[at] == '\n')
            {
                (line, start) = (line + 1, at + 1);
            }
            else if (text[at] != '\t' && (rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
            {
                errors.Add(new FileError(file, line, "", FileFault.NotShown, $"U+{rune.Value:X4}") { Character = at - start + 1 });
            }

            at += rune.Utf16SequenceLength;
        }

        return new EncodedText(errors.Count > 0 ? "" : text, encoding, errors);
    }

    private static (int Line, int Character) Place(string before) =>
        (before.Count(character => character == '\n') + 1, before.Length - before.LastIndexOf('\n'));

    /// <summary>The word in which it is.</summary>
    private static string Around(string line, int at)
    {
        const string ends = " ;,\t\"\r";
        var (from, to) = (at, at);
        while (from > 0 && at - from < 20 && !ends.Contains(line[from - 1]))
        {
            from--;
        }

        while (to < line.Length && to - at < 20 && !ends.Contains(line[to]))
        {
            to++;
        }

        return line[from..Math.Max(to, at + 1)];
    }
}
