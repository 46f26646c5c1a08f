namespace SignaalPortaal.Domain.Hints;

/// <summary>What stands in the place of a name that was taken out, such as [NAAM-1]: it points at nobody any more.</summary>
internal static class PlaceholderScan
{
    private const int LongestLabel = 20;
    private const int LongestNumber = 4;

    public static void Skip(string text, Findings found)
    {
        foreach (var (start, end) in In(text))
        {
            found.Skip(start, end);
        }
    }

    public static IEnumerable<(int Start, int End)> In(string text)
    {
        for (var start = text.IndexOf('['); start >= 0; start = text.IndexOf('[', start + 1))
        {
            var dash = start + 1;
            while (dash < text.Length && dash - start <= LongestLabel && char.IsAsciiLetterUpper(text[dash]))
            {
                dash++;
            }

            var end = dash + 1;
            while (end < text.Length && end - dash <= LongestNumber && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            if (dash > start + 1 && end > dash + 1 && end < text.Length && text[dash] is '-' && text[end] is ']')
            {
                yield return (start, end + 1);
            }
        }
    }
}
