using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Domain.Signals;

/// <summary>How a signal comes to a unit, waits there and leaves it; what the verbs share.</summary>
public sealed partial class Signal
{
    private Clock Clock => Clock.For(Kind, Risk);

    private Actor Reporter => new(ReporterId, ActedAs.Reporter);

    private LineUnit? NextAbove(ManagementLine line) => NextUnits(line).FirstOrDefault();

    /// <summary>Who may take it over from the holder: those above it; of what never goes through the line, only oversight.</summary>
    private IEnumerable<LineUnit> CanTakeOver(ManagementLine line) =>
        !Kind.GoesToTheDesk ? line.Above
        : line.Oversight is { } oversight && oversight.UnitId != HeldByUnitId ? [oversight] : [];

    /// <summary>
    /// A unit that can take it, has not held it and of which neither the manager nor who stands in has decided on it. Nor is it one for which the same
    /// person acts who has it now, or who was silent before: that would be another name for the same silence.
    /// </summary>
    private bool CanStillGoTo(LineUnit unit, LineUnit holder) =>
        CanBeHeldBy(unit)
        && unit.WhoActs != holder.WhoActs
        && _holders.All(holder => holder.UnitId != unit.UnitId)
        && !_timeline.Any(entry => entry.Happened is Escalated { Silent: { } silent } && silent == unit.WhoActs)
        && !_timeline.Any(entry => entry.Happened is Answered && entry.ActorId is { } author && (author == unit.ManagerId || author == unit.StandInId));

    /// <summary>A unit takes a signal when somebody manages it who is neither its reporter nor whom it is about, and the same goes for who stands in.</summary>
    private bool CanBeHeldBy(LineUnit unit) =>
        unit.ManagerId is { } manager && MayHandle(manager) && (unit.StandInId is not { } standIn || MayHandle(standIn));

    private bool MayHandle(Guid personId) => personId != ReporterId && _conflicts.All(conflict => conflict.PersonId != personId);

    private void MoveUp(
        EscalationCause cause,
        LineUnit to,
        ManagementLine line,
        Actor actor,
        Now now,
        DateOnly? missedOn = null,
        DateOnly? since = null,
        string? reason = null,
        string? advice = null)
    {
        var from = HeldByUnitId;
        var passedOver = Kind.GoesToTheDesk ? [] : line.Above.TakeWhile(unit => unit != to);
        var withoutManager = passedOver.Where(unit => unit.ManagerId is null).Select(unit => unit.UnitId).ToList();
        var (bySilence, legalDay) = (cause is EscalationCause.BySilence, AnswerBy);
        LookAgainOn = null;
        ArriveAt(to.UnitId, now);
        if (bySilence && Kind.HasALegalTerm && legalDay >= now.Today)
        {
            // That nobody answered does not lengthen the law.
            AnswerBy = Earliest(legalDay, AnswerBy);
            Await(Earliest(DueOn!.Value, AnswerBy), now);
        }

        Record(
            new Escalated(
                cause, from, to.UnitId, DueOn!.Value, AnswerBy, missedOn, since, withoutManager.Count == 0 ? null : withoutManager, reason, advice,
                Silent: bySilence ? line.Start.WhoActs : null),
            actor, now);
    }

    /// <param name="receivedOn">From which day the clock of the kind counts; null for today.</param>
    private void ArriveAt(Guid unitId, Now now, DateOnly? receivedOn = null)
    {
        Status = SignalStatus.New;
        (ClosedBecause, ClosedOn) = (null, null);
        HoldAt(unitId, now);
        Await(Clock.AcknowledgeBy(receivedOn ?? now.Today, now.Today, now.Calendar), now);
        AnswerBy = Clock.AnswerBy(Kind.HasALegalTerm ? DueOn!.Value : now.Today, now.Calendar);
    }

    private void HoldAt(Guid unitId, Now now)
    {
        HeldByUnitId = unitId;
        if (_holders.All(holder => holder.UnitId != unitId))
        {
            _holders.Add(new SignalHolder { OrganisationId = OrganisationId, SignalId = Id, UnitId = unitId, Since = now.Today });
        }
    }

    /// <summary>The working days that the clock of the holder stood still are added to it, ten at most. A term of the law does not stand still.</summary>
    /// <param name="until">The last day on which it stood still.</param>
    private void GoOnAfterTheQuestion(DateOnly until, Now now)
    {
        var (question, askedOn) = Last<Asked>();
        var stoodStill = now.Calendar.WorkingDaysBetween(askedOn, Earliest(until, question.ReplyBy));
        Status = SignalStatus.InProgress;
        UpdateBy = Clock.UpdateBy(lastHeard: until, now.Calendar);
        AnswerBy = Lengthened(AnswerBy);
        var due = Lengthened(question.StoppedOn);
        if (_timeline.FindLastIndex(entry => entry.Happened is HandedOver) > _timeline.FindLastIndex(entry => entry.Happened is Asked) && !Kind.HasALegalTerm)
        {
            // The unit that took it over has its own time to read it.
            var readBy = Clock.AcknowledgeBy(until, now.Calendar);
            due = due > readBy ? due : readBy;
        }

        Await(due, now);
        if (question.NextTermEndsOn >= question.StoppedOn && due == Lengthened(question.StoppedOn))
        {
            // It was late before the question, and that was told; what is told next is the term after it.
            NextTermEndsOn = Lengthened(question.NextTermEndsOn.Value);
        }

        DateOnly Lengthened(DateOnly day) => Kind.HasALegalTerm ? day : now.Calendar.AddWorkingDays(day, stoodStill);
    }

    private void Close(Closing because, Now now)
    {
        Status = SignalStatus.Closed;
        ClosedBecause = because;
        ClosedOn = now.Today > RaisedOn ? now.Today : RaisedOn;
        (DueOn, NextTermEndsOn, RemindOn, UpdateBy) = (null, null, null, null);
    }

    private void Record(TimelineEvent happened, Actor actor, Now now)
    {
        // Beside what else is known of who sat where, a time of day is a name; and what the line does not see yet, happens when it does.
        var at = Disclosure is Disclosure.Named && HiddenUntil is null ? now.At : DutchTime.At(now.Today > RaisedOn ? now.Today : RaisedOn, TimeOnly.MinValue);
        Version = Guid.NewGuid();
        if (actor.ForUnitId == HeldByUnitId && IsOpen)
        {
            UpdateBy = Clock.UpdateBy(lastHeard: now.Today, now.Calendar);
        }

        var (previousHash, commitment) = _timeline.Count == 0 ? (EventChain.Genesis(OrganisationId, Id, Reference), Content.Commit()) : (_timeline[^1].Hash, null);
        _timeline.Add(new TimelineEntry(OrganisationId, Id, _timeline.Count + 1, at, actor, happened, previousHash, SignalState.Of(this).Hash(), commitment));
        NextStepOn = HiddenUntil?.DutchDate ?? FirstStep?.On;
    }

    private IEnumerable<TimelineEntry> SinceArrival() =>
        _timeline.Skip(_timeline.FindLastIndex(entry => entry.Happened is Submitted or Escalated or Rerouted or HandedOver or WokenUp));

    private (TEvent Happened, DateOnly On) Last<TEvent>()
        where TEvent : TimelineEvent
    {
        var entry = _timeline.Last(entry => entry.Happened is TEvent);
        return ((TEvent)entry.Happened, entry.At.DutchDate);
    }

    /// <summary>The three months of the law run from the acknowledgement, and from the last day for it when that was missed.</summary>
    private DateOnly AnswerByOnceAcknowledged(Now now) => Kind.HasALegalTerm ? Earliest(AnswerBy, Clock.AnswerBy(now.Today, now.Calendar)) : AnswerBy;

    private static DateOnly Earliest(DateOnly one, DateOnly other) => one < other ? one : other;
}
