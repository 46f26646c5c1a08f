namespace SignaalPortaal.Domain.Publications;

/// <summary>
/// What everybody knows of how measures hang together: what was answered within the quarter in which it was raised is among the answers of that quarter, and
/// only what was raised can be escalated or overdue. In the first quarters this is nearly an equation; later there are many older signals.
/// </summary>
internal static class LinkedMeasures
{
    /// <summary>Null when it is not published.</summary>
    public static int? TotalOf(IEnumerable<PublishedTable> tables, PublishedMeasure measure) =>
        tables.FirstOrDefault(table => table.Measure == measure && table.Dimensions.Count == 0)?.Cells[0].Count;

    /// <summary>How many signals of a quarter were answered in it, as far as the blocks of its statuses tell.</summary>
    public static int SurelyAnswered(IEnumerable<(IReadOnlyList<string> Leaves, int Count)> statuses) =>
        statuses.Where(status => status.Leaves.All(leaf => leaf is nameof(PublishedStatus.Answered) or nameof(PublishedStatus.Closed))).Sum(status => status.Count);

    public static IEnumerable<(IReadOnlyList<string> Leaves, int Count)> Statuses(IEnumerable<PublishedTable> tables) => tables
        .Where(table => table is { Measure: PublishedMeasure.Raised, Dimensions: [PublishedDimension.Status] })
        .SelectMany(table => table.Cells)
        .Select(cell => (cell.At[0].Leaves, cell.Count));

    /// <summary>
    /// How many signals can be in a measure on the last day of the latest quarter at most, by what is published; null when that quarter says nothing of
    /// what was raised.
    /// </summary>
    public static int? AtMost(PublishedMeasure measure, IReadOnlyList<PublishedQuarter> untilThen)
    {
        if (TotalOf(untilThen[^1].Tables, PublishedMeasure.Raised) is null)
        {
            return null;
        }

        return untilThen.Sum(quarter => (TotalOf(quarter.Tables, PublishedMeasure.Raised) ?? 0) - CannotBeIn(measure, quarter, isTheLatest: quarter == untilThen[^1]));
    }

    private static int CannotBeIn(PublishedMeasure measure, PublishedQuarter quarter, bool isTheLatest) =>
        measure is PublishedMeasure.OverdueAtTheTop
            ? Statuses(quarter.Tables).Where(status => status.Leaves.All(leaf => IsNotOverdue(leaf, isTheLatest))).Sum(status => status.Count)
            : 0;

    /// <summary>An answered signal can come back when its reporter disagrees; a closed one does not.</summary>
    private static bool IsNotOverdue(string status, bool isTheLatest) =>
        status is nameof(PublishedStatus.Closed) or nameof(PublishedStatus.Withdrawn) || (isTheLatest && status is nameof(PublishedStatus.Answered));
}
