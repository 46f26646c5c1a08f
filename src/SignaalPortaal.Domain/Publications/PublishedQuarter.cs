using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Publications;

/// <summary>
/// All that an organisation publishes of one quarter: counts that cannot single anyone out. Made once, when the quarter is over, and never again.
/// </summary>
/// <param name="Units">The line on the last day of the quarter, from the top down: what the unit codes in the tables stand for.</param>
/// <param name="Categories">
/// All leaves that each dimension had then, in their order; none for units. What is published stays what it was when a theme or a reason is added later.
/// </param>
/// <param name="Tables">A table that would not be safe is not there. Of one measure all tables add up to the same total.</param>
public sealed record PublishedQuarter(
    Quarter Quarter,
    PublicationRules Rules,
    IReadOnlyList<PublishedUnit> Units,
    IReadOnlyDictionary<PublishedDimension, IReadOnlyList<string>> Categories,
    IReadOnlyList<PublishedTable> Tables)
{
    /// <summary>
    /// Whether everybody who reads the figures knows how many signals there were about a theme. Whoever says more of a theme that is taken together with
    /// others tells how few those others are.
    /// </summary>
    public bool ShowsAlone(Theme theme) => Tables.Any(table => table is { Measure: PublishedMeasure.Raised, Dimensions: [PublishedDimension.Theme] }
        && table.Cells.Any(cell => cell.Count > 0 && cell.At[0].Leaves is [var leaf] && leaf == theme.ToString()));
}

/// <summary>How careful an organisation is with counts. An organisation may be stricter than this, never looser.</summary>
/// <param name="SmallestCount">The k of k-anonymity: no count of 1 up to this is published, and none can be worked out.</param>
/// <param name="FewestPeople">The fewest people who work in a block of units that is shown.</param>
/// <param name="FewestReporters">How many different people at least raised what is counted in a block; all those without a name count as one.</param>
public sealed record PublicationRules(int SmallestCount = 5, int FewestPeople = 10, int FewestReporters = 3)
{
    /// <summary>So many reporters raise at least as many signals.</summary>
    internal int Enough => Math.Max(SmallestCount, FewestReporters);
}

/// <param name="Id">In tables, as a leaf of <see cref="PublishedDimension.Unit"/>.</param>
/// <param name="ParentId">Null for the top.</param>
/// <param name="People">Who worked in this unit itself, without those below it.</param>
public sealed record PublishedUnit(Guid Id, Guid? ParentId, string Name, string Layer, int People);

/// <summary>What is counted. Signals and answers of one quarter are never counted in another.</summary>
public enum PublishedMeasure
{
    /// <summary>Signals raised, once each, in the quarter in which the line first saw them, or in the next when that was published already.</summary>
    Raised,

    /// <summary>Answers given.</summary>
    Answered,

    /// <summary>Signals that silence took to a layer above.</summary>
    EscalatedBySilence,

    /// <summary>Signals that were overdue with nobody above to take them, on the last day of the quarter.</summary>
    OverdueAtTheTop,
}

/// <summary>By what is counted.</summary>
public enum PublishedDimension
{
    /// <summary>Where a signal started. Leaves are ids of units; a leaf is the unit itself, without those below it.</summary>
    Unit,

    /// <summary>Leaves are values of <see cref="Signals.Theme"/>.</summary>
    Theme,

    /// <summary>Leaves are values of <see cref="Signals.SignalKind"/>.</summary>
    Kind,

    /// <summary>
    /// How it stood on the last day of the quarter. Leaves are values of <see cref="PublishedStatus"/>. What is in progress, answered or closed is always
    /// together: how many answers there were is published too, and the difference would be the answers to older signals.
    /// </summary>
    Status,

    /// <summary>Leaves are values of <see cref="Signals.Outcome"/>.</summary>
    Outcome,

    /// <summary>Of a "not adopted". Leaves are values of <see cref="Signals.NotAdoptedReason"/>, and "None" for another outcome.</summary>
    Reason,

    /// <summary>Leaves are "InTime" and "Late".</summary>
    Timeliness,

    /// <summary>From raising to answer. Leaves are values of <see cref="AnswerTime"/>.</summary>
    Duration,
}

public enum PublishedStatus
{
    /// <summary>Nobody said yet that it was read.</summary>
    New,
    InProgress,
    Answered,
    Closed,
    Withdrawn,
}

/// <summary>In calendar days from the day on which it was raised.</summary>
public enum AnswerTime
{
    WithinAWeek,
    WithinAMonth,
    WithinTwoMonths,
    WithinAQuarter,
    Longer,
}

/// <summary>Counts that together hold everything of the measure once.</summary>
/// <param name="Dimensions">None for the total, one for a margin, two for a cross table.</param>
public sealed record PublishedTable(PublishedMeasure Measure, IReadOnlyList<PublishedDimension> Dimensions, IReadOnlyList<PublishedCell> Cells);

/// <param name="At">A block of each of the table's dimensions, in their order.</param>
public sealed record PublishedCell(IReadOnlyList<PublishedBlock> At, int Count);

/// <param name="Leaves">What is taken together in this block, sorted.</param>
public sealed record PublishedBlock(PublishedDimension Dimension, IReadOnlyList<string> Leaves);
