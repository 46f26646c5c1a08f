using System.Text;
using SignaalPortaal.Domain.Hints;

namespace SignaalPortaal.Domain.Search;

/// <summary>What somebody typed to look for: words that must all occur, in any order.</summary>
public static class SearchText
{
    /// <summary>Longest text to look for; what comes after it is not read.</summary>
    public const int MaxLength = 100;

    /// <summary>Between the forms of a word.</summary>
    public const char Or = '|';

    /// <summary>Whether there is anything in it to look for.</summary>
    public static bool IsSearch(string? typed) => Parts(typed).Any();

    /// <summary>Each word with its other forms in Dutch, one of which must occur; empty when there is nothing to look for.</summary>
    public static string[] Words(string? typed) => [.. Parts(typed).Select(part => string.Join(Or, DutchForms.Of(part)))];

    /// <summary>The words of a name. A prefix or title is left out, because people write it in many ways or not at all; unless there is nothing else.</summary>
    public static string[] NameWords(string? typed)
    {
        var parts = Parts(typed).ToArray();
        var names = parts.Where(part => !IsPrefix(part)).ToArray();
        return names.Length > 0 ? names : parts;
    }

    private static IEnumerable<string> Parts(string? typed) => Signals.Words.Cut(Signals.Words.Readable(typed ?? ""), MaxLength)
        .Replace(Or, ' ')
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Where(part => part.EnumerateRunes().Any(Rune.IsLetterOrDigit))
        .Distinct();

    private static bool IsPrefix(string part)
    {
        var folded = TokenizedText.Fold(string.Concat(part.Where(char.IsLetterOrDigit)));
        return WordLists.Particles.Contains(folded) || WordLists.Titles.Contains(folded);
    }
}
