using SignaalPortaal.Domain.Hints;

namespace SignaalPortaal.Domain.Deidentification;

/// <summary>
/// A name with what belongs to it. "Mevrouw" and "dr." tell something about a person without the name too, and "’s" behind a name tells on which
/// letter it ends.
/// </summary>
internal static class WholeNames
{
    public static List<IdentifyingWord> In(string text, IEnumerable<IdentifyingWord> found)
    {
        var (read, whole, free) = (new TokenizedText(text), new List<IdentifyingWord>(), 0);
        foreach (var word in found)
        {
            var (start, end) = IsName(word) ? Widen(read, word, free) : (word.Start, word.End);
            whole.Add(word with { Start = start, Length = end - start });
            free = end;
        }

        return whole;
    }

    private static bool IsName(IdentifyingWord word) => word.Kind is IdentifyingKind.OwnName or IdentifyingKind.Colleague or IdentifyingKind.OtherName;

    private static (int Start, int End) Widen(TokenizedText text, IdentifyingWord word, int free)
    {
        var start = word.Start;
        for (var index = text.IndexAt(word.Start); index > 0 && text.TitleBefore(index) && text.Tokens[index - 1].Start >= free; index--)
        {
            if (!WordLists.TellingTitles.Contains(text.Tokens[index - 1].Folded))
            {
                break;
            }

            start = text.Tokens[index - 1].Start;
        }

        return (start, GenitiveEnd(text.Value, word.End));
    }

    private static int GenitiveEnd(string text, int end)
    {
        if (end >= text.Length || text[end] is not ('\'' or '’'))
        {
            return end;
        }

        var after = end + 1 < text.Length && text[end + 1] is 's' ? end + 2 : end + 1;
        return after < text.Length && char.IsLetterOrDigit(text[after]) ? end : after;
    }
}
