using SignaalPortaal.Domain.Hints;

namespace SignaalPortaal.Domain.Summaries;

/// <summary>Runs of words that a summary shares with a signal: how somebody writes can tell who wrote it.</summary>
public static class Quotes
{
    /// <summary>This many words in a row are no coincidence.</summary>
    public const int Words = 8;

    /// <summary>In the order of the text; they do not overlap.</summary>
    public static IReadOnlyList<(int Start, int Length)> Find(string text, IEnumerable<string> sources)
    {
        var runs = sources.SelectMany(source => Runs(new TokenizedText(source))).ToHashSet();
        var read = new TokenizedText(text);
        var found = new List<(int Start, int Length)>();
        var index = 0;
        foreach (var run in Runs(read))
        {
            var (start, end) = (read.Tokens[index].Start, read.Tokens[index + Words - 1].End);
            index++;
            if (!runs.Contains(run))
            {
                continue;
            }

            if (found.Count > 0 && found[^1] is var last && last.Start + last.Length >= start)
            {
                found[^1] = (last.Start, end - last.Start);
            }
            else
            {
                found.Add((start, end - start));
            }
        }

        return found;
    }

    private static IEnumerable<string> Runs(TokenizedText text)
    {
        for (var first = 0; first + Words <= text.Tokens.Count; first++)
        {
            yield return string.Join(' ', text.Tokens.Skip(first).Take(Words).Select(token => token.Folded));
        }
    }
}
