using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using static SignaalPortaal.Domain.Signals.SignalRule;

namespace SignaalPortaal.Domain.Signals;

/// <summary>What happens to a signal because time passes and nobody acts.</summary>
public sealed partial class Signal
{
    /// <summary>The day on which the term that ends on <see cref="DueOn"/> began.</summary>
    public DateOnly TermStartedOn { get; private set; }

    /// <summary>Where no layer above can take it: the last day of the term that runs since the last missed one. The missed day itself stays in <see cref="DueOn"/>.</summary>
    public DateOnly? NextTermEndsOn { get; private set; }

    /// <summary>The last day on which the reporter hears how things stand.</summary>
    public DateOnly? UpdateBy { get; private set; }

    /// <summary>The day on which whoever must act is reminded.</summary>
    public DateOnly? RemindOn { get; private set; }

    /// <summary>The first day on which the portal itself does something to this signal; null when only people still can.</summary>
    public DateOnly? NextStepOn { get; private set; }

    /// <summary>Nobody waits for office hours with this.</summary>
    public bool IsUrgent => Risk.IsUrgent || Kind.IsUrgent;

    /// <summary>
    /// Does what the days that have passed ask for: each missed day once, the first one first, however long nobody looked. A unit that gets the
    /// signal now has its whole term from today: it cannot have been silent about what it did not have.
    /// </summary>
    /// <param name="line">From the holder upwards.</param>
    /// <returns>Whether whoever must act is to be reminded today. What was handled or missed meanwhile is not reminded of.</returns>
    public bool PassTime(ManagementLine line, Now now)
    {
        if (HiddenUntil > now.At)
        {
            return false;
        }

        HiddenUntil = null;
        (DateOnly Start, DateOnly? End)? remindedOf = null;
        for (var next = FirstStep; next?.On <= now.Today; next = FirstStep)
        {
            remindedOf = next.Value.Step is TimeStep.Remind ? (TermStartedOn, DueOn) : remindedOf;
            Take(next.Value.Step, line, now);
        }

        NextStepOn = FirstStep?.On;
        return remindedOf == (TermStartedOn, DueOn) && DueOn >= now.Today;
    }

    /// <summary>The holder tells the reporter how things stand.</summary>
    public void Update(string howItStands, Viewer by, Now now)
    {
        var actor = RequireHolder(by);
        RequireUndecided();
        Require(Status is SignalStatus.InProgress, OnlyAnAcknowledgedSignalIsUpdated);
        RequireText(howItStands);

        Record(new Updated(howItStands), actor, now);
    }

    /// <summary>
    /// The unit that holds it exists no more. One above takes over what it was waiting for: a unit that had not answered starts its term, but never
    /// with less time for the answer than there was. A term of the law goes on as it was.
    /// </summary>
    /// <param name="line">From the unit that disappears upwards.</param>
    public void HandOver(ManagementLine line, Now now) =>

        // Whoever is above has it rather than nobody, also who had it before.
        HandOver(line.Above.FirstOrDefault(CanBeHeldBy) ?? line.Above.First(), inConflict: false, now);

    /// <summary>
    /// Who acts for the holder has changed: a stand-in, another manager, or a reporter who became known. Is it the reporter now, or whom it is about, then
    /// it goes where it would have gone had it been raised today.
    /// </summary>
    /// <param name="line">From the holder upwards.</param>
    /// <returns>Whether it went; where nobody else can take it, it stays.</returns>
    public bool LeaveConflict(ManagementLine line, Now now)
    {
        var awaitsTheHolder = IsOpen && Status is not SignalStatus.Answered && ErasedOn is null;
        if (!awaitsTheHolder || line.Start.WhoActs is not { } acting || MayHandle(acting)
            || CanTakeOver(line).FirstOrDefault(unit => CanBeHeldBy(unit) && unit.WhoActs != acting) is not { } to)
        {
            return false;
        }

        HandOver(to, inConflict: true, now);
        return true;
    }

    private void HandOver(LineUnit to, bool inConflict, Now now)
    {
        // Nobody can be late with what is not there yet.
        now = HiddenUntil > now.At ? now with { At = HiddenUntil.Value } : now;
        var (from, answerBy) = (HeldByUnitId, AnswerBy);
        if (Status is SignalStatus.New or SignalStatus.InProgress && !Kind.HasALegalTerm)
        {
            ArriveAt(to.UnitId, now);
            AnswerBy = answerBy > DueOn!.Value ? answerBy : DueOn.Value;
        }
        else
        {
            HoldAt(to.UnitId, now);
            if (Status is SignalStatus.AwaitingClarification)
            {
                Await(Clock.Clarification.EndsOn(now.Today, now.Calendar), now);
            }
        }

        foreach (var promise in _promises.Where(promise => promise.OwnerUnitId == from))
        {
            promise.OwnerUnitId = to.UnitId;
        }

        var isNew = Status is SignalStatus.New;
        Record(new HandedOver(from, to.UnitId, isNew ? DueOn : null, isNew ? AnswerBy : null, inConflict ? true : null), Actor.Portal, now);
    }

    private enum TimeStep
    {
        WakeUp,
        ExpireQuestion,
        CloseWithoutReaction,
        MissUpdate,
        MissPromise,
        MissContact,
        MissTerm,
        Remind,
    }

    /// <summary>All that only waits for a day, with the first day on which it is done.</summary>
    private IEnumerable<(DateOnly On, TimeStep Step)> Steps()
    {
        if (ClosedBecause is Closing.Withdrawn || ErasedOn is not null)
        {
            yield break;
        }

        if (LookAgainOn is { } again)
        {
            yield return (again, TimeStep.WakeUp);
        }

        if (IsOpen)
        {
            yield return ((NextTermEndsOn ?? DueOn!.Value).AddDays(1), Status switch
            {
                SignalStatus.AwaitingReply => TimeStep.ExpireQuestion,
                SignalStatus.Answered => TimeStep.CloseWithoutReaction,
                _ => TimeStep.MissTerm,
            });
        }

        if (Status is SignalStatus.InProgress && UpdateBy is { } updateBy)
        {
            yield return (updateBy.AddDays(1), TimeStep.MissUpdate);
        }

        if (RemindOn is { } remindOn)
        {
            yield return (remindOn, TimeStep.Remind);
        }

        if (LatePromise is { } promise)
        {
            yield return (promise.By.AddDays(1), TimeStep.MissPromise);
        }

        if (LateContact is { } contact)
        {
            yield return (contact.By.AddDays(1), TimeStep.MissContact);
        }
    }

    private (DateOnly On, TimeStep Step)? FirstStep => Steps().Select(step => ((DateOnly On, TimeStep Step)?)step).MinBy(step => step!.Value.On);

    private Promise? LatePromise => _promises.Where(promise => promise.Status is PromiseStatus.Open && !promise.IsToldLate).MinBy(promise => promise.By);

    private Contact? LateContact => _contacts.Where(contact => contact.Status is ContactStatus.Awaited).MinBy(contact => contact.By);

    private void Take(TimeStep step, ManagementLine line, Now now)
    {
        switch (step)
        {
            case TimeStep.WakeUp:
                LookAgainOn = null;
                ArriveAt(HeldByUnitId, now);
                Record(new WokenUp(Last<Answered>().On, DueOn!.Value, AnswerBy), Actor.Portal, now);
                break;

            case TimeStep.ExpireQuestion:
                var replyBy = DueOn!.Value;
                GoOnAfterTheQuestion(until: replyBy, now);
                Record(new QuestionExpired(replyBy, DueOn!.Value), Actor.Portal, now);
                break;

            case TimeStep.CloseWithoutReaction:
                var verdictBy = DueOn!.Value;
                Close(Closing.NoReaction, now);
                Record(new ClosedWithoutReaction(verdictBy), Actor.Portal, now);
                break;

            case TimeStep.MissUpdate:
                var missed = UpdateBy!.Value;
                UpdateBy = Clock.UpdateBy(lastHeard: missed.AddDays(1), now.Calendar);
                Record(new UpdateMissed(missed), Actor.Portal, now);
                break;

            case TimeStep.MissPromise:
                var promise = LatePromise!;
                promise.IsToldLate = true;
                Record(new PromiseLate(promise.Id, promise.By), Actor.Portal, now);
                break;

            case TimeStep.MissContact:
                var contact = LateContact!;
                contact.Status = ContactStatus.Missed;
                Record(new ContactMissed(contact.Step, contact.By, WhoIsTold(line)), Actor.Portal, now);
                break;

            case TimeStep.MissTerm when NextAbove(line) is { } next:
                MoveUp(EscalationCause.BySilence, next, line, Actor.Portal, now, missedOn: DueOn, since: SinceArrival().First().At.DutchDate);
                break;

            case TimeStep.MissTerm:
                var missedOn = NextTermEndsOn ?? DueOn!.Value;
                var times = 1 + SinceArrival().Count(entry => entry.Happened is TermMissed);
                NextTermEndsOn = NextTermAfter(missedOn, now.Calendar);
                Record(new TermMissed(missedOn, times, WhoIsTold(line)), Actor.Portal, now);
                break;

            case TimeStep.Remind:
                RemindOn = now.Reminders.Next(TermStartedOn, DueOn!.Value, after: now.Today, now.Calendar);
                break;
        }
    }

    /// <summary>From now on somebody must act before this day has passed.</summary>
    private void Await(DateOnly lastDay, Now now)
    {
        (DueOn, NextTermEndsOn, TermStartedOn) = (lastDay, null, now.Today);
        RemindOn = now.Reminders.Next(now.Today, lastDay, after: now.Today, now.Calendar);
    }

    private DateOnly NextTermAfter(DateOnly missedOn, WorkingCalendar calendar)
    {
        // From the day after, so that also a term of no days at all goes on.
        var from = missedOn.AddDays(1);
        return Status switch
        {
            SignalStatus.New => Clock.AcknowledgeBy(from, calendar),
            SignalStatus.AwaitingClarification => Clock.Clarification.EndsOn(from, calendar),
            _ => Clock.AnswerBy(from, calendar),
        };
    }

    /// <summary>
    /// What the desk holds never goes through the line. Oversight is told that the desk is late; that is all it is told. Where there is none, the unit
    /// above the desk is, after aggression. About the other kinds nobody else hears anything: that there is such a signal can be too much already.
    /// </summary>
    private Guid? WhoIsTold(ManagementLine line)
    {
        if (!Kind.GoesToTheDesk || line.Start.Kind is UnitKind.Oversight)
        {
            return null;
        }

        return CanTakeOver(line).FirstOrDefault(CanBeHeldBy) is { } oversight ? oversight.UnitId
            : Kind is SignalKind.Aggression ? line.Above.FirstOrDefault(CanBeHeldBy)?.UnitId
            : null;
    }
}
