namespace SignaalPortaal.Domain.Publications;

/// <summary>
/// Divides the tree of units into blocks that may be seen. First, from the bottom up and by head counts only: a unit in which too few people work is one part
/// with the unit above it, or with the nearest below. Then <see cref="Division"/> decides which of these parts stand alone. All other levels are sums of blocks.
/// </summary>
internal sealed class UnitRollUp
{
    /// <summary>How many rows may be given up to show the unit above them. Higher rows say more, and what is not solved here costs a row higher up.</summary>
    private const int FairPrice = 2;

    private readonly PublicationRules _rules;
    private readonly List<Part> _parts = [];
    private readonly List<(int From, int To)> _rows = [];

    /// <param name="units">From the top down or in any other order.</param>
    /// <param name="counts">Of each unit itself.</param>
    public UnitRollUp(IReadOnlyList<PublishedUnit> units, IReadOnlyDictionary<Guid, Tally> counts, PublicationRules rules)
    {
        _rules = rules;
        var byId = units.ToDictionary(unit => unit.Id, unit => new Node(unit));
        var everything = new Node(null);
        foreach (var unit in units)
        {
            (unit.ParentId is { } parent && byId.TryGetValue(parent, out var above) ? above : everything).Below.Add(byId[unit.Id]);
        }

        TakeFewPeopleTogether(everything);
        everything.CountPeople();
        Line(everything);
        Blocks = new Division(
            [.. _parts.Select(part => new Block(
                [.. part.Units.Select(unit => $"{unit}").Order(StringComparer.Ordinal)], Tally.Sum(part.Units.Select(unit => counts[unit]), rules)))],
            [.. _parts.Select(part => part.People)],
            _rows,
            rules).Blocks();
    }

    /// <summary>The finest that may be seen. Each unit is in one of these.</summary>
    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>The first level of which more than one row can be seen, with all that is in none of these as the last.</summary>
    public IReadOnlyList<Block> TopRows()
    {
        var leaves = _parts.ConvertAll(part => part.Units.Select(unit => $"{unit}").ToHashSet());
        var rows = new List<List<Block>>();
        var left = Blocks.ToList();
        foreach (var (from, to) in _rows.Where(row => row.To - row.From < _parts.Count).OrderByDescending(row => row.To - row.From).ThenBy(row => row.From))
        {
            var within = leaves[from..to].SelectMany(units => units).ToHashSet();
            var row = left.FindAll(block => within.IsSupersetOf(block.Leaves));
            if (row.Count > 0 && row.Sum(block => block.Leaves.Count) == within.Count)
            {
                rows.Add(row);
                left.RemoveAll(row.Contains);
            }
        }

        return [.. rows.Append(left).Where(row => row.Count > 0).Select(row => Block.Of(row, _rules))];
    }

    private void TakeFewPeopleTogether(Node node)
    {
        node.Below.ForEach(TakeFewPeopleTogether);
        var isTheWhole = node.Unit is null;
        var rest = Part.Of([
            node.Unit is { } unit ? new Part([unit.Id], unit.People) : new Part([], 0), .. node.Below.Select(below => below.Open).OfType<Part>()]);
        while (rest.Units.Count > 0 && rest.People < _rules.FewestPeople)
        {
            var joins = Cheapest(node, isTheWhole ? int.MaxValue : FairPrice, part => rest.People + part.People >= _rules.FewestPeople);
            if (isTheWhole)
            {
                joins ??= Cheapest(node, int.MaxValue, _ => true);
            }

            if (joins is null)
            {
                if (isTheWhole)
                {
                    break;
                }

                node.Open = rest;
                return;
            }

            rest = Part.Of([rest, joins[^1].Rest!]);
            joins[^1].Rest = null;
            joins.ForEach(given => given.IsARow = false);
        }

        node.Rest = rest.Units.Count == 0 ? null : rest;
        node.IsARow = !isTheWhole;
    }

    /// <summary>The path to the part that costs the fewest rows; of those the one with the fewest people.</summary>
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
                if (below.Rest is { } part
                    && (costs, part.People, below.Unit!.Id).CompareTo((rows, people, id)) < 0
                    && helps(part))
                {
                    (cheapest, rows, people, id) = (further, costs, part.People, below.Unit!.Id);
                }

                Look(below, further, costs);
            }
        }
    }

    /// <summary>All parts in one line, so that what belongs to a unit is a run of it. Of those beside each other the one with the most people first.</summary>
    private void Line(Node node)
    {
        var from = _parts.Count;
        IEnumerable<(int People, Guid Id, Action Add)> beside =
        [
            .. node.Rest is { } rest ? [(rest.People, Guid.Empty, () => _parts.Add(rest))] : Array.Empty<(int, Guid, Action)>(),
            .. node.Below.Select(below => (below.PeopleInAll, below.Unit!.Id, (Action)(() => Line(below)))),
        ];
        foreach (var (_, _, add) in beside.OrderByDescending(one => one.People).ThenBy(one => one.Id))
        {
            add();
        }

        if (node.IsARow && _parts.Count > from)
        {
            _rows.Add((from, _parts.Count));
        }
    }

    /// <param name="Units">Whose own signals are in it.</param>
    private sealed record Part(IReadOnlyList<Guid> Units, int People)
    {
        public static Part Of(IReadOnlyCollection<Part> parts) => new([.. parts.SelectMany(part => part.Units)], parts.Sum(part => part.People));
    }

    /// <param name="unit">Null for the whole.</param>
    private sealed class Node(PublishedUnit? unit)
    {
        public PublishedUnit? Unit => unit;

        public List<Node> Below { get; } = [];

        /// <summary>Where too few people work; goes up.</summary>
        public Part? Open { get; set; }

        /// <summary>The unit itself with what is too small below it.</summary>
        public Part? Rest { get; set; }

        /// <summary>The unit with all below it is a sum of parts.</summary>
        public bool IsARow { get; set; }

        public int PeopleInAll { get; private set; }

        public int CountPeople() => PeopleInAll = (Rest?.People ?? 0) + Below.Sum(below => below.CountPeople());
    }
}
