namespace SignaalPortaal.Domain.Hints;

/// <summary>Names with which people sign in: those that the text itself calls so, and those that are made of a name in the register, as jvanderwal.</summary>
internal static class UserNameScan
{
    /// <summary>Shorter, it is an ordinary word too often.</summary>
    private const int SureLength = 7;

    private const int ShortestWithNumber = 4;

    public static void Find(TokenizedText text, Register register, Findings found)
    {
        for (var index = 0; index < text.Tokens.Count; index++)
        {
            FindMadeOfAName(text, index, register, found);
            if (WordLists.UserNameCues.Contains(text.Tokens[index].Folded))
            {
                FindAfterCue(text, index, found);
            }
        }
    }

    /// <summary>jvanderwal, jvdwal, j.vanderwal, noor.jansen, noor_jansen, jansen01.</summary>
    private static void FindMadeOfAName(TokenizedText text, int index, Register register, Findings found)
    {
        var token = text.Tokens[index];
        var hasNext = index + 1 < text.Tokens.Count && text.GapBefore(index + 1) is "." or "_" && !text.Tokens[index + 1].HasCapital;
        if (hasNext && register.IsUserName(token.Folded + WithoutNumber(text.Tokens[index + 1].Folded)))
        {
            found.Add(token.Start, text.Tokens[index + 1].End, IdentifyingKind.UserName, Certainty.Certain);
            return;
        }

        var letters = WithoutNumber(token.Folded);
        if (letters.Length >= ShortestWithNumber && letters.Length < token.Folded.Length && register.UseOf(letters) is not NameUse.None)
        {
            found.Add(token.Start, token.End, IdentifyingKind.UserName, Certainty.Certain);
        }
        else if (register.IsUserName(letters))
        {
            var isSure = token.Folded.Length >= SureLength && !WordLists.IsCommon(token.Folded);
            found.Add(token.Start, token.End, IdentifyingKind.UserName, isSure ? Certainty.Certain : Certainty.Doubt);
        }
    }

    /// <summary>Words, digits, dots and dashes that hang together, and cannot be an ordinary word: "inlognaam jans02".</summary>
    private static void FindAfterCue(TokenizedText text, int cue, Findings found)
    {
        var first = cue + 1;
        while (first < text.Tokens.Count && first <= cue + 2 && text.Tokens[first].Folded is "is" or "was" or "van")
        {
            first++;
        }

        if (first >= text.Tokens.Count || text.GapBefore(first).Trim(" \u00a0:'\"‘’“”(").Length > 0 || text.GapBefore(first).Length > 3)
        {
            return;
        }

        var last = first;
        while (last + 1 < text.Tokens.Count && text.GapBefore(last + 1) is "." or "_" or "-" && last - first < 4)
        {
            last++;
        }

        // "Account 2" is the second one, "account.Dan" a forgotten space.
        var written = text.Value.AsSpan(text.Tokens[first].Start, text.Tokens[last].End - text.Tokens[first].Start);
        var isName = written.ContainsAnyInRange('0', '9') || written.Contains('_') || (last > first && written.Contains('.') && !text.Tokens[last].HasCapital);
        if (isName && written.ContainsAnyExceptInRange('0', '9'))
        {
            found.Add(text.Tokens[first].Start, text.Tokens[last].End, IdentifyingKind.UserName, Certainty.Certain);
        }
    }

    private static string WithoutNumber(string folded) => folded.AsSpan().TrimEnd("0123456789").ToString();
}
