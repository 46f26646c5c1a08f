namespace SignaalPortaal.Domain.Publications;

/// <summary>
/// Divides the tree of units into blocks that may be seen, from the bottom up. Each unit that is too small by itself goes into one block with the unit above
/// it; when that is still too small, one that could have been shown joins it. All other levels are sums of blocks, so no two of them differ by something small.
/// </summary>
internal sealed class UnitRollUp
{
    /// <summary>How many rows may be given up to show the unit above them. Higher rows say more, and what is not solved here costs a row higher up.</summary>
    private const int FairPrice = 2;

    private readonly PublicationRules _rules;
    private readonly List<Node> _nodes;

    /// <param name="units">From the top down or in any other order.</param>
    /// <param name="counts">Of each unit itself.</param>
    public UnitRollUp(IReadOnlyList<PublishedUnit> units, IReadOnlyDictionary<Guid, Tally> counts, PublicationRules rules)
    {
        _rules = rules;
        _nodes = [.. units.Select(unit => new Node(unit, counts[unit.Id]))];
        var byId = _nodes.ToDictionary(node => node.Unit!.Id);
        var everything = new Node(null, new Tally(rules));
        foreach (var node in _nodes)
        {
            (node.Unit!.ParentId is { } parent && byId.TryGetValue(parent, out var above) ? above : everything).Below.Add(node);
        }

        Divide(everything);
        Blocks = [.. _nodes.Append(everything).Where(node => node.Rest is not null).Select(node => node.Rest!.ToBlock())];
        Rows = TopRows(everything);
    }

    /// <summary>The finest that may be seen. A unit without people in which nothing started is in none of them.</summary>
    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>The first level that has more than one row, with all that is in none of these as the last.</summary>
    public IReadOnlyList<Block> Rows { get; }

    private void Divide(Node node)
    {
        node.Below.ForEach(Divide);
        var rest = Part.Of([node.Own, .. node.Below.Where(below => below.Open is not null).Select(below => below.Open!)], _rules);
        var isTheWhole = node.Unit is null;
        while (!rest.IsNobody && !rest.IsSafe(_rules))
        {
            var joins = Cheapest(node, isTheWhole ? int.MaxValue : FairPrice, block => Part.Of([rest, block], _rules).IsSafe(_rules));
            if (isTheWhole)
            {
                joins ??= Cheapest(node, int.MaxValue, _ => true);
            }

            if (joins is null)
            {
                node.Open = rest;
                return;
            }

            rest = Part.Of([rest, joins[^1].Rest!], _rules);
            joins[^1].Rest = null;
            joins.ForEach(given => given.IsARow = false);
        }

        node.Rest = rest.IsNobody ? null : rest;
        node.IsARow = true;
    }

    /// <summary>
    /// The path to the block that costs the fewest rows; of those the one with the fewest people, which everybody knows, so that it says nothing of its signals.
    /// </summary>
    private static List<Node>? Cheapest(Node above, int price, Func<Part, bool> helps)
    {
        List<Node>? cheapest = null;
        var (rows, people, id) = (int.MaxValue, 0, Guid.Empty);
        Look(above, [], 0);
        return cheapest;

        void Look(Node node, List<Node> path, int cost)
        {
            foreach (var below in node.Below)
            {
                var costs = cost + (below.IsARow ? 1 : 0);
                if (costs > price || costs > rows)
                {
                    continue;
                }

                List<Node> further = [.. path, below];
                if (below.Rest is { } block
                    && (costs, block.People, below.Unit!.Id).CompareTo((rows, people, id)) < 0
                    && helps(block))
                {
                    (cheapest, rows, people, id) = (further, costs, block.People, below.Unit!.Id);
                }

                Look(below, further, costs);
            }
        }
    }

    private List<Block> TopRows(Node everything)
    {
        var tops = new List<Node> { everything };
        while (tops is [var only] && only.Below.Count > 0)
        {
            tops = [.. only.Below.SelectMany(HighestRows)];
        }

        var rows = tops.Select(top => Below(top).Where(node => node.Rest is not null).ToList()).Where(row => row.Count > 0).ToList();
        var others = _nodes.Append(everything).Where(node => node.Rest is not null).Except(rows.SelectMany(row => row)).ToList();
        return [.. rows.Append(others).Where(row => row.Count > 0).Select(row => Block.Of([.. row.Select(node => node.Rest!.ToBlock())], _rules))];
    }

    private static IEnumerable<Node> HighestRows(Node node) => node.IsARow ? [node] : node.Below.SelectMany(HighestRows);

    private static IEnumerable<Node> Below(Node node) => node.Below.SelectMany(Below).Prepend(node);

    /// <param name="Leaves">Ids of units.</param>
    private sealed record Part(IReadOnlyList<Guid> Leaves, Tally Tally, int People)
    {
        public bool IsNobody => People == 0 && Tally.Count == 0;

        public bool IsSafe(PublicationRules rules) => People >= rules.FewestPeople && Tally.IsSafe;

        public static Part Of(IReadOnlyCollection<Part> parts, PublicationRules rules) => new(
            [.. parts.SelectMany(part => part.Leaves)], Tally.Sum(parts.Select(part => part.Tally), rules), parts.Sum(part => part.People));

        public Block ToBlock() => new([.. Leaves.Select(leaf => leaf.ToString()).Order(StringComparer.Ordinal)], Tally);
    }

    /// <param name="unit">Null for the whole.</param>
    private sealed class Node(PublishedUnit? unit, Tally own)
    {
        public PublishedUnit? Unit => unit;

        public List<Node> Below { get; } = [];

        public Part Own { get; } = unit is null ? new Part([], own, 0) : new Part([unit.Id], own, unit.People);

        /// <summary>What cannot be seen yet and goes up.</summary>
        public Part? Open { get; set; }

        /// <summary>A block: the unit itself with what is too small below it.</summary>
        public Part? Rest { get; set; }

        /// <summary>The unit with all below it is a sum of blocks.</summary>
        public bool IsARow { get; set; }
    }
}
