namespace SignaalPortaal.Domain.Tests.Publications;

/// <summary>
/// Two dimensions that a cross table connects. The bounds are exact when the table is a full grid: what a class of rows has in a cell and what a class of columns
/// has in it are free of each other within what the rest of their row and column leaves, and so is what they share.
/// </summary>
internal sealed class Grid(
    Side rows, Side columns, IReadOnlyList<FileCell> cells, Action<Region, Region, int, int> judgePair, Action<Region, IReadOnlyCollection<string>> judgeKnown, Action notJudged)
{
    public IEnumerable<Region> Look()
    {
        var joint = cells.Where(cell => cell.At.Count == 2 && cell.At.ContainsKey(rows.Dimension) && cell.At.ContainsKey(columns.Dimension)).ToList();
        var (bands, strips) = (Bands(rows, joint), Bands(columns, joint));
        var counts = new int?[bands.Count, strips.Count];
        foreach (var cell in joint.Where(cell => cell.Value is not null))
        {
            var (across, down) = (bands.FindAll(band => band.IsIn(cell)), strips.FindAll(strip => strip.IsIn(cell)));
            if (across.Count != 1 || down.Count != 1)
            {
                notJudged();
                return [];
            }

            counts[bands.IndexOf(across[0]), strips.IndexOf(down[0])] = cell.Value;
        }

        if (!FillIn(counts, bands, strips))
        {
            notJudged();
            return [];
        }

        var regions = new List<Region>();
        for (var across = 0; across < bands.Count; across++)
        {
            for (var down = 0; down < strips.Count; down++)
            {
                var (band, strip, count) = (bands[across], strips[down], counts[across, down]!.Value);
                var cell = new Region([.. band.Whole.At, .. strip.Whole.At], count);
                judgeKnown(cell, []);
                regions.Add(cell);
                foreach (var (left, right) in band.Regions.SelectMany(left => strip.Regions, (left, right) => (left, right)))
                {
                    var (lowest, highest) = Bounds(left.Value, band.Whole.Value, right.Value, strip.Whole.Value, count);
                    judgePair(left, right, lowest, highest);
                }
            }
        }

        foreach (var band in bands.Concat(strips))
        {
            judgeKnown(band.Whole, band.Classes.SelectMany(one => one.Leaves).ToList());
        }

        return [.. regions, .. bands.Concat(strips).Select(band => band.Whole)];
    }

    /// <param name="row">What the class of rows holds, of <paramref name="band"/> in all rows that the table does not tell apart.</param>
    /// <param name="column">The same for columns, of <paramref name="strip"/>.</param>
    /// <param name="cell">What the table says that band and strip share.</param>
    internal static (int Lowest, int Highest) Bounds(int row, int band, int column, int strip, int cell)
    {
        var (rowAtLeast, columnAtLeast) = (Math.Max(0, row + cell - band), Math.Max(0, column + cell - strip));
        return (Math.Max(0, rowAtLeast + columnAtLeast - cell), Math.Min(cell, Math.Min(row, column)));
    }

    private static List<Band> Bands(Side side, List<FileCell> joint) =>
        [.. side.Classes
            .GroupBy(one => string.Join(',', joint.Select((cell, number) => cell.At[side.Dimension].Contains(one.Leaves[0]) ? number : -1).Where(number => number >= 0)))
            .Select(same => new Band(side.Dimension, [.. same]))];

    /// <summary>A cell that is missing follows from its row or its column.</summary>
    private static bool FillIn(int?[,] counts, List<Band> bands, List<Band> strips)
    {
        for (var filled = true; filled;)
        {
            filled = false;
            for (var across = 0; across < bands.Count; across++)
            {
                for (var down = 0; down < strips.Count; down++)
                {
                    var inRow = Enumerable.Range(0, strips.Count).Where(other => other != down).Select(other => counts[across, other]).ToList();
                    var inColumn = Enumerable.Range(0, bands.Count).Where(other => other != across).Select(other => counts[other, down]).ToList();
                    if (counts[across, down] is null && (bands[across].Whole.Value == 0 || strips[down].Whole.Value == 0))
                    {
                        counts[across, down] = 0;
                        filled = true;
                    }
                    else if (counts[across, down] is null && inRow.TrueForAll(count => count is not null))
                    {
                        counts[across, down] = bands[across].Whole.Value - inRow.Sum();
                        filled = true;
                    }
                    else if (counts[across, down] is null && inColumn.TrueForAll(count => count is not null))
                    {
                        counts[across, down] = strips[down].Whole.Value - inColumn.Sum();
                        filled = true;
                    }
                }
            }
        }

        return counts.Cast<int?>().All(count => count is not null);
    }

    /// <summary>Classes that the cross table does not tell apart.</summary>
    private sealed class Band
    {
        public Band(string dimension, IReadOnlyList<LeafClass> classes)
        {
            Classes = classes;
            Whole = new Region([(dimension, classes.SelectMany(one => one.Leaves).ToHashSet())], classes.Sum(one => one.Lowest));
            Regions = classes.Count == 1 ? [Whole] : [Whole, .. classes.Select(one => one.Known(dimension))];
        }

        public IReadOnlyList<LeafClass> Classes { get; }

        public Region Whole { get; }

        public IReadOnlyList<Region> Regions { get; }

        public bool IsIn(FileCell cell) => cell.At[Whole.At[0].Dimension].Overlaps(Whole.At[0].Leaves);
    }
}
