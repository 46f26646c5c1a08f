using System.Text.Json.Nodes;

namespace SignaalPortaal.Web.Tests.Chain;

/// <summary>Changes the meaning of an export in one place, in each of the ways in which a history can be bent.</summary>
internal sealed class Mutation(IReadOnlyList<string> export, Random random)
{
    /// <summary>What no event says: a signal keeps its history under any reference.</summary>
    private const string NotInTheChain = "reference";

    /// <summary>Only the script does not check it.</summary>
    private const string Signature = "signature";

    /// <param name="alsoSignatures">Whether the signature of an anchor may be what is changed.</param>
    public (string What, string Export) Make(bool alsoSignatures)
    {
        var lines = export.ToList();
        var (one, other) = (random.Next(lines.Count), random.Next(lines.Count));
        switch (random.Next(12))
        {
            case 0:
                lines.RemoveAt(one);
                return ($"without line {one}", Text(lines));

            case 1:
                lines.Insert(other, lines[one]);
                return ($"line {one} again at {other}", Text(lines));

            case 2 when one != other:
                (lines[one], lines[other]) = (lines[other], lines[one]);
                return ($"lines {one} and {other} swapped", Text(lines));

            case 3:
                return ($"only {one} lines", Text(lines.Take(one)));

            case 4:
                var text = Text(lines);
                return ($"only {one}/{lines.Count} of the bytes", text[..(int)((text.Length - 2) * (long)one / lines.Count)]);

            case 5:
                var signal = random.Next(2) == 0 ? one : other;
                return CutTail(lines, signal) is { } cut ? ($"without the last events of the signal around {signal}", cut) : Make(alsoSignatures);

            default:
                return ChangeValue(lines, one, alsoSignatures) ?? Make(alsoSignatures);
        }
    }

    /// <summary>As somebody does who knows the format: the anchored tail of a timeline goes, and the numbers at the end are right again.</summary>
    private static string? CutTail(List<string> lines, int around)
    {
        if (lines.FindIndex(around, line => Is("head", line)) is var head && head < 0)
        {
            return null;
        }

        var anchored = JsonNode.Parse(lines[head])!;
        var before = lines.Count;
        lines.RemoveAll(line => Is("event", line)
            && JsonNode.Parse(line) is { } happened && $"{happened["signal"]}" == $"{anchored["signal"]}" && (int)happened["seq"]! >= (int)anchored["seq"]!);
        var end = JsonNode.Parse(lines[^1])!;
        end["events"] = (int)end["events"]! + lines.Count - before;
        lines[^1] = end.ToJsonString();
        return Text(lines);

        static bool Is(string kind, string line) => line.StartsWith($$"""{"line":"{{kind}}""", StringComparison.Ordinal);
    }

    private (string What, string Export)? ChangeValue(List<string> lines, int place, bool alsoSignatures)
    {
        var line = JsonNode.Parse(lines[place])!;
        var values = Values(line).Where(value => value.GetPropertyName() is not NotInTheChain && (alsoSignatures || value.GetPropertyName() is not Signature)).ToList();
        var value = values[random.Next(values.Count)];
        var path = value.GetPath();
        value.ReplaceWith(Other(value));
        lines[place] = line.ToJsonString();
        return ($"another {path} in line {place}: {value}", Text(lines));
    }

    private JsonNode? Other(JsonNode value)
    {
        if (value.GetValueKind() is System.Text.Json.JsonValueKind.Number)
        {
            return value.GetValue<long>() + (random.Next(2) == 0 ? 1 : -1);
        }

        var text = value.GetValue<string>();
        var place = random.Next(text.Length);
        return random.Next(10) == 0 ? null : $"{text[..place]}{OtherThan(text[place])}{text[(place + 1)..]}";
    }

    /// <summary>Of the same sort, so that it still looks like what it was.</summary>
    private char OtherThan(char character)
    {
        var sort = char.IsAsciiHexDigitLower(character) ? "0123456789abcdef" : "ghijklmnopqrstuvwxyzGHIJKLMNOP ,.";
        var other = sort[random.Next(sort.Length)];
        return other == character ? OtherThan(character) : other;
    }

    private static IEnumerable<JsonNode> Values(JsonNode node) => node switch
    {
        JsonObject parts => parts.Where(part => part.Value is not null).SelectMany(part => Values(part.Value!)),
        _ => [node],
    };

    private static string Text(IEnumerable<string> lines) => string.Concat(lines.Select(line => $"{line}\n"));
}
