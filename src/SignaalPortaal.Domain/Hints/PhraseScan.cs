namespace SignaalPortaal.Domain.Hints;

/// <summary>Expressions that few people fit.</summary>
internal static class PhraseScan
{
    public static void FindUnitsAndJobTitles(TokenizedText text, Register register, Findings found)
    {
        for (var index = 0; index < text.Tokens.Count; index++)
        {
            Add(text, index, register.Units, IdentifyingKind.Unit, found);
            Add(text, index, register.JobTitles, IdentifyingKind.JobTitle, found);
        }
    }

    public static void FindRareFacts(TokenizedText text, Findings found)
    {
        for (var index = 0; index < text.Tokens.Count; index++)
        {
            var words = WordLists.RareFacts.LengthAt(text, index);
            var word = text.Tokens[index].Folded;
            words = words == 0 && (WordLists.Nationalities.Contains(word) || word.StartsWith("zwanger", StringComparison.Ordinal)) ? 1 : words;
            if (words > 0)
            {
                found.Add(text.Tokens[index].Start, text.Tokens[index + words - 1].End, IdentifyingKind.RareFact, Certainty.Doubt);
            }
        }
    }

    private static void Add(TokenizedText text, int index, Phrases phrases, IdentifyingKind kind, Findings found)
    {
        if (phrases.LengthAt(text, index) is var words and > 0)
        {
            var isSure = words > 1 || (kind is IdentifyingKind.Unit ? text.Tokens[index].HasCapital && !text.StartsSentence(index) : IsRareTitle(text, index));
            found.Add(text.Tokens[index].Start, text.Tokens[index + words - 1].End, kind, isSure ? Certainty.Certain : Certainty.Doubt);
        }
    }

    /// <summary>"Directeur" is often somebody's elsewhere, and so is "een archivaris".</summary>
    private static bool IsRareTitle(TokenizedText text, int index) =>
        !WordLists.GeneralTitles.Contains(text.Tokens[index].Folded)
        && !(index > 0 && text.IsSpaceBefore(index) && text.Tokens[index - 1].Folded is "een" or "geen" or "elke" or "iedere");
}
