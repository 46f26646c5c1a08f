namespace SignaalPortaal.Domain.Publications;

/// <summary>Leaves that are published as one, and what they hold together.</summary>
/// <param name="Leaves">Sorted, so that their order says nothing.</param>
internal sealed record Block(IReadOnlyList<string> Leaves, Tally Tally)
{
    public static Block Of(IReadOnlyCollection<Block> parts, PublicationRules rules) => new(
        [.. parts.SelectMany(part => part.Leaves).Order(StringComparer.Ordinal)], Tally.Sum(parts.Select(part => part.Tally), rules));
}

/// <summary>Counts facts while it keeps reporters apart; all those without a name are one.</summary>
internal sealed class Counting(PublicationRules rules)
{
    private const int WithoutName = 0;

    private readonly Dictionary<Guid, int> _reporters = [];

    public PublicationRules Rules => rules;

    public (int Signal, int Reporter) Of(int signal, Guid? reporter) => (signal, reporter is { } known ? NumberOf(known) : WithoutName);

    public Tally Tally(IEnumerable<(int Signal, int Reporter)> counted)
    {
        var tally = new Tally(rules);
        foreach (var (signal, reporter) in counted)
        {
            tally.Add(signal, reporter);
        }

        return tally;
    }

    /// <summary>One block for each leaf, in their order.</summary>
    public IReadOnlyList<Block> Blocks(IEnumerable<(string Leaf, (int Signal, int Reporter) Counted)> facts, IReadOnlyList<string> leaves)
    {
        var tallies = PerLeaf(facts, leaves);
        return [.. leaves.Select(leaf => new Block([leaf], tallies[leaf]))];
    }

    public IReadOnlyDictionary<T, Tally> PerLeaf<T>(IEnumerable<(T Leaf, (int Signal, int Reporter) Counted)> facts, IEnumerable<T> leaves)
        where T : notnull
    {
        var tallies = leaves.ToDictionary(leaf => leaf, _ => new Tally(rules));
        foreach (var (leaf, (signal, reporter)) in facts)
        {
            var tally = tallies.GetValueOrDefault(leaf) ?? throw new ArgumentException($"There is no {leaf} to count this in.", nameof(facts));
            tally.Add(signal, reporter);
        }

        return tallies;
    }

    private int NumberOf(Guid reporter) => _reporters.TryGetValue(reporter, out var number) ? number : _reporters[reporter] = _reporters.Count + 1;
}
