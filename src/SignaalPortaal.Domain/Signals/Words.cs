using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace SignaalPortaal.Domain.Signals;

/// <summary>
/// What people write. Kept byte for byte, so what cannot be kept or cannot be seen is taken out before anyone reads it back and confirms it.
/// </summary>
public static class Words
{
    /// <summary>Longest text of a single line: who, where, since when.</summary>
    public const int ShortMaxLength = 300;

    /// <summary>Longest explanation, advice, question or reply.</summary>
    public const int LongMaxLength = 4000;

    /// <summary>
    /// Line ends become \n, as a browser counts them. Out go NUL and other control characters, lone surrogates (PostgreSQL keeps neither), and the
    /// marks that turn the direction of writing around: with them a text can be shown otherwise than it was written (Unicode TR 36, section 2.5).
    /// </summary>
    public static string Readable(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var readable = new StringBuilder(text.Length);
        foreach (var rune in text.Replace('\v', '\n').ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (IsKept(rune))
            {
                readable.Append(rune);
            }
        }

        return readable.ToString();
    }

    /// <summary>Whether a text can be kept as it is: it is what <see cref="Readable"/> makes of it, and within its length.</summary>
    public static bool AreStorable(string? text, int maxLength) =>
        text is null || (text.Length <= maxLength && Readable(text) == text);

    /// <summary>The beginning of a text that is too long, up to a character as people see it: never half an emoji, never a letter without its accent.</summary>
    public static string Cut(string text, int maxLength)
    {
        var end = 0;
        while (end < text.Length)
        {
            var next = end + StringInfo.GetNextTextElementLength(text, end);
            if (next > maxLength)
            {
                break;
            }

            end = next;
        }

        return text[..end];
    }

    /// <summary>Whether nobody would see anything of it: spaces, and letters and marks that have no shape of their own.</summary>
    public static bool IsBlank([NotNullWhen(false)] string? text) => text is null || !text.EnumerateRunes().Any(IsVisible);

    private static bool IsVisible(Rune rune) =>
        rune.Value is not (0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);

    private static bool IsKept(Rune rune) =>
        rune.Value is '\n' or '\t'
        || (rune != Rune.ReplacementChar && !Rune.IsControl(rune) && !TurnsDirection(rune));

    private static bool TurnsDirection(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
