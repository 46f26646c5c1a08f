using System.Buffers;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Hints;

/// <summary>Numbers of people and of cases: those of the own register, those that the text itself calls so, and those that look like one.</summary>
internal static class CaseScan
{
    private const int LongestNumber = 40;

    /// <summary>Shorter than this even a number of the register is more often a count.</summary>
    private const int ShortestWithoutCue = 4;

    /// <summary>As long as this a number of the register is no amount.</summary>
    private const int SureWithoutCue = 7;

    private static readonly SearchValues<char> Breaks = SearchValues.Create(".!?\n;,");
    private static readonly SearchValues<char> InReferences = SearchValues.Create($"{Reference.Alphabet}-");

    public static void Find(TokenizedText text, Register register, Findings found)
    {
        for (var index = 0; index < text.Tokens.Count; index++)
        {
            var token = text.Tokens[index];
            if (index > 0 && text.GapBefore(index) is "-" or "/" or "." or "_")
            {
                continue;
            }

            var end = EndOfNumber(text, index);
            var number = text.Value.AsSpan(token.Start, end - token.Start);
            var digits = CountDigits(number);
            if (digits == 0)
            {
                continue;
            }

            var cue = CueBefore(text, index);
            if (cue is { } kind && IsLongEnough(kind, cueIsNumber: text.Tokens[index - 1].Folded is not ("zaak" or "dossier" or "ticket" or "kenmerk"), number, digits))
            {
                found.Add(token.Start, end, kind, Certainty.Certain);
            }
            else if (register.HasNumber(TokenizedText.Fold(number)) && number.Length >= ShortestWithoutCue && !NumberScan.IsAmount(text.Value, token.Start, end)
                && !IsYear(number))
            {
                found.Add(token.Start, end, IdentifyingKind.PersonnelNumber, number.Length >= SureWithoutCue || digits < number.Length ? Certainty.Certain : Certainty.Doubt);
            }
            else if (LooksLikeACase(number, digits))
            {
                found.Add(token.Start, end, IdentifyingKind.CaseNumber, Certainty.Doubt);
            }
        }
    }

    /// <summary>Words and digits that hang together by dashes, strokes or dots.</summary>
    private static int EndOfNumber(TokenizedText text, int index)
    {
        var start = text.Tokens[index].Start;
        while (index + 1 < text.Tokens.Count && text.GapBefore(index + 1) is "-" or "/" or "." or "_" && text.Tokens[index + 1].End - start <= LongestNumber)
        {
            index++;
        }

        return text.Tokens[index].End;
    }

    /// <summary>What the words before a number say that it is, as in "dossier nr. 1234".</summary>
    private static IdentifyingKind? CueBefore(TokenizedText text, int index)
    {
        for (var before = index - 1; before >= Math.Max(0, index - 3); before--)
        {
            if (text.GapBefore(before + 1).ContainsAny(Breaks) && !WordLists.Abbreviations.Contains(text.Tokens[before].Folded))
            {
                return null;
            }

            var word = text.Tokens[before].Folded;
            if (WordLists.PhoneCues.Contains(word))
            {
                return IdentifyingKind.Phone;
            }

            if (WordLists.PersonnelCues.Contains(word))
            {
                return IdentifyingKind.PersonnelNumber;
            }

            if (WordLists.CaseCues.Contains(word))
            {
                return IdentifyingKind.CaseNumber;
            }

            if (word is not ("nr" or "nummer" or "no" or "is" or "was" or "met" or "van" or "nummers"))
            {
                return null;
            }
        }

        return null;
    }

    private static bool IsLongEnough(IdentifyingKind kind, bool cueIsNumber, ReadOnlySpan<char> number, int digits) => kind switch
    {
        IdentifyingKind.PersonnelNumber => digits >= 2,
        IdentifyingKind.Phone => digits is >= 3 and <= 6,
        _ => digits >= 3 && (cueIsNumber || !IsYear(number)),
    };

    /// <summary>2024-001234, Z-2024-123456, ZK1234567, and a reference of this portal.</summary>
    private static bool LooksLikeACase(ReadOnlySpan<char> number, int digits)
    {
        if (number.Length == 9 && number[4] is '-' && digits is > 0 and < 8 && !number.ContainsAnyExcept(InReferences))
        {
            return true;
        }

        var isSchoolYear = number.Length == 9 && IsYear(number[5..]);
        var startsWithYear = number.Length >= 9 && !isSchoolYear && IsYear(number[..4]) && number[4] is '-' or '/' or '.' && !number[5..].ContainsAnyExceptInRange('0', '9');
        var letters = number.IndexOfAnyInRange('0', '9');
        return startsWithYear || (letters is > 0 and <= 6 && char.IsAsciiLetterUpper(number[0]) && digits >= 6);
    }

    private static bool IsYear(ReadOnlySpan<char> number) => number is ['1', '9', _, _] or ['2', '0', _, _] && !number.ContainsAnyExceptInRange('0', '9');

    private static int CountDigits(ReadOnlySpan<char> number)
    {
        var digits = 0;
        foreach (var character in number)
        {
            digits += char.IsAsciiDigit(character) ? 1 : 0;
        }

        return digits;
    }
}
