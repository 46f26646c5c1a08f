namespace SignaalPortaal.Domain.Hints;

/// <summary>Days: of birth, when the text says so, and others, on which something may have happened.</summary>
internal static class DateScan
{
    private const int CueDistance = 5;

    public static void FindBirthDates(TokenizedText text, Findings found) =>
        ForEachDate(text, (first, last) =>
        {
            if (HasBirthCue(text, first, last))
            {
                found.Add(text.Tokens[first].Start, text.Tokens[last].End, IdentifyingKind.BirthDate, Certainty.Certain);
            }
        });

    /// <summary>The days on which rules begin and end are left out.</summary>
    public static void FindDays(TokenizedText text, Findings found) =>
        ForEachDate(text, (first, last) =>
        {
            var isIso = text.Tokens[first].Length == 4;
            var (day, month) = (text.Tokens[isIso ? last : first].Folded, text.Tokens[first + 1].Folded);
            if (day.TrimStart('0') is not "1" && !(day is "31" && month is "12" or "december"))
            {
                found.Add(text.Tokens[first].Start, text.Tokens[last].End, IdentifyingKind.Day, Certainty.Doubt);
            }
        });

    private static void ForEachDate(TokenizedText text, Action<int, int> use)
    {
        for (var index = 0; index < text.Tokens.Count; index++)
        {
            if (LastOfDate(text, index) is { } last)
            {
                use(index, last);
                index = last;
            }
        }
    }

    /// <summary>12-03-1980, 12/3/80, 1980-03-12, 12 maart 1980, 12 mrt; null when none starts here.</summary>
    private static int? LastOfDate(TokenizedText text, int index)
    {
        if (!text.Tokens[index].IsNumber || index + 1 >= text.Tokens.Count)
        {
            return null;
        }

        if (IsBetween(text, index, 1, 31) && WordLists.Months.Contains(text.Tokens[index + 1].Folded) && text.GapBefore(index + 1) is " " or "-" or "\u00a0")
        {
            if (!Exists(int.Parse(text.Tokens[index].Folded), text.Tokens[index + 1].Folded[..3]))
            {
                return null;
            }

            return index + 2 < text.Tokens.Count && IsYear(text, index + 2) && text.GapBefore(index + 2).Length <= 2 ? index + 2 : index + 1;
        }

        var isNumeric = index + 2 < text.Tokens.Count && text.GapBefore(index + 1) is "-" or "/" or "." && text.GapBefore(index + 1).SequenceEqual(text.GapBefore(index + 2));
        var isDate = isNumeric && IsBetween(text, index + 1, 1, 12)
            && ((IsBetween(text, index, 1, 31) && (IsYear(text, index + 2) || (text.Tokens[index + 2].Length == 2 && text.Tokens[index + 2].IsNumber)))
                || (IsYear(text, index) && IsBetween(text, index + 2, 1, 31)));
        var day = text.Tokens[index].Length == 4 ? index + 2 : index;
        return isDate && Exists(int.Parse(text.Tokens[day].Folded), text.Tokens[index + 1].Folded.TrimStart('0')) ? index + 2 : null;
    }

    /// <summary>30 February is an example in a form, of no one.</summary>
    private static bool Exists(int day, string month) => day <= month switch
    {
        "2" or "feb" => 29,
        "4" or "6" or "9" or "11" or "apr" or "jun" or "sep" or "nov" => 30,
        _ => 31,
    };

    private static bool IsBetween(TokenizedText text, int index, int least, int most) =>
        text.Tokens[index].Length <= 2 && text.Tokens[index].IsNumber && int.Parse(text.Tokens[index].Folded) is var number && number >= least && number <= most;

    private static bool IsYear(TokenizedText text, int index) => text.Tokens[index] is { Length: 4, IsNumber: true, Folded: ['1', '9', ..] or ['2', '0', ..] };

    private static bool HasBirthCue(TokenizedText text, int first, int last)
    {
        for (var index = Math.Max(0, first - CueDistance); index < Math.Min(text.Tokens.Count, last + 3); index++)
        {
            if (WordLists.BirthCues.Contains(text.Tokens[index].Folded))
            {
                return true;
            }
        }

        return false;
    }
}
