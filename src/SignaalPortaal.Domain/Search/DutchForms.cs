using SignaalPortaal.Domain.Hints;

namespace SignaalPortaal.Domain.Search;

/// <summary>
/// Singular and plural of a Dutch word, from how it is spelled: brief and brieven, zaak and zaken, bus and bussen. A form is found within a longer word,
/// so only what is no part of another form is needed, and a form too many does little harm.
/// </summary>
internal static class DutchForms
{
    private const int Shortest = 3;

    /// <summary>Plurals that change their vowel, also at the end of a longer word: teamlid, teamleden.</summary>
    private static readonly (string Singular, string Plural)[] Irregular = [("stad", "steden"), ("lid", "leden"), ("schip", "schepen"), ("heid", "heden")];

    public static IReadOnlyList<string> Of(string word)
    {
        var folded = TokenizedText.Fold(string.Concat(word.SkipWhile(IsMark).Reverse().SkipWhile(IsMark).Reverse()));
        if (folded.Length < Shortest || folded.Any(character => !char.IsLetter(character) && character is not ('\'' or '’')))
        {
            return [word];
        }

        var forms = Singulars(folded).Concat(Plurals(folded)).Where(form => form.Length >= Shortest).Prepend(folded).Distinct().ToList();
        return [.. forms.Where(form => !forms.Any(other => other != form && form.Contains(other, StringComparison.Ordinal)))];
    }

    private static IEnumerable<string> Singulars(string word)
    {
        foreach (var (singular, plural) in Irregular.Where(one => word.EndsWith(one.Plural, StringComparison.Ordinal)))
        {
            yield return word[..^plural.Length] + singular;
        }

        if (word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal))
        {
            yield return word[..^2];
        }
        else if (word is [.., var beforeS, 's'] && word.Length > 4 && (!IsVowel(beforeS) || word is [.., 'i', 'e', 's']) && beforeS is not 's')
        {
            yield return word[..^1];
        }

        if (word.EndsWith("ia", StringComparison.Ordinal))
        {
            yield return word[..^1] + "um";
        }

        if (word.EndsWith("ici", StringComparison.Ordinal))
        {
            yield return word[..^1] + "us";
        }

        if (word.EndsWith("eren", StringComparison.Ordinal) && word.Length > 6)
        {
            yield return word[..^4];
        }

        if (word.EndsWith("en", StringComparison.Ordinal) && word.Length > 4)
        {
            var stem = word[..^2];
            yield return stem;
            if (stem is [.., var one, var same] && one == same && !IsVowel(same))
            {
                yield return stem[..^1];
            }
            else if (EndsInOneVowelAndConsonant(stem))
            {
                yield return Hardened(stem[..^1] + stem[^2] + stem[^1]);
            }
            else
            {
                yield return Hardened(stem);
            }
        }
    }

    private static IEnumerable<string> Plurals(string word)
    {
        foreach (var (singular, plural) in Irregular.Where(one => word.EndsWith(one.Singular, StringComparison.Ordinal)))
        {
            yield return word[..^singular.Length] + plural;
        }

        if (word.EndsWith("ium", StringComparison.Ordinal))
        {
            yield return word[..^2] + "a";
        }

        if (word.EndsWith("icus", StringComparison.Ordinal))
        {
            yield return word[..^2];
        }

        if (word is [.., var first, var second, var last] && first == second && first is 'a' or 'e' or 'o' or 'u' && !IsVowel(last))
        {
            yield return Softened(word[..^2] + last) + "e";
        }
        else if (word is [.., var before, 'f' or 's'] && before is not ('f' or 's'))
        {
            yield return Softened(word) + "e";
        }
    }

    /// <summary>Huiz as it is written at the end of a word: huis.</summary>
    private static string Hardened(string stem) => stem switch
    {
        [.., 'v'] => stem[..^1] + "f",
        [.., 'z'] => stem[..^1] + "s",
        _ => stem,
    };

    private static string Softened(string stem) => stem switch
    {
        [.., 'f'] => stem[..^1] + "v",
        [.., 's'] => stem[..^1] + "z",
        _ => stem,
    };

    private static bool EndsInOneVowelAndConsonant(string stem) =>
        stem is [.., var before, var vowel, var consonant] && !IsVowel(before) && vowel is 'a' or 'e' or 'o' or 'u' && !IsVowel(consonant);

    private static bool IsMark(char character) => !char.IsLetterOrDigit(character);

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
