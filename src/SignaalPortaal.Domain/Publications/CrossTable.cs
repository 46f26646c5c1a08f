namespace SignaalPortaal.Domain.Publications;

/// <summary>
/// Units by themes, with every cell zero or large enough, and no row and no column that has all its signals in one cell. Rows and columns are taken
/// together until it is so; a table in which a cell had to be left empty does not exist.
/// </summary>
internal static class CrossTable
{
    /// <summary>Null when less than two rows by two columns can be shown.</summary>
    public static IReadOnlyList<PublishedCell>? Of(
        IReadOnlyList<Block> rows,
        IReadOnlyList<Block> columns,
        IEnumerable<(string Row, string Column, (int Signal, int Reporter) Counted)> facts,
        Counting counting)
    {
        var rowOf = PlaceOf(rows);
        var columnOf = PlaceOf(columns);
        var finest = rows.Select(row => new Line(row.Leaves, [.. columns.Select(_ => new Tally(counting.Rules))])).ToList();
        foreach (var (row, column, (signal, reporter)) in facts)
        {
            finest[rowOf[row]].Cells[columnOf[column]].Add(signal, reporter);
        }

        return Groupings(columns, counting.Rules)
            .Select(grouping => (Columns: grouping, Rows: Together(finest, grouping, counting.Rules)))
            .Where(table => IsWorthIt(table.Rows))
            .OrderByDescending(table => table.Rows.Count * table.Columns.Count)
            .ThenByDescending(table => table.Columns.Count)
            .Select(table => Cells(table.Rows, [.. table.Columns.Select(places => Block.Of([.. places.Select(place => columns[place])], counting.Rules))]))
            .FirstOrDefault();
    }

    private static Dictionary<string, int> PlaceOf(IReadOnlyList<Block> blocks) =>
        blocks.SelectMany((block, place) => block.Leaves.Select(leaf => (leaf, place))).ToDictionary(one => one.leaf, one => one.place);

    /// <summary>All columns apart; the two smallest as one; of what is left the two smallest as one again; until there are two.</summary>
    private static IEnumerable<List<List<int>>> Groupings(IReadOnlyList<Block> columns, PublicationRules rules)
    {
        var grouping = columns.Select((column, place) => (Count: column.Tally.Count, Places: new List<int> { place })).ToList();
        while (grouping.Count >= 2)
        {
            yield return [.. grouping.OrderBy(group => group.Places.Min()).Select(group => group.Places)];
            var smallest = grouping.OrderBy(group => group.Count).ThenBy(group => group.Places.Min()).Take(2).ToList();
            grouping = [.. grouping.Except(smallest), (smallest.Sum(group => group.Count), [.. smallest.SelectMany(group => group.Places).Order()])];
        }
    }

    /// <summary>Takes rows together until each can be seen: the smallest that cannot, with the smallest that makes it so.</summary>
    private static List<Line> Together(IReadOnlyList<Line> finest, List<List<int>> grouping, PublicationRules rules)
    {
        var rows = finest
            .Select(row => new Line(row.Leaves, [.. grouping.Select(places => Tally.Sum(places.Select(place => row.Cells[place]), rules))]))
            .ToList();
        while (rows.Count > 1 && rows.Where(row => !row.CanBeSeen).MinBy(row => row.Count) is { } small)
        {
            rows.Remove(small);
            var (other, both) = rows
                .Select(row => (Row: row, Both: Line.Of(row, small, rules)))
                .OrderByDescending(pair => pair.Both.CanBeSeen)
                .ThenBy(pair => pair.Row.CanBeSeen)
                .ThenBy(pair => pair.Row.Count)
                .First();
            rows[rows.IndexOf(other)] = both;
        }

        return rows;
    }

    private static bool IsWorthIt(List<Line> rows) =>
        rows.Count > 1
        && rows.TrueForAll(row => row.CanBeSeen)
        && Enumerable.Range(0, rows[0].Cells.Count).All(column => rows.Count(row => row.Cells[column].Count > 0) is not 1);

    private static List<PublishedCell> Cells(List<Line> rows, IReadOnlyList<Block> columns) =>
        [.. rows.SelectMany(row => columns.Select((column, place) => new PublishedCell(
            [new PublishedBlock(PublishedDimension.Unit, row.Leaves), new PublishedBlock(PublishedDimension.Theme, column.Leaves)], row.Cells[place].Count)))];

    private sealed record Line(IReadOnlyList<string> Leaves, IReadOnlyList<Tally> Cells)
    {
        public int Count { get; } = Cells.Sum(cell => cell.Count);

        public bool CanBeSeen => Cells.All(cell => cell.IsSafe) && (Count == 0 || Cells.Count(cell => cell.Count > 0) > 1);

        public static Line Of(Line one, Line other, PublicationRules rules) => new(
            [.. one.Leaves.Concat(other.Leaves).Order(StringComparer.Ordinal)],
            [.. one.Cells.Zip(other.Cells, (left, right) => Tally.Sum([left, right], rules))]);
    }
}
