namespace SignaalPortaal.Domain.Hints;

/// <summary>
/// Names of people in the register: first names, surnames with and without what stands before them, initials, halves of double names, in the
/// genitive. Names that are also ordinary words need a second cue, such as a capital inside a sentence.
/// </summary>
internal sealed class NameScan(TokenizedText text, Register register, Findings found)
{
    private const int LongestName = 8;

    /// <summary>Shorter, a name is too easily the beginning of a sentence or an abbreviation.</summary>
    private const int LongEnough = 4;

    /// <summary>Without a capital, shorter names are ordinary words too often.</summary>
    private const int LongEnoughWithoutCapital = 5;

    private readonly IReadOnlyList<Token> _tokens = text.Tokens;

    public void Find()
    {
        for (var index = 0; index < _tokens.Count; index++)
        {
            if (UseAt(index) is not NameUse.None && found.IsFree(_tokens[index].Start, _tokens[index].End))
            {
                var (first, last, end) = Extend(index);
                if (Judge(index, first, last) is { } certainty)
                {
                    found.Add(_tokens[first].Start, end, IsOwn(index, last) ? IdentifyingKind.OwnName : IdentifyingKind.Colleague, certainty);
                    index = last;
                }
            }
        }
    }

    /// <summary>Also as Jansens, for what is Jansen's.</summary>
    private string NameAt(int index)
    {
        var token = _tokens[index];
        var isGenitive = token.HasCapital && token.Folded.Length > LongEnough && token.Folded[^1] is 's' && !text.GapBefore(index).SequenceEqual("-")
            && register.UseOf(token.Folded) is NameUse.None;
        return isGenitive ? token.Folded[..^1] : token.Folded;
    }

    private NameUse UseAt(int index) => register.UseOf(NameAt(index));

    private bool IsOwn(int anchor, int last) =>
        Enumerable.Range(anchor, last - anchor + 1)
            .Where(index => _tokens[index].Folded.Length > 1 && !WordLists.Particles.Contains(_tokens[index].Folded))
            .All(index => register.IsOwnName(NameAt(index)));

    /// <summary>The whole name of which one word was recognised.</summary>
    private (int First, int Last, int End) Extend(int anchor)
    {
        var last = LastWord(anchor);
        var (comma, end) = InitialsAfterComma(last);
        return (FirstWord(anchor), comma, end);
    }

    private int FirstWord(int anchor)
    {
        var first = anchor;
        if (UseAt(anchor).HasFlag(NameUse.Surname))
        {
            while (first > 0 && text.Joins(first) && WordLists.Particles.Contains(_tokens[first - 1].Folded) && anchor - first < LongestName)
            {
                first--;
            }

            // "De brief van Jansen" has a preposition, "de brief van Van Dalen" a name.
            var isPartOfName = UseAt(anchor).HasFlag(NameUse.WithParticle) || (first > 0 && text.Joins(first) && _tokens[first - 1].IsInitial) || text.TitleBefore(first);
            first = isPartOfName ? first : anchor;
        }

        while (first > 0 && text.Joins(first) && (_tokens[first - 1].IsInitial || text.IsElided(first - 1) || (_tokens[first - 1].HasCapital && WordLists.FirstNames.Contains(_tokens[first - 1].Folded)))
            && anchor - first < LongestName)
        {
            first--;
        }

        return first;
    }

    private int LastWord(int anchor)
    {
        // A name that stands in the register as a whole is one, also when a word of it is never a name by itself.
        var whole = anchor + Math.Max(0, register.FullNameAt(text, anchor) - 1);
        var last = _tokens[whole].HasCapital == _tokens[anchor].HasCapital ? whole : anchor;
        while (last - anchor < LongestName)
        {
            var next = last + 1;
            while (next < _tokens.Count && text.Joins(next) && (WordLists.Particles.Contains(_tokens[next].Folded) || text.IsElided(next)))
            {
                next++;
            }

            if (next >= _tokens.Count || !text.Joins(next) || !Continues(anchor, last, next))
            {
                return last;
            }

            last = next;
        }

        return last;
    }

    private bool Continues(int anchor, int last, int next)
    {
        var (token, use) = (_tokens[next], UseAt(next));
        var isAfterParticle = next > last + 1;
        if (use is not NameUse.None)
        {
            return _tokens[anchor].HasCapital ? token.HasCapital || (isAfterParticle && use.HasFlag(NameUse.WithParticle)) : !token.HasCapital;
        }

        var isHalf = !isAfterParticle && text.GapBefore(next) is "-" && token.HasCapital;
        var isSurname = _tokens[anchor].HasCapital && last == anchor && UseAt(anchor).HasFlag(NameUse.First) && token.HasCapital && !token.IsAllCapitals
            && token.Length > 1 && !WordLists.IsNoName(token.Folded);
        return isHalf || isSurname;
    }

    /// <summary>Jansen, J. and Wal, J. van der.</summary>
    private (int Last, int End) InitialsAfterComma(int last)
    {
        var next = last + 1;
        if (next >= _tokens.Count || text.GapBefore(next) is not (", " or ",") || !_tokens[next].IsInitial)
        {
            return (last, _tokens[last].End);
        }

        while (next + 1 < _tokens.Count && text.Joins(next + 1) && (_tokens[next + 1].IsInitial || WordLists.Particles.Contains(_tokens[next + 1].Folded)) && next - last < LongestName)
        {
            next++;
        }

        var end = _tokens[next].End;
        return (next, end < text.Value.Length && text.Value[end] is '.' ? end + 1 : end);
    }

    /// <summary>Null when it is no name after all.</summary>
    private Certainty? Judge(int anchor, int first, int last)
    {
        var token = _tokens[anchor];
        var words = Enumerable.Range(anchor, last - anchor + 1).Where(index => UseAt(index) is not NameUse.None).ToList();
        var isCommon = words.All(index => _tokens[index].Folded.Length < LongEnough || WordLists.IsCommon(NameAt(index)));
        var hasTitle = text.TitleBefore(first);
        if (!token.HasCapital)
        {
            return JudgeWithoutCapital(anchor, last, isMoreThanOne: words.Count > 1, isCommon, hasTitle);
        }

        if (first < anchor || last > anchor || hasTitle)
        {
            return Certainty.Certain;
        }

        // "Team Bakker", "De Tweede Kamer".
        var isPartOfUnit = anchor > 0 && text.IsSpaceBefore(anchor)
            && (WordLists.Organisation.Contains(_tokens[anchor - 1].Folded) || (token.Folded is "kamer" && _tokens[anchor - 1].Folded is "eerste" or "tweede"));
        if (isCommon && isPartOfUnit)
        {
            return null;
        }

        if (text.IsDoneByPerson(last))
        {
            return Certainty.Certain;
        }

        if (token.IsAllCapitals && token.Length < LongEnough)
        {
            return null;
        }

        // "Toen heeft Wil gebeld."
        if (WordLists.Function.Contains(token.Folded))
        {
            return text.StartsSentence(anchor) || !IsNameByItsPlace(anchor) ? null
                : WordLists.FirstNames.Contains(token.Folded) || text.IsAfter(anchor, WordLists.PersonPrepositions) ? Certainty.Certain
                : Certainty.Doubt;
        }

        return !isCommon || IsNameByItsPlace(anchor) ? Certainty.Certain : Certainty.Doubt;
    }

    private Certainty? JudgeWithoutCapital(int anchor, int last, bool isMoreThanOne, bool isCommon, bool hasTitle)
    {
        var token = _tokens[anchor];
        if (isCommon)
        {
            var isAddressed = hasTitle && anchor > 0 && WordLists.TellingTitles.Contains(_tokens[anchor - 1].Folded)
                && !WordLists.Function.Contains(token.Folded);
            return isAddressed ? Certainty.Certain : hasTitle ? Certainty.Doubt : null;
        }

        var needsParticle = UseAt(anchor) == (NameUse.Surname | NameUse.WithParticle);
        var isLongEnough = token.Length >= LongEnoughWithoutCapital || (UseAt(anchor).HasFlag(NameUse.First) && text.IsDoneByPerson(last));
        return hasTitle || isMoreThanOne ? Certainty.Certain
            : needsParticle || !isLongEnough ? null
            : token.Length <= WordLists.LongestInDictionary || text.IsDoneByPerson(last) ? Certainty.Certain
            : Certainty.Doubt;
    }

    /// <summary>A name that is an ordinary word too, by what stands around it.</summary>
    private bool IsNameByItsPlace(int index)
    {
        return text.StartsSentence(index) || _tokens[index].IsAllCapitals
            ? text.IsAfter(index, WordLists.PersonPrepositions) || IsWithoutArticle(index) || IsBesideAName(index)
            : !text.IsAfter(index, WordLists.Articles);
    }

    /// <summary>"Bakker is ziek": the word for a trade would have an article.</summary>
    private bool IsWithoutArticle(int index) =>
        text.StartsSentence(index) && WordLists.NeedsArticle(_tokens[index].Folded) && text.IsBefore(index, WordLists.PlainVerbs);

    /// <summary>"Mark en Noor".</summary>
    private bool IsBesideAName(int index) =>
        index + 2 < _tokens.Count && text.IsSpaceBefore(index + 1) && text.IsSpaceBefore(index + 2)
        && _tokens[index + 1].Folded is "en" or "of" && _tokens[index + 2].HasCapital && UseAt(index + 2) is not NameUse.None;
}
