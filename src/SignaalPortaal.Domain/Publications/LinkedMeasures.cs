namespace SignaalPortaal.Domain.Publications;

/// <summary>
/// What everybody knows of how measures hang together: what was answered within the quarter in which it was raised is among the answers of that quarter, and
/// only what was raised can be answered, escalated or overdue. In the first quarters this is nearly an equation; later there are many older signals.
/// </summary>
internal static class LinkedMeasures
{
    /// <summary>Null when it is not published.</summary>
    public static int? TotalOf(IEnumerable<PublishedTable> tables, PublishedMeasure measure) =>
        tables.FirstOrDefault(table => table.Measure == measure && table.Dimensions.Count == 0)?.Cells[0].Count;

    /// <summary>How many signals of a quarter were answered in it, as far as the blocks of its statuses tell.</summary>
    public static int SurelyAnswered(IEnumerable<(IReadOnlyList<string> Leaves, int Count)> statuses) =>
        statuses
            .Where(status => status.Leaves.All(leaf => leaf is nameof(PublishedStatus.Answered) or nameof(PublishedStatus.Closed)))
            .Sum(status => status.Count);

    public static IEnumerable<(IReadOnlyList<string> Leaves, int Count)> Statuses(IEnumerable<PublishedTable> tables) => tables
        .Where(table => table is { Measure: PublishedMeasure.Raised, Dimensions: [PublishedDimension.Status] })
        .SelectMany(table => table.Cells)
        .Select(cell => (cell.At[0].Leaves, cell.Count));

    /// <summary>
    /// How many signals can be in a measure on the last day of the latest quarter whatever is in the blocks that are published. What a measure counts beyond
    /// that would tell something of what is not.
    /// </summary>
    public static int AtMost(PublishedMeasure measure, IEnumerable<PublishedQuarter> untilThen) => measure is PublishedMeasure.OverdueAtTheTop
        ? untilThen.SelectMany(quarter => Statuses(quarter.Tables)).Where(status => CanAllBeOverdue(status.Leaves)).Sum(status => status.Count)
        : untilThen.Sum(quarter => TotalOf(quarter.Tables, PublishedMeasure.Raised) ?? 0);

    private static bool CanAllBeOverdue(IReadOnlyList<string> statuses) =>
        statuses.Any(status => status is nameof(PublishedStatus.New) or nameof(PublishedStatus.InProgress))
        && !statuses.Contains(nameof(PublishedStatus.Withdrawn));
}
