namespace SignaalPortaal.Domain.Hints;

/// <summary>Names of people who are in no register, by what stands around them: dhr., mevrouw, groet; initials; a well-known first name.</summary>
internal sealed class OtherNameScan(TokenizedText text, Findings found)
{
    private const int LongestName = 6;
    private const int ShortestSurname = 3;
    private const int ShortestByEnding = 6;
    private const int ShortestInCapitals = 5;

    private readonly IReadOnlyList<Token> _tokens = text.Tokens;

    public void Find()
    {
        for (var index = 0; index < _tokens.Count; index++)
        {
            FindAfterTitle(index);
            FindAfterInitials(index);
            FindByFirstName(index);
            FindByEnding(index);
        }
    }

    private void FindAfterTitle(int index)
    {
        var isSure = text.IsTitle(index);
        var isRole = WordLists.Roles.Contains(_tokens[index].Folded);
        var follows = index + 1 < _tokens.Count && (isSure ? text.TitleBefore(index + 1) : isRole && text.IsSpaceBefore(index + 1));
        if (follows && LastOfName(index + 1) is { } last)
        {
            // "Mijn zoon Jayden"; but "aldus Inkoop" and "namens Rotterdam".
            var isOfPerson = WordLists.People.Contains(_tokens[index].Folded) && !WordLists.IsWord(_tokens[last].Folded);
            Add(index + 1, last, isSure || isOfPerson ? Certainty.Certain : Certainty.Doubt);
        }
    }

    /// <summary>J. Willems, A.B. van Dalen.</summary>
    private void FindAfterInitials(int index)
    {
        var isInitial = _tokens[index].IsInitial && index + 1 < _tokens.Count && text.GapBefore(index + 1) is "." or ". ";
        if (isInitial && !(index > 0 && _tokens[index - 1].IsInitial && text.Joins(index)) && LastOfName(index) is { } last)
        {
            // "A. Eerst bellen" in a list looks the same.
            var isList = text.StartsSentence(index) && _tokens[index + 1].HasCapital && !_tokens[index + 1].IsInitial;
            Add(index, last, isList ? Certainty.Doubt : Certainty.Certain);
        }
    }

    private void FindByFirstName(int index)
    {
        var token = _tokens[index];
        if (!token.HasCapital || token.IsAllCapitals || !WordLists.FirstNames.Contains(token.Folded))
        {
            return;
        }

        var last = LastOfName(index) ?? index;
        if (last > index)
        {
            Add(index, last, Certainty.Certain);
        }
        else if (text.StartsSentence(index) ? IsSubject(index) : !IsAfterArticleOrUnit(index) && !WordLists.IsWord(token.Folded))
        {
            Add(index, index, Certainty.Certain);
        }
        else if (!text.StartsSentence(index) || !WordLists.IsCommon(token.Folded))
        {
            Add(index, index, Certainty.Doubt);
        }
    }

    /// <summary>A word inside a sentence that ends as surnames do: Willemsen, Hoekstra.</summary>
    private void FindByEnding(int index)
    {
        var token = _tokens[index];
        var isSurname = token.HasCapital && !token.IsAllCapitals && !text.StartsSentence(index) && token.Length >= ShortestByEnding
            && WordLists.SurnameEndings.Any(ending => token.Folded.EndsWith(ending, StringComparison.Ordinal)) && !WordLists.IsNoName(token.Folded);
        if (isSurname)
        {
            var hasFirstName = index > 0 && text.IsSpaceBefore(index) && _tokens[index - 1].HasCapital && !_tokens[index - 1].IsAllCapitals
                && !WordLists.IsNoName(_tokens[index - 1].Folded);
            var isPlace = WordLists.PlaceEndings.Any(ending => token.Folded.EndsWith(ending, StringComparison.Ordinal));
            var isDoubtful = isPlace || IsAfterArticleOrUnit(index) || WordLists.IsWord(token.Folded);
            Add(hasFirstName ? index - 1 : index, index, isDoubtful ? Certainty.Doubt : Certainty.Certain);
        }
    }

    /// <summary>What people do comes after it: "Sandra belde".</summary>
    private bool IsSubject(int index) =>
        text.IsDoneByPerson(index)
        || (!WordLists.IsWord(_tokens[index].Folded) && text.IsBefore(index, WordLists.PlainVerbs));

    private bool IsAfterArticleOrUnit(int index) =>
        text.IsAfter(index, WordLists.Articles) || text.IsAfter(index, WordLists.Organisation);

    /// <summary>From initials or what stands before a surname to its last word; null when there is no word with a capital.</summary>
    private int? LastOfName(int index)
    {
        int? last = null;
        for (var next = index; next < Math.Min(_tokens.Count, index + LongestName) && (next == index || text.Joins(next)); next++)
        {
            var token = _tokens[next];
            var isName = token.HasCapital && !IsAbbreviation(token) && token.Folded.Length >= ShortestSurname && !WordLists.IsNoName(token.Folded)
                && token.Folded.All(char.IsLetter);
            if (isName)
            {
                last = next;
            }
            else if (!token.IsInitial && !WordLists.Particles.Contains(token.Folded))
            {
                return last;
            }
        }

        return last;
    }

    /// <summary>Or a word that is written in capitals for emphasis.</summary>
    private static bool IsAbbreviation(Token token) =>
        token.IsAllCapitals && (token.Length < ShortestInCapitals || WordLists.IsWord(token.Folded));

    private void Add(int first, int last, Certainty certainty)
    {
        // The apostrophe of 't Hooft.
        var start = _tokens[first].Start;
        var isElided = start > 0 && _tokens[first].Folded is "t" && text.Value[start - 1] is '\'' or '’';
        found.Add(isElided ? start - 1 : start, _tokens[last].End, IdentifyingKind.OtherName, certainty);
    }
}
