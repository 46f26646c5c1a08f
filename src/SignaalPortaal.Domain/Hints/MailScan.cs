namespace SignaalPortaal.Domain.Hints;

/// <summary>Mail addresses, and names as @somebody.</summary>
internal static class MailScan
{
    private const int LongestPart = 64;
    private const int LongestDomain = 255;

    public static void Find(string text, Findings found)
    {
        for (var at = text.IndexOf('@'); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var start = at;
            while (start > 0 && at - start < LongestPart && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '_' or '-' or '+' or '\''))
            {
                start--;
            }

            while (start < at && text[start] is '.' or '-' or '\'')
            {
                start++;
            }

            var end = at + 1;
            while (end < text.Length && end - at < LongestDomain && (char.IsLetterOrDigit(text[end]) || text[end] is '.' or '-' or '_'))
            {
                end++;
            }

            while (end > at + 1 && text[end - 1] is '.' or '-' or '_')
            {
                end--;
            }

            var isDomain = text.AsSpan(at + 1, end - at - 1).LastIndexOf('.') is > 0 and var dot && end - at - 2 - dot >= 2;
            if (start < at && isDomain)
            {
                found.Add(start, end, IdentifyingKind.Mail, Certainty.Certain);
            }
            else if (start == at && end - at > 2 && char.IsLetter(text[at + 1]))
            {
                found.Add(at, end, IdentifyingKind.Handle, Certainty.Certain);
            }
        }
    }
}
