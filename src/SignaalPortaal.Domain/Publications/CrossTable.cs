namespace SignaalPortaal.Domain.Publications;

/// <summary>
/// Units by themes: all cells or none. Which rows and columns are taken together follows from their published sums; only then are the cells looked at, once.
/// </summary>
/// <remarks>
/// A table of which the cells cannot all be shown does not exist. It is tried only when each row and column holds more than the smallest count, so that a
/// table that is not there says of no cell that it is small: there is always another one that may be.
/// </remarks>
internal static class CrossTable
{
    /// <summary>How much a cell of the smallest row and the smallest column should hold, in smallest counts, if they had nothing to do with each other.</summary>
    private const int FairShare = 2;

    /// <summary>Null when less than two rows by two columns can be shown.</summary>
    public static IReadOnlyList<PublishedCell>? Of(
        IReadOnlyList<Block> rows,
        IReadOnlyList<Block> columns,
        IEnumerable<(string Row, string Column, (int Signal, int Reporter) Counted)> facts,
        Counting counting)
    {
        var (taken, across) = Grouped(Holding(rows, counting.Rules), Holding(columns, counting.Rules), counting.Rules);
        if (taken.Count < 2 || across.Count < 2 || taken.Concat(across).Any(line => line.Tally.Count <= counting.Rules.Enough))
        {
            return null;
        }

        var (rowOf, columnOf) = (PlaceOf(taken), PlaceOf(across));
        var cells = taken.Select(_ => across.Select(_ => new Tally(counting.Rules)).ToList()).ToList();
        foreach (var (row, column, (signal, reporter)) in facts)
        {
            cells[rowOf[row]][columnOf[column]].Add(signal, reporter);
        }

        // A row in one cell would tell what all its signals are about.
        var canBeSeen = cells.TrueForAll(row => row.TrueForAll(cell => cell.IsSafe) && row.Count(cell => cell.Count > 0) > 1)
            && Enumerable.Range(0, across.Count).All(column => cells.Count(row => row[column].Count > 0) > 1);
        return canBeSeen
            ? [.. taken.SelectMany((row, place) => across.Select((column, number) => new PublishedCell(
                [new PublishedBlock(PublishedDimension.Unit, row.Leaves), new PublishedBlock(PublishedDimension.Theme, column.Leaves)],
                cells[place][number].Count)))]
            : null;
    }

    /// <summary>What is empty, as everybody can see, goes with the smallest that is not.</summary>
    private static List<Block> Holding(IReadOnlyList<Block> blocks, PublicationRules rules)
    {
        var holding = blocks.Where(block => block.Tally.Count > 0).OrderByDescending(block => block.Tally.Count).ToList();
        return [.. holding.SkipLast(1), Block.Of([holding[^1], .. blocks.Except(holding)], rules)];
    }

    private static Dictionary<string, int> PlaceOf(IReadOnlyList<Block> blocks) =>
        blocks.SelectMany((block, place) => block.Leaves.Select(leaf => (leaf, place))).ToDictionary(one => one.leaf, one => one.place);

    /// <summary>The two smallest of the longer side as one, until the smallest cell may be expected to be large enough.</summary>
    private static (List<Block> Rows, List<Block> Columns) Grouped(List<Block> rows, List<Block> columns, PublicationRules rules)
    {
        var total = rows.Sum(row => (long)row.Tally.Count);
        while (Math.Max(rows.Count, columns.Count) > 2 && Smallest(rows) * Smallest(columns) < total * FairShare * rules.Enough)
        {
            var side = rows.Count >= columns.Count ? rows : columns;
            var two = side.OrderBy(block => block.Tally.Count).ThenBy(block => block.Leaves[0], StringComparer.Ordinal).Take(2).ToList();
            side.RemoveAll(two.Contains);
            side.Add(Block.Of(two, rules));
        }

        return (rows, columns);

        static long Smallest(List<Block> side) => side.Min(block => block.Tally.Count);
    }
}
