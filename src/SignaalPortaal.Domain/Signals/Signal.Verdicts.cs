using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using static SignaalPortaal.Domain.Signals.SignalRule;

namespace SignaalPortaal.Domain.Signals;

/// <summary>What happens after an answer: the reporter's verdict, and what becomes of promises and of what else was agreed.</summary>
public sealed partial class Signal
{
    /// <summary>
    /// Understood closes. Not understood returns it, once per answer, to whoever gave it, for clearer words. Disagree takes it to a layer above
    /// that has not decided on it, once per decision; when there is none left it closes, and says so.
    /// </summary>
    /// <param name="line">From the holder upwards.</param>
    public void GiveVerdict(Verdict verdict, string? text, ManagementLine line, Viewer by, Now now)
    {
        RequireReporter(by);
        Require(Status is SignalStatus.Answered && Enum.IsDefined(verdict), ThereIsNoAnswerToJudge);
        Require(verdict is Verdict.Understood || !Words.IsBlank(text), AVerdictIsExplained);
        Require(verdict is not Verdict.NotUnderstood || CanAskForClearerWords, AnAnswerIsClarifiedOnce);
        RequireStorable(Words.LongMaxLength, text);

        switch (verdict)
        {
            case Verdict.Understood:
                Close(Closing.Understood, now);
                Record(new VerdictGiven(verdict, Closes: true, ClarifyBy: null, text), Reporter, now);
                break;

            case Verdict.NotUnderstood:
                Status = SignalStatus.AwaitingClarification;
                Await(Clock.Clarification.EndsOn(now.Today, now.Calendar), now);
                Record(new VerdictGiven(verdict, Closes: false, DueOn, text), Reporter, now);
                break;

            case Verdict.Disagree when NextAbove(line) is { } next:
                Record(new VerdictGiven(verdict, Closes: false, ClarifyBy: null, text), Reporter, now);
                MoveUp(EscalationCause.ByReporter, next, line, Reporter, now);
                break;

            case Verdict.Disagree:
                Close(Closing.Disagreed, now);
                Record(new VerdictGiven(verdict, Closes: true, ClarifyBy: null, text), Reporter, now);
                break;
        }
    }

    /// <summary>Whether the last answer has not been asked about yet.</summary>
    public bool CanAskForClearerWords =>
        Status is SignalStatus.Answered
        && !_timeline.Skip(_timeline.FindLastIndex(entry => entry.Happened is Answered))
            .Any(entry => entry.Happened is VerdictGiven { Verdict: Verdict.NotUnderstood });

    /// <summary>The answer again, in clearer words. The decision does not change.</summary>
    public void Clarify(string explanation, Viewer by, Now now)
    {
        var actor = RequireHolder(by);
        Require(Status is SignalStatus.AwaitingClarification, ThereIsNothingToClarify);
        RequireText(explanation);

        Status = SignalStatus.Answered;
        Await(Clock.Verdict.EndsOn(now.Today, now.Calendar), now);
        Record(new Clarified(explanation, DueOn!.Value), actor, now);
    }

    /// <summary>The owner says that a promise is done, and how anyone can see that.</summary>
    public void ReportPromise(Guid promiseId, string howToSee, Viewer by, Now now)
    {
        var promise = RequireOpenPromise(promiseId);
        var actor = RequireOwner(promise, by);
        RequireText(howToSee);

        promise.Status = PromiseStatus.Reported;
        Record(new PromiseReported(promiseId, howToSee), actor, now);
    }

    /// <summary>The reporter says whether it is kept. Not kept: it is open again, and that is counted.</summary>
    public void JudgePromise(Guid promiseId, PromiseJudgement judgement, string? text, Viewer by, Now now)
    {
        RequireReporter(by);
        var promise = RequireOpenPromise(promiseId);
        Require(promise.Status is PromiseStatus.Reported && Enum.IsDefined(judgement), APromiseIsReportedFirst);
        Require(judgement is PromiseJudgement.Kept || !Words.IsBlank(text), AVerdictIsExplained);
        RequireStorable(Words.LongMaxLength, text);

        promise.Status = judgement switch
        {
            PromiseJudgement.Kept => PromiseStatus.Kept,
            PromiseJudgement.PartlyKept => PromiseStatus.PartlyKept,
            _ => PromiseStatus.Open,
        };
        promise.TimesRefused += judgement is PromiseJudgement.NotKept ? 1 : 0;
        Record(new PromiseJudged(promiseId, judgement, text), Reporter, now);
    }

    /// <summary>The owner moves the day of a promise, with a reason. That is counted.</summary>
    public void MovePromise(Guid promiseId, DateOnly to, string reason, Viewer by, Now now)
    {
        var promise = RequireOpenPromise(promiseId);
        var actor = RequireOwner(promise, by);
        Require(to > promise.By && to >= now.Today, APromiseMovesToALaterDay);
        RequireText(reason);

        var from = promise.By;
        promise.By = to;
        promise.TimesMoved++;
        promise.IsToldLate = false;
        Record(new PromiseMoved(promiseId, from, to, reason), actor, now);
    }

    /// <summary>The reporter says that somebody of the desk has been in touch, as was agreed. Also when that was late.</summary>
    public void ConfirmContact(ContactStep step, Viewer by, Now now)
    {
        RequireReporter(by);
        Require(ContactsToConfirm.Contains(step), OnlyAnOpenContactIsConfirmed);

        _contacts.Single(contact => contact.Step == step).Status = ContactStatus.Confirmed;
        Record(new ContactConfirmed(step), Reporter, now);
    }

    /// <summary>What was missed, and the next one that is awaited.</summary>
    public IEnumerable<ContactStep> ContactsToConfirm => ClosedBecause is Closing.Withdrawn
        ? []
        : _contacts.OrderBy(contact => contact.Step).Where(contact => contact.Status is ContactStatus.Missed)
            .Concat(_contacts.OrderBy(contact => contact.Step).Where(contact => contact.Status is ContactStatus.Awaited).Take(1))
            .Select(contact => contact.Step);

    private Promise RequireOpenPromise(Guid promiseId)
    {
        Require(ClosedBecause is not Closing.Withdrawn, AClosedSignalIsNotChanged);
        var promise = _promises.SingleOrDefault(promise => promise.Id == promiseId);
        Require(promise is not null, APromiseIsReportedFirst);
        Require(!promise!.IsClosed, APromiseThatIsClosedStaysClosed);
        return promise;
    }

    private Actor RequireOwner(Promise promise, Viewer by)
    {
        Require(promise.Status is PromiseStatus.Open, APromiseThatIsClosedStaysClosed);
        return RequireActsFor(promise.OwnerUnitId, by, OnlyTheOwnerReportsAPromise);
    }
}
