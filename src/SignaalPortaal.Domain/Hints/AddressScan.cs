namespace SignaalPortaal.Domain.Hints;

/// <summary>Postcodes with a number, and streets.</summary>
internal static class AddressScan
{
    private const int LongestStreetName = 5;

    /// <summary>More digits are a year or an amount, where nothing says that it is a street.</summary>
    private const int LongestHouseNumber = 3;

    private static readonly string[] StreetEndings =
        ["straat", "laan", "weg", "plein", "gracht", "kade", "singel", "dijk", "steeg", "hof", "pad", "dreef", "plantsoen", "markt", "park", "boulevard", "haven", "wal", "burg", "baan", "oord", "vest", "veste", "erf", "werf", "brink", "hout", "gaarde", "weide", "meent", "zoom", "sluis"];

    /// <summary>So clearly a street that it needs no number.</summary>
    private static readonly string[] SureEndings = ["straat", "laan", "steeg", "gracht", "plantsoen"];

    /// <summary>Never given to a postcode, or more often an abbreviation after a count.</summary>
    private static readonly HashSet<string> NoPostcodeLetters = ["SA", "SD", "SS", "WW", "ZW", "EU", "IT", "AI"];

    public static void Find(TokenizedText text, Findings found)
    {
        for (var index = 0; index < text.Tokens.Count; index++)
        {
            FindPostcode(text, index, found);
        }

        for (var index = 0; index < text.Tokens.Count; index++)
        {
            FindStreet(text, index, found);
        }
    }

    private static void FindPostcode(TokenizedText text, int index, Findings found)
    {
        var token = text.Tokens[index];
        var word = text.Value.AsSpan(token.Start, token.Length);
        var isWhole = word.Length == 6 && IsPostcode(word[..4], word[4..]);
        var isApart = word.Length == 4 && index + 1 < text.Tokens.Count && text.IsSpaceBefore(index + 1)
            && IsPostcode(word, text.Value.AsSpan(text.Tokens[index + 1].Start, text.Tokens[index + 1].Length))
            && (text.Tokens[index + 1].IsAllCapitals || (!WordLists.ShortWords.Contains(text.Tokens[index + 1].Folded) && HouseNumberAfter(text, index + 1) is not null));
        if (!isWhole && !isApart)
        {
            return;
        }

        var last = isWhole ? index : index + 1;
        if (HouseNumberAfter(text, last) is { } number)
        {
            found.Add(token.Start, text.Tokens[EndOfTown(text, number)].End, IdentifyingKind.Address, Certainty.Certain);
        }
        else if (char.IsAsciiLetterUpper(text.Value[text.Tokens[last].End - 1]) && !NoPostcodeLetters.Contains(text.Value[(text.Tokens[last].End - 2)..text.Tokens[last].End])
            && !(last + 1 < text.Tokens.Count && text.GapBefore(last + 1) is "-"))
        {
            found.Add(token.Start, text.Tokens[EndOfTown(text, last)].End, IdentifyingKind.Address, Certainty.Doubt);
        }
    }

    /// <summary>The last word of a town behind a postcode: "Utrecht", ", Den Haag", "te Bergen op Zoom", "'s-Hertogenbosch".</summary>
    private static int EndOfTown(TokenizedText text, int index)
    {
        var next = index + 1;
        if (next >= text.Tokens.Count || text.GapBefore(next) is not (" " or ", " or " '" or " ’" or ", '" or ", ’"))
        {
            return index;
        }

        if (text.Tokens[next].Folded is "te" or "in" && next + 1 < text.Tokens.Count && text.IsSpaceBefore(next + 1))
        {
            next++;
        }

        var isElided = text.Tokens[next].Folded is "s" && next + 1 < text.Tokens.Count && text.GapBefore(next + 1) is "-" or " ";
        next = isElided ? next + 1 : next;
        if (!text.Tokens[next].HasCapital)
        {
            return index;
        }

        var last = next;
        for (var after = next + 1; after < Math.Min(text.Tokens.Count, next + LongestStreetName); after++)
        {
            if (!text.IsSpaceBefore(after) && text.GapBefore(after) is not "-")
            {
                break;
            }

            if (text.Tokens[after].HasCapital)
            {
                last = after;
            }
            else if (!WordLists.InTowns.Contains(text.Tokens[after].Folded))
            {
                break;
            }
        }

        return last;
    }

    private static bool IsPostcode(ReadOnlySpan<char> digits, ReadOnlySpan<char> letters) =>
        letters.Length == 2 && digits[0] is >= '1' and <= '9' && !digits.ContainsAnyExceptInRange('0', '9') && char.IsAsciiLetter(letters[0]) && char.IsAsciiLetter(letters[1]);

    private static void FindStreet(TokenizedText text, int index, Findings found)
    {
        var token = text.Tokens[index];
        var isNamedByEnding = StreetEndings.Any(ending => token.Folded.Length > ending.Length + 1 && token.Folded.EndsWith(ending, StringComparison.Ordinal))
            && !WordLists.NoStreets.Contains(token.Folded);
        var isStreetWord = token.HasCapital && StreetEndings.Contains(token.Folded);
        if (!isNamedByEnding && !isStreetWord)
        {
            FindStreetByArticle(text, index, found);
            return;
        }

        var start = StartOfStreet(text, index);
        var last = isStreetWord && start == token.Start ? EndOfLongName(text, index) : index;
        if (HouseNumberAfter(text, last) is { } number && (last > index || isNamedByEnding || start < token.Start))
        {
            found.Add(start, text.Tokens[number].End, IdentifyingKind.Address, token.HasCapital ? Certainty.Certain : Certainty.Doubt);
        }
        else if (isNamedByEnding && token.HasCapital && !token.IsAllCapitals && !text.StartsSentence(index)
            && SureEndings.Any(ending => token.Folded.EndsWith(ending, StringComparison.Ordinal)))
        {
            found.Add(start, token.End, IdentifyingKind.Address, Certainty.Doubt);
        }
    }

    /// <summary>De Meent 8, Op de Wallen 31, 't Hofje 3, aan het Damrak 1: only the article and the number say that it is a street.</summary>
    private static void FindStreetByArticle(TokenizedText text, int index, Findings found)
    {
        var token = text.Tokens[index];
        if (!token.HasCapital || token.IsAllCapitals || WordLists.NotAtHome.Contains(token.Folded)
            || HouseNumberAfter(text, index) is not { } number || text.Tokens[number].Length > LongestHouseNumber || text.StartsSentence(index))
        {
            return;
        }

        var first = index;
        while (first > 0 && text.IsSpaceBefore(first) && text.Tokens[first - 1].HasCapital
            && !WordLists.Articles.Contains(text.Tokens[first - 1].Folded) && !WordLists.NotAtHome.Contains(text.Tokens[first - 1].Folded) && index - first < LongestStreetName)
        {
            first--;
        }

        var hasArticle = first > 0 && text.IsSpaceBefore(first) && text.Tokens[first - 1].Folded is "de" or "het" or "t" or "den";
        if (!hasArticle)
        {
            return;
        }

        // "De Meent 8" and "Op de Wallen 31" are written so; "aan het Damrak 1" has an article of the sentence.
        var article = text.Tokens[first - 1];
        var isElided = article.Folded is "t" && article.Start > 0 && text.Value[article.Start - 1] is '\'' or '’' or '‘';
        var hasPreposition = first > 1 && text.Joins(first - 1) && WordLists.BeforeStreets.Contains(text.Tokens[first - 2].Folded);
        var isPartOfName = article.HasCapital || isElided || (hasPreposition && text.Tokens[first - 2].HasCapital);
        if (isPartOfName || hasPreposition)
        {
            var start = hasPreposition && text.Tokens[first - 2].HasCapital && !article.HasCapital ? text.Tokens[first - 2].Start
                : isElided ? article.Start - 1
                : isPartOfName ? article.Start
                : text.Tokens[first].Start;
            found.Add(start, text.Tokens[number].End, IdentifyingKind.Address, Certainty.Doubt);
        }
    }

    /// <summary>Oude Gracht, Jan van Galenstraat.</summary>
    private static int StartOfStreet(TokenizedText text, int index)
    {
        var first = index;
        for (var before = index - 1; before >= Math.Max(0, index - LongestStreetName) && text.IsSpaceBefore(before + 1); before--)
        {
            var token = text.Tokens[before];
            var isArticle = token.HasCapital && WordLists.Articles.Contains(token.Folded);
            if (token.HasCapital && !text.StartsSentence(before) && (isArticle || !WordLists.Function.Contains(token.Folded)))
            {
                first = before;
            }
            else if (!WordLists.Particles.Contains(token.Folded))
            {
                break;
            }
        }

        return text.Tokens[first].Start;
    }

    /// <summary>Laan van Meerdervoort.</summary>
    private static int EndOfLongName(TokenizedText text, int index)
    {
        // Plein 1944 16.
        if (index + 1 < text.Tokens.Count && text.IsSpaceBefore(index + 1) && text.Tokens[index + 1] is { IsNumber: true, Length: 4 } && HouseNumberAfter(text, index + 1) is not null)
        {
            return index + 1;
        }

        var last = index;
        for (var after = index + 1; after < Math.Min(text.Tokens.Count, index + LongestStreetName) && text.IsSpaceBefore(after); after++)
        {
            if (text.Tokens[after].HasCapital)
            {
                last = after;
            }
            else if (!WordLists.Particles.Contains(text.Tokens[after].Folded))
            {
                break;
            }
        }

        return last;
    }

    /// <summary>12, 12a, "nr. 12", ", 12"; null when there is none.</summary>
    private static int? HouseNumberAfter(TokenizedText text, int index)
    {
        var next = index + 1;
        if (next < text.Tokens.Count && text.Tokens[next].Folded is "nr" or "nummer" or "huisnummer")
        {
            next++;
        }

        if (next >= text.Tokens.Count || text.GapBefore(next).Trim(" \u00a0,.:").Length > 0 || text.GapBefore(next).Length > 2)
        {
            return null;
        }

        var digits = text.Tokens[next].Folded.AsSpan().IndexOfAnyExceptInRange('0', '9') is var letter and >= 0 ? letter : text.Tokens[next].Folded.Length;
        var isNumber = digits is >= 1 and <= 5 && text.Tokens[next].Folded.Length - digits <= 3 && text.Tokens[next].Folded[0] is not '0';
        if (!isNumber)
        {
            return null;
        }

        // 12-2 and 12 hs are parts of a house.
        var hasAddition = next + 1 < text.Tokens.Count && text.GapBefore(next + 1) is "-" && text.Tokens[next + 1].Length <= 3;
        return hasAddition ? next + 1 : next;
    }
}
