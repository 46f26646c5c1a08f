using System.Security.Cryptography;

namespace SignaalPortaal.Domain.Signals;

/// <summary>
/// How people name a signal to each other: 8 random characters of Crockford's base 32, shown as K7QM-3XWD. Says neither when nor how many.
/// </summary>
public static class Reference
{
    public const int Length = 8;

    /// <summary>Without I, L, O and U: they are read as 1, 1, 0 and V.</summary>
    internal const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>In two groups, for reading and for addresses.</summary>
    public static string Show(string reference) => $"{reference[..4]}-{reference[4..]}";

    /// <summary>What a person meant by what they typed; null when it cannot be a reference.</summary>
    public static string? Parse(string? typed)
    {
        var reference = (typed ?? "").Replace("-", "").Replace(" ", "").ToUpperInvariant().Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return reference.Length is Length && reference.All(Alphabet.Contains) ? reference : null;
    }
}
