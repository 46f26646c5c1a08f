using System.Buffers;
using System.Globalization;
using System.Text;

namespace SignaalPortaal.Domain.Hints;

/// <summary>A run of letters and digits.</summary>
/// <param name="Folded">In lower case and without diacritics.</param>
internal readonly record struct Token(int Start, int Length, string Folded, bool HasCapital, bool IsAllCapitals, bool IsNumber)
{
    public int End => Start + Length;

    /// <summary>One capital, as in J. Jansen.</summary>
    public bool IsInitial => HasCapital && Folded.Length == 1;
}

/// <summary>A text with the words in it. Hyphens, dots and apostrophes stand between words.</summary>
internal sealed class TokenizedText
{
    public const string Spaces = " \u00a0";

    private static readonly SearchValues<char> SentenceStarts = SearchValues.Create(".!?:;\n\r•*\"“„‘«>");

    private readonly List<Token> _tokens = [];

    public TokenizedText(string value)
    {
        Value = value;
        for (var start = 0; start < value.Length;)
        {
            var end = start;
            while (end < value.Length && (char.IsLetterOrDigit(value[end]) || (end > start && IsMark(value[end]))))
            {
                end++;
            }

            if (end > start)
            {
                var folded = Fold(value.AsSpan(start, end - start));
                _tokens.Add(new Token(
                    start, end - start, folded, char.IsUpper(value[start]), end - start > 1 && IsAllCapitals(value.AsSpan(start, end - start)),
                    IsNumber: !folded.AsSpan().ContainsAnyExceptInRange('0', '9')));
            }

            start = end + 1;
        }
    }

    public string Value { get; }

    public IReadOnlyList<Token> Tokens => _tokens;

    /// <summary>Lower case, without diacritics: Yıldız and yildiz, Gołąb and golab are one name.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        if (Ascii.IsValid(word))
        {
            return string.Create(word.Length, word, static (folded, word) => word.ToLowerInvariant(folded));
        }

        var folded = new StringBuilder(word.Length);
        foreach (var character in word.ToString().Normalize(NormalizationForm.FormD))
        {
            if (!IsMark(character))
            {
                folded.Append(char.ToLowerInvariant(character) switch
                {
                    'ı' => "i",
                    'ł' => "l",
                    'ø' => "o",
                    'đ' => "d",
                    'ß' => "ss",
                    'æ' => "ae",
                    'œ' => "oe",
                    'ĳ' => "ij",
                    var other => other.ToString(),
                });
            }
        }

        return folded.ToString();
    }

    /// <summary>The first token that begins here or later.</summary>
    public int IndexAt(int start)
    {
        var (low, high) = (0, _tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _tokens[middle].Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>What stands between this token and the one before it.</summary>
    public ReadOnlySpan<char> GapBefore(int index) =>
        index == 0 ? Value.AsSpan(0, _tokens[0].Start) : Value.AsSpan(_tokens[index - 1].End, _tokens[index].Start - _tokens[index - 1].End);

    /// <summary>Only spaces, on the same line.</summary>
    public bool IsSpaceBefore(int index)
    {
        var gap = GapBefore(index);
        return gap.Length > 0 && gap.Trim(Spaces).IsEmpty;
    }

    /// <summary>Whether this token can be part of one name with the token before it: Pieter-Jan, J. Jansen, v.d. Berg, van 't Hof, O'Neill.</summary>
    public bool Joins(int index)
    {
        var gap = GapBefore(index);
        var before = _tokens[index - 1];
        return IsSpaceBefore(index) || gap is "-"
            || IsElided(index - 1)
            || (gap is " '" or " ’" or " ‘" or "'" or "’" && _tokens[index].Folded is "t" or "s" or "n")
            || (gap is "." or ". " or "/" or "./" && before.Length <= 2 && (before.IsInitial || WordLists.Particles.Contains(before.Folded)));
    }

    /// <summary>The O of O'Neill.</summary>
    public bool IsElided(int index) =>
        _tokens[index].Length == 1 && index + 1 < _tokens.Count && GapBefore(index + 1) is "'" or "’" && _tokens[index + 1].Length > 2;

    /// <summary>A word that announces a name: dhr., mevrouw, collega, groet.</summary>
    public bool IsTitle(int index) =>
        WordLists.Titles.Contains(_tokens[index].Folded) || WordLists.Greetings.Contains(_tokens[index].Folded)
        || (_tokens[index].Folded is "s" && index > 0 && _tokens[index - 1].Folded is "collega" && GapBefore(index) is "'" or "’");

    /// <summary>Whether such a word stands before this one. Only after a greeting, the name may stand on another line.</summary>
    public bool TitleBefore(int index)
    {
        if (index == 0 || !IsTitle(index - 1))
        {
            return false;
        }

        var gap = GapBefore(index);
        return IsSpaceBefore(index)
            || (WordLists.Greetings.Contains(_tokens[index - 1].Folded) && gap.Trim(" \u00a0,\r\n").IsEmpty)
            || (WordLists.Abbreviations.Contains(_tokens[index - 1].Folded) && gap is ". " or "." or ". '" or ". ’");
    }

    /// <summary>Whether what comes next is what a person does: "zei", "belde". Not in "de bakker belde".</summary>
    public bool IsDoneByPerson(int index) =>
        IsBefore(index, WordLists.PersonVerbs) && !IsAfter(index, WordLists.Articles);

    /// <summary>Whether one of these words comes next, on the same line and with only a space between.</summary>
    public bool IsBefore(int index, HashSet<string> words) =>
        index + 1 < _tokens.Count && IsSpaceBefore(index + 1) && words.Contains(_tokens[index + 1].Folded);

    /// <summary>The same of the word that came before.</summary>
    public bool IsAfter(int index, HashSet<string> words) => index > 0 && IsSpaceBefore(index) && words.Contains(_tokens[index - 1].Folded);

    /// <summary>Where a capital says nothing: at the start of a sentence, a line or a quotation. The dot of an abbreviation ends no sentence.</summary>
    public bool StartsSentence(int index)
    {
        if (index == 0)
        {
            return true;
        }

        var gap = GapBefore(index);
        var before = _tokens[index - 1];
        var isAbbreviation = gap is ". " or "." && (before.Length == 1 || WordLists.Abbreviations.Contains(before.Folded));
        return !isAbbreviation && gap.ContainsAny(SentenceStarts);
    }

    private static bool IsAllCapitals(ReadOnlySpan<char> word)
    {
        foreach (var character in word)
        {
            if (!char.IsUpper(character))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsMark(char character) => char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark;
}
