using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using static SignaalPortaal.Domain.Signals.SignalRule;

namespace SignaalPortaal.Domain.Signals;

/// <summary>How an answered signal comes on the page that everybody in the organisation reads: in a text of its own, and only after a yes of the reporter.</summary>
public sealed partial class Signal
{
    /// <summary>After a no there is one other text, and then it is enough.</summary>
    private const int MostProposals = 2;

    /// <summary>What everybody in the organisation reads of it; null unless the reporter said yes to that.</summary>
    public ReleasedSignal? Released { get; private set; }

    /// <summary>The unit that answered proposes the text. Nobody else reads it until the reporter says yes.</summary>
    public void ProposeRelease(ReleaseText text, Viewer by, Now now)
    {
        var actor = RequireHolder(by);
        Require(!Kind.GoesToTheDesk, WhatTheDeskHandlesIsNotReleased);
        Require(AnswerStands, OnlyAStandingAnswerIsReleased);
        Require(LastOfRelease is not (ReleaseProposed or ReleaseApproved), OneReleaseAtATime);
        Require(ProposalsOfTheAnswer.Count() < MostProposals, AReleaseIsProposedTwice);
        var answer = Last<Answered>().Happened;
        text.RequireThatItIsComplete(answer.Outcome, PromisedInTheAnswer);
        var proposed = text.Proposed(answer);
        Require(!ProposalsOfTheAnswer.Any(earlier => earlier.SaysTheSameAs(proposed)), ARefusedTextIsNotProposedAgain);

        Record(proposed, actor, now);
    }

    /// <summary>The reporter says yes to exactly the text that was proposed, or no, for which no reason is asked.</summary>
    public void DecideRelease(ReleaseDecision decision, Viewer by, Now now)
    {
        RequireReporter(by);
        Require(AnswerStands && LastOfRelease is ReleaseProposed && Enum.IsDefined(decision), ThereIsNoReleaseToDecideOn);
        if (decision is ReleaseDecision.Refuse)
        {
            Record(new ReleaseRefused(), Reporter, now);
            return;
        }

        var answer = _timeline.Last(entry => entry.Happened is Answered);
        Released = ReleasedSignal.Of(this, (ReleaseProposed)LastOfRelease, answeredBy: answer.ActedForUnitId!.Value, answeredOn: answer.At.DutchDate);
        Record(new ReleaseApproved(), Reporter, now);
    }

    /// <summary>The reporter takes a yes back: from now on nobody else reads it.</summary>
    public void TakeBackRelease(Viewer by, Now now)
    {
        RequireReporter(by);
        Require(IsReleased, ThereIsNoReleaseToTakeBack);

        Released = null;
        Record(new ReleaseTakenBack(), Reporter, now);
    }

    private bool CanBeProposed => AnswerStands && !Kind.GoesToTheDesk
        && LastOfRelease is not (ReleaseProposed or ReleaseApproved) && ProposalsOfTheAnswer.Count() < MostProposals;

    private bool AwaitsADecisionOnRelease => AnswerStands && LastOfRelease is ReleaseProposed;

    private bool IsReleased => ErasedOn is null && ClosedBecause is not Closing.Withdrawn && LastOfRelease is ReleaseApproved;

    private bool AnswerStands =>
        ErasedOn is null && Status is SignalStatus.Answered or SignalStatus.AwaitingClarification or SignalStatus.Closed && ClosedBecause is not Closing.Withdrawn;

    /// <summary>The last step towards or from the page since the last answer: another answer makes an end to what was released of the one before it.</summary>
    private TimelineEvent? LastOfRelease =>
        SinceTheAnswer.LastOrDefault(happened => happened is ReleaseProposed or ReleaseApproved or ReleaseRefused or ReleaseTakenBack);

    private IEnumerable<ReleaseProposed> ProposalsOfTheAnswer => SinceTheAnswer.OfType<ReleaseProposed>();

    private IReadOnlyList<Guid> PromisedInTheAnswer => [.. SinceTheAnswer.OfType<Promised>().Select(made => made.Promise)];

    private IEnumerable<TimelineEvent> SinceTheAnswer =>
        _timeline.Skip(_timeline.FindLastIndex(entry => entry.Happened is Answered)).Select(entry => entry.Happened);
}
