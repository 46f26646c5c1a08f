using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Publications;

/// <summary>
/// What happened in one quarter, from which <see cref="QuarterMaker"/> makes what is published. It is used in memory and never kept.
/// </summary>
/// <param name="Units">
/// The line on the last day of the quarter, from the top down. Every fact is in one of these: the caller puts what started in a help team, at the
/// confidential desk or in a unit that is closed by now under the nearest unit above it that is in this list.
/// </param>
/// <param name="Raised">Each signal once, ever: in the quarter in which the line first saw it, or in the next when that one was published already.</param>
/// <param name="Answered">Each answer that was given in the quarter; a signal can have several.</param>
/// <param name="EscalatedBySilence">Each signal once, however often silence moved it in the quarter.</param>
/// <param name="OverdueAtTheTop">Each signal that was overdue at the top on the last day of the quarter.</param>
public sealed record QuarterFacts(
    Quarter Quarter,
    PublicationRules Rules,
    IReadOnlyList<PublishedUnit> Units,
    IReadOnlyList<RaisedFact> Raised,
    IReadOnlyList<AnsweredFact> Answered,
    IReadOnlyList<EscalatedFact> EscalatedBySilence,
    IReadOnlyList<OverdueFact> OverdueAtTheTop)
{
    /// <summary>All that the organisation published of the quarters before. What is published now must be safe beside it.</summary>
    public IReadOnlyList<PublishedQuarter> Earlier { get; init; } = [];

    /// <summary>By what is counted in this quarter.</summary>
    public IReadOnlyDictionary<PublishedDimension, IReadOnlyList<string>> Categories { get; init; } = PublishedLeaf.Now;
}

/// <param name="Unit">Where it started.</param>
/// <param name="Status">On the last day of the quarter.</param>
/// <param name="Reporter">
/// Something that is the same for the signals of one reporter within this quarter, made for this purpose only. Null when it cannot be known: all of
/// those together count as one reporter.
/// </param>
public sealed record RaisedFact(Guid Unit, Theme Theme, SignalKind Kind, PublishedStatus Status, Guid? Reporter);

/// <param name="Reason">Of a <see cref="Outcome.NotAdopted"/>, null for every other outcome.</param>
/// <param name="Signal">The same for all answers to one signal.</param>
public sealed record AnsweredFact(Outcome Outcome, NotAdoptedReason? Reason, bool InTime, AnswerTime Duration, Guid? Reporter, Guid Signal);

/// <param name="Unit">The one that was silent. Only the total is published: where silence fell points at one manager.</param>
public sealed record EscalatedFact(Guid Unit, Guid? Reporter);

public sealed record OverdueFact(Guid? Reporter);
