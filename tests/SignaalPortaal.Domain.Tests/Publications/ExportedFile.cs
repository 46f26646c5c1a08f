using System.Text.Json;

namespace SignaalPortaal.Domain.Tests.Publications;

/// <summary>An export, read from its JSON.</summary>
internal sealed class ExportedFile
{
    /// <summary>Outcome and reason in one.</summary>
    public const string Answer = "answer";

    private readonly Dictionary<string, IReadOnlyList<string>> _leaves;
    private readonly Dictionary<string, int> _people;

    private ExportedFile(JsonElement root)
    {
        Rules = root.GetProperty("rules").EnumerateObject().ToDictionary(
            rules => rules.Name,
            rules => new FileRules(rules.Value.GetProperty("k").GetInt32(), rules.Value.GetProperty("people").GetInt32(), rules.Value.GetProperty("reporters").GetInt32()));
        _leaves = root.GetProperty("dims").EnumerateObject().ToDictionary(dimension => dimension.Name, dimension => Strings(dimension.Value));
        _leaves[Answer] =
        [
            .. _leaves["outcome"].Where(outcome => outcome != "NotAdopted"),
            .. _leaves["reason"].Where(reason => reason != "None").Select(reason => $"NotAdopted/{reason}"),
        ];
        _people = root.GetProperty("population").EnumerateObject().ToDictionary(unit => unit.Name, unit => unit.Value.GetInt32());
        Cells = [.. root.GetProperty("cells").EnumerateArray().Select(ReadCell)];
    }

    public IReadOnlyDictionary<string, FileRules> Rules { get; }

    public IReadOnlyList<string> Periods => _leaves["period"];

    public IReadOnlyList<FileCell> Cells { get; }

    public static ExportedFile Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new ExportedFile(document.RootElement);
    }

    /// <summary>A unit is a leaf of one period only.</summary>
    public IReadOnlyList<string> Leaves(string dimension, string period) =>
        dimension == "unit" ? [.. _leaves[dimension].Where(leaf => leaf.StartsWith($"{period}/", StringComparison.Ordinal))] : _leaves[dimension];

    public int People(IEnumerable<string> units) => units.Sum(unit => _people[unit]);

    /// <summary>Cells that have a combination of period and measure in common, directly or by way of others.</summary>
    public IEnumerable<IReadOnlyList<FileCell>> Connected()
    {
        var groups = new List<(HashSet<(string, string)> Covers, List<FileCell> Cells)>();
        foreach (var cell in Cells)
        {
            var covers = cell.Periods.SelectMany(period => cell.Measures.Select(measure => (period, measure))).ToHashSet();
            var touching = groups.FindAll(group => group.Covers.Overlaps(covers));
            var cells = touching.SelectMany(group => group.Cells).Append(cell).ToList();
            touching.ForEach(group => covers.UnionWith(group.Covers));
            groups.RemoveAll(touching.Contains);
            groups.Add((covers, cells));
        }

        return groups.Select(group => (IReadOnlyList<FileCell>)group.Cells);
    }

    private FileCell ReadCell(JsonElement cell)
    {
        var at = cell.GetProperty("at").EnumerateObject().ToDictionary(block => block.Name, block => Strings(block.Value).ToHashSet());
        var (periods, measures) = (at.GetValueOrDefault("period") ?? [.. _leaves["period"]], at.GetValueOrDefault("measure") ?? [.. _leaves["measure"]]);
        at.Remove("period");
        at.Remove("measure");
        if (at.Remove("outcome", out var outcomes) | at.Remove("reason", out var reasons))
        {
            at[Answer] = [.. _leaves[Answer].Where(answer =>
                outcomes?.Contains(answer.Split('/')[0]) != false && reasons?.Contains(answer.Split('/') is [_, var reason] ? reason : "None") != false)];
        }

        foreach (var whole in at.Keys.Where(dimension => dimension != "unit" && at[dimension].Count == _leaves[dimension].Count).ToList())
        {
            at.Remove(whole);
        }

        var value = cell.GetProperty("value");
        return new FileCell(periods, measures, at, value.ValueKind is JsonValueKind.Null ? null : value.GetInt32(), cell.GetProperty("pub").GetString()!);
    }

    private static IReadOnlyList<string> Strings(JsonElement list) =>
        [.. list.EnumerateArray().Select(one => one.GetString()!)];
}

internal sealed record FileRules(int K, int People, int Reporters);

/// <param name="At">Without period and measure.</param>
internal sealed record FileCell(
    IReadOnlySet<string> Periods, IReadOnlySet<string> Measures, IReadOnlyDictionary<string, HashSet<string>> At, int? Value, string Publication)
{
    public string Key { get; } = string.Join(' ', At.OrderBy(block => block.Key, StringComparer.Ordinal).Select(block => $"{block.Key}={string.Join(',', block.Value.Order(StringComparer.Ordinal))}"));

    public IReadOnlyList<(string Dimension, IReadOnlySet<string> Leaves)> Blocks => [.. At.Select(block => (block.Key, (IReadOnlySet<string>)block.Value))];
}
