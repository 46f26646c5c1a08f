using System.Text;
using SignaalPortaal.Domain.Hints;

namespace SignaalPortaal.Domain.Deidentification;

/// <summary>
/// Takes out of a Dutch text by whom or about whom it is, as far as a program can: what is sure becomes [NAAM-1], what is not is marked for a person.
/// A text that went through it is therefore never safe by that alone.
/// </summary>
public static class Deidentifier
{
    /// <summary>What is taken out can uncover something else, such as the second half of a name. Texts as people write them need two rounds.</summary>
    private const int MostRounds = 8;

    public static Deidentified Deidentify(string text, Register register)
    {
        var names = new Placeholders(text);
        var replacements = new List<Replacement>();
        var result = text;
        for (var round = 0; ; round++)
        {
            var found = IdentifyingWords.Find(result, register);
            var sure = WholeNames.In(result, found.Where(IsReplaced));
            if (sure.Count == 0 || round == MostRounds)
            {
                return new Deidentified(result, replacements, [.. found.Select(word => new Mark(word.Start, word.Length, word.Kind))]);
            }

            (result, replacements) = Replace(result, sure, replacements, names);
        }
    }

    /// <summary>A number that may be one of a person is worth a needless replacement; a word that may be a name is not: texts would become unreadable.</summary>
    private static bool IsReplaced(IdentifyingWord word) =>
        word.Kind is not (IdentifyingKind.Day or IdentifyingKind.RareFact)
        && (word.Certainty is Certainty.Certain || word.Kind is IdentifyingKind.Bsn or IdentifyingKind.CaseNumber or IdentifyingKind.Address or IdentifyingKind.NumberPlate);

    private static (string Result, List<Replacement> Replacements) Replace(
        string text, List<IdentifyingWord> words, List<Replacement> earlier, Placeholders placeholders)
    {
        var result = new StringBuilder(text.Length);
        var all = new List<Replacement>(earlier.Count + words.Count);
        var (at, moved, next) = (0, 0, 0);
        foreach (var word in words)
        {
            for (; next < earlier.Count && earlier[next].StartInResult < word.Start; next++)
            {
                Keep(earlier[next]);
            }

            result.Append(text, at, word.Start - at);
            var placeholder = placeholders.For(word.Kind, text.AsSpan(word.Start, word.Length));
            all.Add(new Replacement(word.Start - moved, word.Length, result.Length, placeholder, word.Kind));
            result.Append(placeholder);
            at = word.End;
        }

        for (; next < earlier.Count; next++)
        {
            Keep(earlier[next]);
        }

        return (result.Append(text, at, text.Length - at).ToString(), all);

        // The distance between what was written and this text grows with what an earlier round took out.
        void Keep(Replacement replacement)
        {
            moved += replacement.Placeholder.Length - replacement.Length;
            all.Add(replacement with { StartInResult = result.Length + replacement.StartInResult - at });
        }
    }
}
