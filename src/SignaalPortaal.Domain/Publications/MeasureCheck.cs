using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Publications;

/// <summary>What follows from the tables of one measure in one quarter.</summary>
internal sealed class MeasureCheck(PublishedQuarter quarter, PublishedMeasure measure, IReadOnlyList<PublishedTable> tables)
{
    private readonly Dictionary<string, int> _people = quarter.Units.ToDictionary(unit => $"{unit.Id}", unit => unit.People);
    private readonly List<PublicationFinding> _findings = [];

    public IReadOnlyList<PublicationFinding> Findings()
    {
        if (tables.Count(table => table.Dimensions.Count == 0) != 1
            || LinkedMeasures.TotalOf(tables, measure) is not { } total
            || tables.DistinctBy(table => string.Join('x', table.Dimensions)).Count() != tables.Count
            || tables.Any(table => table.Cells.Sum(cell => cell.Count) != total || !IsWhole(table)))
        {
            Add(PublicationRisk.Contradiction);
            return _findings;
        }

        foreach (var cell in tables.SelectMany(table => table.Cells))
        {
            Look(cell);
        }

        if (quarter.Units.Sum(unit => unit.People) < quarter.Rules.FewestPeople)
        {
            Add(PublicationRisk.FewPeople);
        }

        var margins = tables.Where(table => table.Dimensions.Count == 1).ToList();
        var crosses = tables.Where(table => table.Dimensions.Count == 2).ToList();
        if (crosses.Count > 1)
        {
            Add(PublicationRisk.Overlap);
        }

        LookAtReasons(margins);
        foreach (var margin in margins)
        {
            LookAtOneTheme(margin.Cells, total);
            foreach (var other in margins.Where(other => other.Dimensions[0] > margin.Dimensions[0]))
            {
                LookAtPairs(margin.Cells, total, other.Cells, total, total);
            }
        }

        crosses.ForEach(cross => LookAtCross(cross, margins));
        return _findings;
    }

    /// <summary>Each combination of a block of every dimension is there once, and so is each leaf.</summary>
    private bool IsWhole(PublishedTable table)
    {
        if (table.Dimensions.Count is 0 or > 2)
        {
            return table.Dimensions.Count == 0 && table.Cells.Count == 1;
        }

        var blocks = table.Dimensions.Select((_, side) => table.Cells.Select(cell => cell.At[side]).DistinctBy(NameOf).ToList()).ToList();
        return table.Cells.Count == blocks.Aggregate(1, (product, side) => product * side.Count)
            && table.Cells.DistinctBy(cell => string.Join('|', cell.At.Select(NameOf))).Count() == table.Cells.Count
            && blocks.Select((side, number) => IsPartition(table.Dimensions[number], side)).All(isPartition => isPartition);
    }

    private bool IsPartition(PublishedDimension dimension, IReadOnlyList<PublishedBlock> blocks)
    {
        var leaves = blocks.SelectMany(block => block.Leaves).ToHashSet();
        var known = dimension is PublishedDimension.Unit ? [.. _people.Keys] : CategoriesOf(dimension).ToHashSet();
        return blocks.Sum(block => block.Leaves.Count) == leaves.Count && leaves.SetEquals(known);
    }

    private void Look(PublishedCell cell)
    {
        if (cell.Count < 0 || (cell.Count > 0 && cell.Count < quarter.Rules.SmallestCount))
        {
            Add(PublicationRisk.SmallCount, [.. cell.At]);
        }

        foreach (var block in cell.At.Where(block =>
            block.Dimension is PublishedDimension.Unit && block.Leaves.Sum(leaf => _people[leaf]) < quarter.Rules.FewestPeople))
        {
            Add(PublicationRisk.FewPeople, block);
        }
    }

    private void LookAtOneTheme(IReadOnlyList<PublishedCell> cells, int total)
    {
        foreach (var cell in cells.Where(cell => total > 0 && cell.Count == total && SaysWhatItIsAbout(cell)))
        {
            Add(PublicationRisk.OneTheme, [.. cell.At]);
        }
    }

    /// <summary>The reasons divide a count of "not adopted": without it among the outcomes they would tell a part of a block.</summary>
    private void LookAtReasons(IReadOnlyList<PublishedTable> margins)
    {
        if (margins.FirstOrDefault(margin => margin.Dimensions[0] is PublishedDimension.Reason) is not { } reasons)
        {
            return;
        }

        var notAdopted = margins
            .FirstOrDefault(margin => margin.Dimensions[0] is PublishedDimension.Outcome)?.Cells
            .FirstOrDefault(cell => cell.At[0].Leaves is [nameof(Outcome.NotAdopted)]);
        var none = reasons.Cells.FirstOrDefault(cell => cell.At[0].Leaves is [PublishedLeaf.NoReason]);
        if (none is null || notAdopted is null)
        {
            Add(PublicationRisk.Overlap);
        }
        else if (reasons.Cells.Sum(cell => cell.Count) - none.Count != notAdopted.Count)
        {
            Add(PublicationRisk.Contradiction);
        }
    }

    private void LookAtCross(PublishedTable cross, IReadOnlyList<PublishedTable> margins)
    {
        var rows = Lines(side: 0);
        var columns = Lines(side: 1);
        if (rows is null || columns is null)
        {
            Add(PublicationRisk.Overlap);
            return;
        }

        var cells = cross.Cells.ToDictionary(cell => (NameOf(cell.At[0]), NameOf(cell.At[1])));
        foreach (var row in rows)
        {
            foreach (var column in columns)
            {
                var cell = cells[(row.Name, column.Name)];
                LookAtPairs(row.Within, row.Count, column.Within, column.Count, cell.Count);
                LookAtOneTheme([cell], row.Count);
            }
        }

        List<Line>? Lines(int side)
        {
            var finer = margins.FirstOrDefault(margin => margin.Dimensions[0] == cross.Dimensions[side])?.Cells ?? [];
            var lines = cross.Cells.GroupBy(cell => NameOf(cell.At[side])).Select(line =>
            {
                var (block, count) = (line.First().At[side], line.Sum(cell => cell.Count));
                var leaves = block.Leaves.ToHashSet();
                return new Line(line.Key, new PublishedCell([block], count), [.. finer.Where(cell => cell.At[0].Leaves.All(leaves.Contains))]);
            }).ToList();
            var areSums = lines.TrueForAll(line => line.Within.Sum(cell => cell.Count) == line.Count);
            return finer.Count == lines.Sum(line => line.Within.Count) && areSums ? lines : null;
        }
    }

    /// <summary>
    /// What a block of one dimension and a block of another share, when each is part of a line of a cross table and all that is known of the two lines is how
    /// much these share. Without a cross table both lines are everything, and so is what they share.
    /// </summary>
    private void LookAtPairs(
        IReadOnlyList<PublishedCell> rows, int row, IReadOnlyList<PublishedCell> columns, int column, int shared)
    {
        foreach (var one in rows)
        {
            foreach (var other in columns)
            {
                var lowest = Math.Max(0, Math.Max(0, one.Count + shared - row) + Math.Max(0, other.Count + shared - column) - shared);
                var highest = Math.Min(shared, Math.Min(one.Count, other.Count));
                if (highest > 0 && highest < quarter.Rules.SmallestCount)
                {
                    Add(PublicationRisk.SmallCount, [.. one.At, .. other.At]);
                }
                else if (highest > lowest && highest - lowest < quarter.Rules.SmallestCount)
                {
                    Add(PublicationRisk.NarrowInterval, [.. one.At, .. other.At]);
                }

                if (lowest > 0 && ((lowest == one.Count && SaysWhatItIsAbout(other)) || (lowest == other.Count && SaysWhatItIsAbout(one))))
                {
                    Add(PublicationRisk.OneTheme, [.. one.At, .. other.At]);
                }
            }
        }
    }

    private bool SaysWhatItIsAbout(PublishedCell cell) =>
        cell.At.Any(block =>
            block.Dimension is PublishedDimension.Theme or PublishedDimension.Kind && block.Leaves.Count < CategoriesOf(block.Dimension).Count);

    /// <summary>Of then.</summary>
    private IReadOnlyList<string> CategoriesOf(PublishedDimension dimension) => quarter.Categories.GetValueOrDefault(dimension) ?? [];

    private static string NameOf(PublishedBlock block) => string.Join(',', block.Leaves);

    private void Add(PublicationRisk risk, params IReadOnlyList<PublishedBlock> at) =>
        _findings.Add(new PublicationFinding(quarter.Quarter, risk, measure, at));

    /// <param name="Within">The blocks of the margin that the line consists of.</param>
    private sealed record Line(string Name, PublishedCell Whole, IReadOnlyList<PublishedCell> Within)
    {
        public int Count => Whole.Count;
    }
}
