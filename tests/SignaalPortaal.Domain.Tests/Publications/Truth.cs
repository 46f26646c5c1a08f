using SignaalPortaal.Domain.Publications;

namespace SignaalPortaal.Domain.Tests.Publications;

/// <summary>What really happened, as the judge looks at it: every fact with a leaf of each dimension.</summary>
internal static class Truth
{
    public static ILookup<(string Period, string Measure), TrueFact> Of(IEnumerable<QuarterFacts> quarters) =>
        quarters.SelectMany(Facts).ToLookup(fact => (fact.Leaves["period"], fact.Leaves["measure"]));

    private static IEnumerable<TrueFact> Facts(QuarterFacts quarter)
    {
        var number = 0;
        var facts = quarter.Raised
            .Select(fact => new TrueFact(
                At("Raised", ("unit", $"{quarter.Quarter}/{fact.Unit}"), ("theme", $"{fact.Theme}"), ("kind", $"{fact.Kind}"), ("status", $"{fact.Status}")),
                $"{fact.Reporter}",
                $"{number++}"))
            .Concat(quarter.Answered.Select(fact => new TrueFact(
                At(
                    "Answered",
                    ("outcome", $"{fact.Outcome}"),
                    ("reason", fact.Reason is { } reason ? $"{reason}" : "None"),
                    ("timeliness", fact.InTime ? "InTime" : "Late"),
                    ("duration", $"{fact.Duration}")),
                $"{fact.Reporter}",
                $"{fact.Signal}")))
            .Concat(quarter.EscalatedBySilence.Select(fact => new TrueFact(At("EscalatedBySilence"), $"{fact.Reporter}", $"{number++}")))
            .Concat(quarter.OverdueAtTheTop.Select(fact => new TrueFact(At("OverdueAtTheTop"), $"{fact.Reporter}", $"{number++}")));
        return facts.ToList();

        Dictionary<string, string> At(string measure, params (string Dimension, string Leaf)[] leaves) =>
            leaves.Append(("period", $"{quarter.Quarter}")).Append(("measure", measure)).ToDictionary();
    }
}

/// <param name="Reporter">Empty for all those without a name.</param>
internal sealed record TrueFact(IReadOnlyDictionary<string, string> Leaves, string Reporter, string Signal);

/// <summary>Facts by their leaves, so that what is in a block is found without looking at all of them.</summary>
internal sealed class TrueFacts(IReadOnlyList<TrueFact> facts)
{
    private readonly Dictionary<string, ILookup<string, TrueFact>> _byLeaf = [];

    public IReadOnlyList<TrueFact> In(IReadOnlyCollection<(string Dimension, IReadOnlySet<string> Leaves)> blocks)
    {
        if (blocks.Count == 0)
        {
            return facts;
        }

        var (first, leaves) = blocks.MinBy(block => block.Leaves.Count);
        if (!_byLeaf.TryGetValue(first, out var byLeaf))
        {
            _byLeaf[first] = byLeaf = facts.ToLookup(fact => fact.Leaves[first]);
        }

        var others = blocks.Where(block => block.Dimension != first).ToList();
        return [.. leaves.SelectMany(leaf => byLeaf[leaf]).Where(fact => others.TrueForAll(block => block.Leaves.Contains(fact.Leaves[block.Dimension])))];
    }
}
