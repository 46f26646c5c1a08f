using System.Globalization;
using System.Security.Cryptography;

namespace SignaalPortaal.Domain.Signals;

/// <summary>
/// How people name a signal to each other: 8 random characters of Crockford's base 32, shown as K7QM-3XWD. Says neither when nor how many.
/// </summary>
public static class Reference
{
    public const int Length = 8;

    private const int LongestTyped = 40;

    /// <summary>Without I, L, O and U; the first three are read as 1, 1 and 0.</summary>
    internal const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>In two groups, for reading and for addresses.</summary>
    public static string Show(string reference) => $"{reference[..4]}-{reference[4..]}";

    /// <summary>
    /// What a person meant by what they typed or pasted, with any dash or space, in small letters, with the letters that stand for a digit; null when it
    /// cannot be a reference.
    /// </summary>
    public static string? Parse(string? typed)
    {
        // More is no reference, however much of it is dashes.
        if (typed is null || typed.Length > LongestTyped)
        {
            return null;
        }

        var reference = string.Concat(typed.Where(IsWritten)).ToUpperInvariant().Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return reference.Length is Length && reference.All(Alphabet.Contains) ? reference : null;
    }

    private static bool IsWritten(char character) =>
        !char.IsWhiteSpace(character)
        && char.GetUnicodeCategory(character) is not (UnicodeCategory.DashPunctuation or UnicodeCategory.Format)
        && character is not ('\u2212' or '\u00af' or '_' or '.');
}
