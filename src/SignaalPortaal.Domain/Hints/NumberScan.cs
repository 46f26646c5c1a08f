namespace SignaalPortaal.Domain.Hints;

/// <summary>Numbers that are known by their shape, and where there is one by their check: BSN, IBAN, telephone, number plate.</summary>
internal static class NumberScan
{
    private const int LongestIban = 34;
    private const int ShortestIban = 15;
    private const int CueDistance = 30;

    /// <summary>All side codes; L is a letter, 9 a digit.</summary>
    private static readonly HashSet<string> Plates =
    [
        "LL-99-99", "99-99-LL", "99-LL-99", "LL-99-LL", "LL-LL-99", "99-LL-LL", "99-LLL-9",
        "9-LLL-99", "LL-999-L", "L-999-LL", "LLL-99-L", "L-99-LLL", "9-LL-999", "999-LL-9",
    ];

    /// <summary>But not 9999LL: that is a postcode.</summary>
    private static readonly HashSet<string> PlatesWithoutDashes = [.. Plates.Where(plate => plate is not "99-99-LL").Select(plate => plate.Replace("-", ""))];

    public static void Find(string text, Findings found)
    {
        for (var start = 0; start < text.Length; start++)
        {
            if (start > 0 && char.IsLetterOrDigit(text[start - 1]))
            {
                continue;
            }

            if (char.IsAsciiLetter(text[start]) && IbanEnd(text, start) is var ibanEnd and > 0)
            {
                found.Add(start, ibanEnd, IdentifyingKind.Iban, Certainty.Certain);
            }

            if (text[start] is '0' or '+' or '(' && PhoneEnd(text, start) is var phoneEnd and > 0)
            {
                found.Add(start, phoneEnd, IdentifyingKind.Phone, Certainty.Certain);
            }

            if (char.IsAsciiDigit(text[start]))
            {
                FindBsn(text, start, found);
            }

            FindPlate(text, start, found);
        }
    }

    /// <summary>The eleven test, with −1 as the weight of the last digit.</summary>
    public static bool IsBsn(ReadOnlySpan<char> digits)
    {
        var sum = -(digits[8] - '0');
        for (var index = 0; index < 8; index++)
        {
            sum += (9 - index) * (digits[index] - '0');
        }

        return sum % 11 == 0 && digits.ContainsAnyExcept('0');
    }

    private static void FindBsn(string text, int start, Findings found)
    {
        Span<char> digits = stackalloc char[9];
        var (count, inGroup, smallestGroup, groups, separator, end) = (0, 0, 9, 1, '\0', start);
        for (; end < text.Length; end++)
        {
            if (char.IsAsciiDigit(text[end]))
            {
                if (count == 9)
                {
                    return;
                }

                (digits[count++], inGroup) = (text[end], inGroup + 1);
            }
            else if (count < 9 && text[end] is ' ' or '.' or '-' or '\u00a0' && (separator is '\0' || separator == text[end])
                && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))
            {
                (separator, groups, smallestGroup, inGroup) = (text[end], groups + 1, Math.Min(smallestGroup, inGroup), 0);
            }
            else
            {
                break;
            }
        }

        // Two groups, or one digit apart, are as good as always two numbers beside each other.
        var isWritten = groups == 1 || (groups >= 3 && Math.Min(smallestGroup, inGroup) >= 2);
        if (count != 9 || !isWritten || (end < text.Length && char.IsLetterOrDigit(text[end])) || IsAmount(text, start, end))
        {
            return;
        }

        if (IsBsn(digits))
        {
            found.Add(start, end, IdentifyingKind.Bsn, Certainty.Certain);
        }
        else if (!IsExample(digits) && text.AsSpan(Math.Max(0, start - CueDistance)..start) is var before
            && (before.Contains("bsn", StringComparison.OrdinalIgnoreCase) || before.Contains("burgerservicenummer", StringComparison.OrdinalIgnoreCase)
                || before.Contains("sofinummer", StringComparison.OrdinalIgnoreCase)))
        {
            found.Add(start, end, IdentifyingKind.Bsn, Certainty.Doubt);
        }
    }

    /// <summary>123456789 and 999999999 stand in forms and manuals, and are of no one.</summary>
    private static bool IsExample(ReadOnlySpan<char> digits) => !digits.ContainsAnyExcept(digits[0]) || digits is "123456789" or "987654321";

    /// <summary>Money is no number of a person.</summary>
    public static bool IsAmount(string text, int start, int end) =>
        text.AsSpan(0, start).TrimEnd(TokenizedText.Spaces).EndsWith("€")
        || text.AsSpan(end) is [',', >= '0' and <= '9' or '-', ..]
        || text.AsSpan(end).TrimStart(TokenizedText.Spaces).StartsWith("euro", StringComparison.OrdinalIgnoreCase)
        || text.AsSpan(end).TrimStart(TokenizedText.Spaces) is ['€' or '%', ..];

    /// <summary>0 when none starts here.</summary>
    private static int IbanEnd(string text, int start)
    {
        if (start + ShortestIban > text.Length || !char.IsAsciiLetter(text[start + 1]) || !char.IsAsciiDigit(text[start + 2]))
        {
            return 0;
        }

        Span<char> iban = stackalloc char[LongestIban];
        var (count, end) = (0, 0);
        for (var at = start; at < text.Length && count < LongestIban; at++)
        {
            if (char.IsAsciiLetterOrDigit(text[at]))
            {
                iban[count++] = char.ToUpperInvariant(text[at]);
                var isEnd = at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]);
                end = isEnd && count >= ShortestIban && IsIban(iban[..count]) ? at + 1 : end;
            }
            else if (text[at] is not (' ' or '.' or '-' or '\u00a0') || !char.IsAsciiLetterOrDigit(text[at - 1]))
            {
                break;
            }
        }

        return end;
    }

    /// <summary>Modulo 97, with the first four behind the rest.</summary>
    private static bool IsIban(ReadOnlySpan<char> iban)
    {
        if (!char.IsAsciiDigit(iban[2]) || !char.IsAsciiDigit(iban[3]))
        {
            return false;
        }

        var rest = 0;
        for (var index = 0; index < iban.Length; index++)
        {
            var character = iban[(index + 4) % iban.Length];
            rest = char.IsAsciiDigit(character) ? ((rest * 10) + character - '0') % 97 : ((rest * 100) + character - 'A' + 10) % 97;
        }

        return rest == 1;
    }

    /// <summary>0 when none starts here. Numbers of services (0800, 0900, 14 0…) have another length and belong to nobody.</summary>
    private static int PhoneEnd(string text, int start)
    {
        Span<char> digits = stackalloc char[15];
        var (count, firstGroup, gap, end) = (0, 0, 0, 0);
        for (var at = text[start] is '+' ? start + 1 : start; at < text.Length && count < digits.Length; at++)
        {
            if (char.IsAsciiDigit(text[at]))
            {
                (digits[count++], gap) = (text[at], 0);
                var isEnd = at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]);
                end = isEnd && IsPhone(digits[..count], text[start] is '+', firstGroup) ? at + 1 : end;
            }
            else if (text[at] is ' ' or '-' or '.' or '/' or '(' or ')' or '\u00a0' or '–' or '\u2011' && gap < 3 && end == 0)
            {
                gap++;
                firstGroup = firstGroup == 0 ? count : firstGroup;
                if (firstGroup == 1 && text[start] is not '+')
                {
                    break;
                }
            }
            else
            {
                break;
            }
        }

        return end;
    }

    /// <param name="firstGroup">How many digits stand before the first space or dash; 0 when there is none.</param>
    private static bool IsPhone(ReadOnlySpan<char> digits, bool isInternational, int firstGroup)
    {
        if (isInternational || digits.StartsWith("00"))
        {
            var number = isInternational ? digits : digits[2..];
            return number.StartsWith("31")
                ? number[2..].TrimStart('0').Length == 9 && number.Length <= 12
                : number.Length is >= 10 and <= 13 && number[0] is not '0';
        }

        // 06-02-2024 10:30 is a day and a time.
        var isDate = firstGroup == 2 && digits.Length >= 8 && digits[2] is '0' or '1' && digits[4..6] is "19" or "20" && digits[2..4].CompareTo("12", StringComparison.Ordinal) <= 0;
        // No mobile number begins with 06-0.
        return digits.Length == 10 && digits[0] is '0' && digits[1] is not '0' && digits[1..3] is not "60" && !isDate && (firstGroup is 0 or 3 or 4 || (firstGroup == 2 && digits[1] is '6'));
    }

    private static void FindPlate(string text, int start, Findings found)
    {
        if (IsPlate(text, start, 8, Plates))
        {
            found.Add(start, start + 8, IdentifyingKind.NumberPlate, Certainty.Certain);
        }
        else if (IsPlate(text, start, 6, PlatesWithoutDashes) && !text.AsSpan(start, 6).ContainsAnyInRange('a', 'z'))
        {
            // The oldest code looks like the number of a room or a form.
            var isOld = text.AsSpan(start + 2, 4).ContainsAnyExceptInRange('0', '9') is false;
            found.Add(start, start + 6, IdentifyingKind.NumberPlate, isOld ? Certainty.Doubt : Certainty.Certain);
        }
    }

    private static bool IsPlate(string text, int start, int length, HashSet<string> plates)
    {
        if (start + length > text.Length || (start > 0 && text[start - 1] is '-')
            || (start + length < text.Length && (char.IsLetterOrDigit(text[start + length]) || text[start + length] is '-')))
        {
            return false;
        }

        Span<char> shape = stackalloc char[length];
        for (var index = 0; index < length; index++)
        {
            var character = text[start + index];
            shape[index] = char.IsAsciiDigit(character) ? '9' : char.IsAsciiLetter(character) ? 'L' : character;
        }

        return plates.GetAlternateLookup<ReadOnlySpan<char>>().Contains(shape);
    }
}
