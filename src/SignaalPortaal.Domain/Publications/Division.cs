namespace SignaalPortaal.Domain.Publications;

/// <summary>
/// Divides a published total into blocks: zeros first, then cut in two and in two again. What is taken together follows from what everybody knows, and from
/// tests of which the failure has a second cause for each part, so that nothing follows about a part that is not shown.
/// </summary>
/// <remarks>
/// <para>
/// A claim is that something that is not shown is surely neither zero nor enough (k signals, of r reporters). Of a total T over n parts, with e the larger of
/// k and r:
/// </para>
/// <para>
/// T = e and T = n + e - 2 leave too little room for a second cause, and are one block whatever the parts hold. Otherwise each part that holds nothing is
/// shown, when the m others hold at least m + e - 1 together. When they do not, everything is one block, and each part can still be zero.
/// </para>
/// <para>
/// The m others hold one at least each. They are cut where everybody can work out, and only where each side of a parts holds a + e - 1 or more, of r
/// reporters. When a side does not, they stay one block. Take any part of a block: give each other part one signal and this one all that is left, which is
/// enough. Then no cut passes, and the publication is the same. So each part of a block may be enough, and with it everything that it is a part of. A cut
/// that passes leaves two totals that are published, with nothing else known of either.
/// </para>
/// </remarks>
/// <param name="weights">How much each part may be expected to hold, as everybody knows.</param>
/// <param name="rows">Runs of parts that readers want to see as a sum, from one place up to another.</param>
internal sealed class Division(IReadOnlyList<Block> parts, IReadOnlyList<int> weights, IReadOnlyList<(int From, int To)> rows, PublicationRules rules)
{
    private readonly int _enough = rules.Enough;

    /// <summary>Of the values of a dimension, in their order: neighbours stay together.</summary>
    public static IReadOnlyList<Block> Of(IReadOnlyList<Block> values, PublicationRules rules) =>
        new Division(values, [.. values.Select(_ => 1)], [.. values.Select((_, place) => (place, place + 1))], rules).Blocks();

    /// <summary>Nothing, when one block holds everything: it would tell of each group what all its signals are about.</summary>
    public static IReadOnlyList<Block> NotAllInOne(IReadOnlyList<Block> blocks) => blocks.Count(block => block.Tally.Count > 0) > 1 ? blocks : [];

    public IReadOnlyList<Block> Blocks() => [.. Divided()
        .OrderBy(places => places[0])
        .Select(places => Block.Of([.. places.Select(place => parts[place])], rules))];

    private IEnumerable<List<int>> Divided()
    {
        var all = Enumerable.Range(0, parts.Count).ToList();
        var holding = all.FindAll(place => parts[place].Tally.Count > 0);
        var total = parts.Sum(part => part.Tally.Count);
        var isTooTight = total == _enough || total == parts.Count + _enough - 2 || !HasRoom(holding);
        return all.Count <= 1 || (total > 0 && isTooTight) ? [all] : all.Except(holding).Select(place => new List<int> { place }).Concat(Cut(holding));
    }

    private IEnumerable<List<int>> Cut(List<int> holding)
    {
        if (holding.Count <= 1)
        {
            return holding.Count == 0 ? [] : [holding];
        }

        var at = BestCut(holding);
        var (left, right) = (holding[..at], holding[at..]);
        return MayStandAlone(left) && MayStandAlone(right) ? Cut(left).Concat(Cut(right)) : [holding];
    }

    private bool MayStandAlone(List<int> holding) => HasRoom(holding) && Tally.Sum(holding.Select(place => parts[place].Tally), rules).IsSafe;

    private bool HasRoom(List<int> holding) => holding.Sum(place => parts[place].Tally.Count) >= holding.Count + _enough - 1;

    /// <summary>
    /// Public: where most rows begin or end and where both sides may be expected to hold much. The first of those that are as good.
    /// </summary>
    private int BestCut(List<int> holding)
    {
        var ends = new int[parts.Count + 1];
        foreach (var (from, to) in rows)
        {
            var (first, last) = (holding.FindIndex(place => place >= from), holding.FindLastIndex(place => place < to));
            if (first >= 0 && first <= last)
            {
                ends[first]++;
                ends[last + 1]++;
            }
        }

        var (all, left) = (holding.Sum(place => (long)weights[place]), 0L);
        return Enumerable.Range(1, holding.Count - 1)
            .Select(at =>
            {
                left += weights[holding[at - 1]];
                return (At: at, Worth: Math.Min(left, all - left) * ends[at]);
            })
            .MaxBy(cut => cut.Worth)
            .At;
    }
}
