namespace SignaalPortaal.Domain.Tests.Publications;

/// <summary>All numbers of one measure in one period, and what follows from them.</summary>
internal sealed class Board(
    ExportedFile file, FileRules rules, int total, IReadOnlyList<FileCell> cells, TrueFacts facts, string place, Action<Harm, string> add)
{
    public void Look(Random? programmes, int large)
    {
        foreach (var cell in cells.Where(cell => cell.Value > 0 && cell.Value < rules.K))
        {
            add(Harm.SmallCount, $"{place}: {cell.Value} is printed");
        }

        var dimensions = cells.SelectMany(cell => cell.At.Keys).Distinct().ToList();
        var sides = dimensions.ToDictionary(dimension => dimension, Side);
        var whole = new Region([], total);
        JudgeKnown(whole, file.Leaves("unit", cells[0].Periods.Single()));
        foreach (var side in sides.Values)
        {
            JudgeSide(side, large);
        }

        if (sides.Values.Any(side => !side.IsKnown))
        {
            return;
        }

        var groups = new List<IReadOnlyList<Region>>();
        foreach (var connected in Connected(dimensions))
        {
            List<Region> regions = [.. connected.SelectMany(dimension => sides[dimension].Classes.Select(one => one.Known(dimension)))];
            if (connected.Count == 2)
            {
                regions.AddRange(new Grid(sides[connected[0]], sides[connected[1]], cells, JudgePair, JudgeKnown, () => add(Harm.NotJudged, place)).Look());
            }
            else if (connected.Count > 2)
            {
                add(Harm.NotJudged, place);
            }

            groups.Add(regions);
        }

        // What no table connects can be shared in any way that leaves both as large as they are.
        for (var one = 0; one < groups.Count; one++)
        {
            foreach (var (left, right) in groups[one].SelectMany(left => groups.Skip(one + 1).SelectMany(other => other), (left, right) => (left, right)))
            {
                JudgePair(left, right, Math.Max(0, left.Value + right.Value - total), Math.Min(left.Value, right.Value));
            }
        }

        if (programmes is not null && sides.Values.Aggregate(1L, (product, side) => product * side.Classes.Count) <= large)
        {
            new Programmes(sides.Values.ToList(), cells, rules, add, place).Look(programmes);
        }
    }

    private Side Side(string dimension)
    {
        var touching = cells.Where(cell => cell.At.ContainsKey(dimension)).ToList();
        var leaves = file.Leaves(dimension, cells[0].Periods.Single());
        var inCells = leaves.ToDictionary(leaf => leaf, _ => new List<int>());
        for (var number = 0; number < touching.Count; number++)
        {
            foreach (var leaf in touching[number].At[dimension])
            {
                inCells[leaf].Add(number);
            }
        }

        var classes = leaves
            .GroupBy(leaf => string.Join(',', inCells[leaf]))
            .Select(same => new LeafClass([.. same], total))
            .ToList();
        var side = new Side(dimension, leaves.Count, classes);
        side.Add([.. classes], total);
        foreach (var cell in touching.Where(cell => cell.At.Count == 1 && cell.Value is not null))
        {
            side.Add([.. classes.Where(one => cell.At[dimension].Contains(one.Leaves[0]))], cell.Value!.Value);
        }

        side.Narrow();
        return side;
    }

    private void JudgeSide(Side side, int large)
    {
        if (!side.IsKnown && side.Classes.Count <= large / 4 && side.Classes.All(one => HarmOf(one) is null))
        {
            side.NarrowByProgramme();
        }

        foreach (var one in side.Classes)
        {
            if (one.Lowest == one.Highest)
            {
                JudgeKnown(one.Known(side.Dimension), one.Leaves);
            }
            else if (HarmOf(one) is { } harm)
            {
                add(harm, $"{place}: {side.Dimension} {one.Lowest} to {one.Highest}");
            }
        }

        if (!side.IsKnown)
        {
            add(Harm.NotJudged, $"{place}: {side.Dimension}");
        }
        else if (side.Dimension is "theme" or "kind" && total > 0 && side.Classes.Any(one => one.Lowest == total && one.Leaves.Count < side.Leaves))
        {
            add(Harm.OneTheme, $"{place}: everything is one {side.Dimension}");
        }
    }

    private Harm? HarmOf(LeafClass one) => (one.Highest, one.Highest - one.Lowest) switch
    {
        (0, _) => null,
        var (highest, _) when highest < rules.K => one.Lowest > 0 ? Harm.SmallCount : Harm.SmallAtMost,
        var (_, width) when width > 0 && width < rules.K => Harm.Narrow,
        _ => null,
    };

    /// <param name="units">When these are the people behind it.</param>
    private void JudgeKnown(Region region, IReadOnlyCollection<string> units)
    {
        if (region.Value > 0)
        {
            var inside = facts.In(region.At);
            if (region.Value < rules.K || inside.DistinctBy(fact => fact.Signal).Count() < rules.K)
            {
                add(Harm.SmallCount, $"{place}: {region} is {region.Value}");
            }

            if (inside.DistinctBy(fact => fact.Reporter).Count() < rules.Reporters)
            {
                add(Harm.Insider, $"{place}: {region} is {region.Value}");
            }
        }

        if (region.At.All(block => block.Dimension == "unit") && file.People(units) is var people && people < rules.People && (people > 0 || region.Value > 0))
        {
            add(Harm.FewPeople, $"{place}: {region} has {people} people");
        }
    }

    private void JudgePair(Region left, Region right, int lowest, int highest)
    {
        if (highest > 0 && highest < rules.K)
        {
            add(lowest > 0 ? Harm.SmallCount : Harm.SmallAtMost, $"{place}: {left} and {right}: {lowest} to {highest}");
        }

        if (highest > lowest && highest - lowest < rules.K)
        {
            add(Harm.Narrow, $"{place}: {left} and {right}: {lowest} to {highest}");
        }

        if (lowest == highest && highest > 0 && lowest < Math.Max(left.Value, right.Value))
        {
            JudgeKnown(new Region([.. left.At, .. right.At], highest), []);
        }

        if (lowest > 0 && ((lowest == left.Value && right.IsOneTheme(file)) || (lowest == right.Value && left.IsOneTheme(file))))
        {
            add(Harm.OneTheme, $"{place}: {left} and {right} share all {lowest}");
        }
    }

    private IEnumerable<IReadOnlyList<string>> Connected(IReadOnlyList<string> dimensions)
    {
        var left = dimensions.ToList();
        while (left.Count > 0)
        {
            var group = new List<string> { left[0] };
            for (var next = 0; next < group.Count; next++)
            {
                group.AddRange(cells
                    .Where(cell => cell.At.Count > 1 && cell.At.ContainsKey(group[next]))
                    .SelectMany(cell => cell.At.Keys)
                    .Distinct()
                    .Except(group)
                    .ToList());
            }

            left.RemoveAll(group.Contains);
            yield return group;
        }
    }
}

/// <summary>Something of which the count is known: nothing for the whole.</summary>
internal sealed record Region(IReadOnlyList<(string Dimension, IReadOnlySet<string> Leaves)> At, int Value)
{
    /// <summary>Says something of what signals are about.</summary>
    public bool IsOneTheme(ExportedFile file) =>
        At.Any(block => block.Dimension is "theme" or "kind" && block.Leaves.Count < file.Leaves(block.Dimension, "").Count);

    public override string ToString() => string.Join(" x ", At.Select(block => $"{block.Dimension} {string.Join('+', block.Leaves.Take(4))}"));
}

/// <summary>Leaves that no number tells apart.</summary>
internal sealed class LeafClass(IReadOnlyList<string> leaves, int total)
{
    private readonly HashSet<string> _leaves = [.. leaves];

    public IReadOnlyList<string> Leaves => leaves;

    public int Lowest { get; set; }

    public int Highest { get; set; } = total;

    public Region Known(string dimension) => new([(dimension, _leaves)], Lowest);
}

/// <summary>One dimension of a board.</summary>
internal sealed class Side(string dimension, int leaves, IReadOnlyList<LeafClass> classes)
{
    private readonly List<(IReadOnlyList<LeafClass> Members, int Value)> _sums = [];

    public string Dimension => dimension;

    public int Leaves => leaves;

    public IReadOnlyList<LeafClass> Classes => classes;

    public bool IsKnown => classes.All(one => one.Lowest == one.Highest);

    public void Add(IReadOnlyList<LeafClass> members, int value) => _sums.Add((members, value));

    /// <summary>What is left for one when all others in a sum are as large, or as small, as they can be.</summary>
    public void Narrow()
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (members, value) in _sums)
            {
                var (lowest, highest) = (members.Sum(one => one.Lowest), members.Sum(one => one.Highest));
                foreach (var one in members)
                {
                    var (from, to) = (Math.Max(one.Lowest, value - (highest - one.Highest)), Math.Min(one.Highest, value - (lowest - one.Lowest)));
                    if (from > one.Lowest || to < one.Highest)
                    {
                        (lowest, highest) = (lowest + from - one.Lowest, highest + to - one.Highest);
                        (one.Lowest, one.Highest) = (from, to);
                        changed = from <= to;
                    }
                }
            }
        }
    }

    public void NarrowByProgramme()
    {
        var place = classes.Select((one, number) => (one, number)).ToDictionary(pair => pair.one, pair => pair.number);
        var programme = new LinearProgram(classes.Count, [.. _sums.Select(sum => ((IReadOnlyList<int>)[.. sum.Members.Select(one => place[one])], sum.Value))]);
        if (programme.IsFeasible)
        {
            foreach (var one in classes)
            {
                (one.Lowest, one.Highest) = programme.Interval([place[one]]);
            }
        }
    }
}
