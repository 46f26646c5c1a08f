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

    /// <summary>A single word, such as "directeur", is often used for somebody else's.</summary>
    private static void Add(TokenizedText text, int index, Phrases phrases, IdentifyingKind kind, Findings found)
    {
        if (phrases.LengthAt(text, index) is var words and > 0)
        {
            found.Add(text.Tokens[index].Start, text.Tokens[index + words - 1].End, kind, words > 1 ? Certainty.Certain : Certainty.Doubt);
        }
    }
}
