namespace SignaalPortaal.Domain.Signals;

/// <summary>
/// Something that happened to a signal. Facts only: the sentence is made where it is shown, by the partial of the same name.
/// What is a string here is somebody's words and is kept apart from the rest; see <see cref="TimelineEntry"/>.
/// </summary>
public abstract record TimelineEvent;

/// <param name="Unit">Where it starts.</param>
/// <param name="Kind">Said here too, so that it cannot be changed unseen; null of what was raised before it was.</param>
/// <param name="Risk">The reporter's own estimate; likewise.</param>
/// <param name="Theme">Likewise.</param>
/// <param name="ReceivedOn">From which day the terms of the law count, where that is not the day of the event.</param>
public sealed record Submitted(
    Guid Unit,
    DateOnly AcknowledgeBy,
    DateOnly AnswerBy,
    SignalKind? Kind = null,
    RiskLevel? Risk = null,
    bool? Sealed = null,
    Theme? Theme = null,
    DateOnly? ReceivedOn = null) : TimelineEvent;

/// <summary>The reporter adds to the signal; the original stays as it was.</summary>
public sealed record FactsAdded(string Facts) : TimelineEvent;

/// <summary>The reporter adds a file. See <see cref="Signals.Attachment"/> for whether it can be read.</summary>
/// <param name="Name">As the reporter called it, unless that would tell who that is.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Commitment">To a salt and the bytes: says of a file that it is this one, and without the salt nothing.</param>
public sealed record Attached(Guid Attachment, string Name, AttachmentType Type, int Size, byte[] Commitment) : TimelineEvent;

/// <param name="Line">A personal line to the reporter.</param>
/// <param name="ExpectedOn">The day on which the holder expects to answer; from now on the last day in time.</param>
public sealed record Acknowledged(DateOnly ExpectedOn, string Line) : TimelineEvent;

/// <param name="StoppedOn">The last day in time before the holder's clock was stopped.</param>
/// <param name="NextTermEndsOn">Where the unit was late already, and that was told: the last day of the term that ran since.</param>
public sealed record Asked(string Question, DateOnly ReplyBy, DateOnly StoppedOn, DateOnly? NextTermEndsOn = null) : TimelineEvent;

/// <param name="DueOn">The last day in time, now that the clock goes on.</param>
public sealed record Replied(string Reply, DateOnly DueOn) : TimelineEvent;

/// <summary>A layer puts its own reading, and perhaps its own estimate of the risk, beside those of the reporter.</summary>
/// <param name="Lowers">The layer estimates the risk lower than the reporter.</param>
/// <param name="Told">The unit that reads that it was lowered, by whom and why; null where it was not, and where there is none above.</param>
public sealed record Assessed(string Reading, RiskLevel? Risk, bool Lowers, string? Reason, Guid? Told = null) : TimelineEvent;

/// <param name="MissedOn">Only after silence: the last day in time that was missed.</param>
/// <param name="Since">Only after silence: the day on which the silent unit got it.</param>
/// <param name="Silent">Only after silence: who acted for the silent unit, and so does not get it again for another.</param>
/// <param name="WithoutManager">The units in between that nobody manages; null for none.</param>
/// <param name="Reason">Only of a manager: why this layer cannot decide.</param>
/// <param name="Advice">Only of a manager: what this layer would do.</param>
public sealed record Escalated(
    EscalationCause Cause,
    Guid From,
    Guid To,
    DateOnly AcknowledgeBy,
    DateOnly AnswerBy,
    DateOnly? MissedOn = null,
    DateOnly? Since = null,
    IReadOnlyList<Guid>? WithoutManager = null,
    string? Reason = null,
    string? Advice = null,
    Guid? Silent = null) : TimelineEvent;

public enum EscalationCause
{
    ByManager,
    BySilence,

    /// <summary>The reporter disagrees with the answer.</summary>
    ByReporter,
}

/// <summary>To another unit, sideways or down.</summary>
public sealed record Rerouted(Guid From, Guid To, DateOnly AcknowledgeBy, DateOnly AnswerBy, string Reason) : TimelineEvent;

public sealed record Postponed(DateOnly From, DateOnly To, string Reason) : TimelineEvent;

/// <param name="Explanation">The answer in the manager's own words.</param>
/// <param name="Fact">With a reason: the fact that it asks for.</param>
/// <param name="Where">With "already arranged".</param>
/// <param name="PassedOnTo">With "outside our power".</param>
public sealed record Answered(
    Outcome Outcome,
    string Explanation,
    DateOnly VerdictBy,
    NotAdoptedReason? Reason = null,
    string? Fact = null,
    string? WhatWouldChange = null,
    DateOnly? LookAgainOn = null,
    string? Where = null,
    string? PassedOnTo = null) : TimelineEvent;

/// <summary>Follows an answer that adopts. What became of it is in <see cref="Signals.Promise"/> and in later events.</summary>
public sealed record Promised(Guid Promise, string What, string Who, DateOnly By) : TimelineEvent;

/// <param name="ClarifyBy">With "not understood": by when the answer is said in clearer words.</param>
/// <param name="Closes">The signal is closed with this.</param>
public sealed record VerdictGiven(Verdict Verdict, bool Closes, DateOnly? ClarifyBy = null, string? Text = null) : TimelineEvent;

public sealed record Clarified(string Explanation, DateOnly VerdictBy) : TimelineEvent;

/// <param name="Was">How it stood: what figures count does not change because a reporter takes a signal back.</param>
public sealed record Withdrawn(string Reason, SignalStatus? Was = null) : TimelineEvent;

/// <param name="HowToSee">How anyone can see that it is done.</param>
public sealed record PromiseReported(Guid Promise, string HowToSee) : TimelineEvent;

public sealed record PromiseJudged(Guid Promise, PromiseJudgement Judgement, string? Text = null) : TimelineEvent;

public sealed record PromiseMoved(Guid Promise, DateOnly From, DateOnly To, string Reason) : TimelineEvent;

/// <summary>A "not adopted" with a date to look again: the day has come, and the old answer stands beside it.</summary>
public sealed record WokenUp(DateOnly AnsweredOn, DateOnly AcknowledgeBy, DateOnly AnswerBy) : TimelineEvent;

/// <summary>The unit that held it exists no more, or who acts for it now may not handle it; it went to one above, with what it was waiting for.</summary>
/// <param name="AcknowledgeBy">Null when the unit has nothing to acknowledge.</param>
/// <param name="AnswerBy">Null when the unit has nothing to answer.</param>
/// <param name="InConflict">The unit is still there, but who acts for it now is the reporter or whom it is about; null when it is not.</param>
public sealed record HandedOver(Guid From, Guid To, DateOnly? AcknowledgeBy, DateOnly? AnswerBy, bool? InConflict = null) : TimelineEvent;

/// <summary>Where no layer above can take it, it stays, and each term that passes in silence is told.</summary>
/// <param name="MissedOn">The last day in time that was missed.</param>
/// <param name="Times">How many terms of this unit were missed, this one included.</param>
/// <param name="Told">Which unit beside or above the desk was told that the desk is late, and nothing else; null for none.</param>
public sealed record TermMissed(DateOnly MissedOn, int Times, Guid? Told = null) : TimelineEvent;

/// <summary>The reporter did not reply in time. The clock of the holder goes on; the signal stays open and may still be added to.</summary>
/// <param name="DueOn">The last day in time, now that the clock goes on.</param>
public sealed record QuestionExpired(DateOnly ReplyBy, DateOnly DueOn) : TimelineEvent;

/// <summary>The holder tells how things stand.</summary>
public sealed record Updated(string HowItStands) : TimelineEvent;

/// <summary>The reporter should have heard how things stand.</summary>
/// <param name="MissedOn">The last day in time.</param>
public sealed record UpdateMissed(DateOnly MissedOn) : TimelineEvent;

/// <summary>The day of a promise has passed, and its owner has not said that it is done.</summary>
public sealed record PromiseLate(Guid Promise, DateOnly By) : TimelineEvent;

/// <summary>The reporter gave no verdict in time.</summary>
/// <param name="VerdictBy">The last day in time.</param>
public sealed record ClosedWithoutReaction(DateOnly VerdictBy) : TimelineEvent;

/// <summary>The reporter, until then not known to the line, has made the own name known.</summary>
public sealed record MadeKnown : TimelineEvent;

/// <summary>A confidential adviser asks for the sealed name. The reporter reads the reason; to others it may say who the reporter is.</summary>
/// <param name="AnswerBy">The last day on which it waits for the reporter; see <see cref="IdentityRequest"/>.</param>
/// <param name="GoodUntil">The last day on which the name can be fetched.</param>
/// <param name="AtOnce">Somebody's life is in danger, and it waits for nobody; null when it waits.</param>
/// <param name="Danger">Whose life, and why the adviser thinks so.</param>
public sealed record IdentityRequested(string Reason, DateOnly AnswerBy, DateOnly GoodUntil, bool? AtOnce = null, string? Danger = null) : TimelineEvent
{
    public const int ReasonMinLength = 20;
}

/// <summary>The reporter says what the advisers should know before the name is opened.</summary>
/// <param name="Objects">The name is not to be opened, unless a second adviser agrees.</param>
public sealed record IdentityAnswered(string Answer, bool Objects) : TimelineEvent;

/// <summary>A second adviser agrees that the name is opened.</summary>
public sealed record IdentityAgreed : TimelineEvent;

/// <summary>A second adviser thinks that the name should stay closed, and then it does.</summary>
public sealed record IdentityRefused(string Reason) : TimelineEvent;

/// <summary>The adviser who asked has fetched the name.</summary>
public sealed record IdentityOpened : TimelineEvent;

/// <summary>The reporter says that somebody has been in touch.</summary>
public sealed record ContactConfirmed(ContactStep Step) : TimelineEvent;

/// <summary>Nobody was in touch with the reporter in time, as far as the reporter says.</summary>
/// <param name="MissedOn">The last day in time.</param>
/// <param name="Told">Which unit above the desk was told that the desk is late, and nothing else; null for none.</param>
public sealed record ContactMissed(ContactStep Step, DateOnly MissedOn, Guid? Told = null) : TimelineEvent;

/// <summary>The reporter asks to destroy what was written (AVG, article 17).</summary>
/// <param name="DecideBy">The last day in time for a decision.</param>
public sealed record ErasureAsked(DateOnly DecideBy) : TimelineEvent;

/// <summary>Nothing of it is destroyed, whatever term ends, until it is released.</summary>
public sealed record HeldForLaw(string Reason) : TimelineEvent;

public sealed record ReleasedFromHold(string Reason) : TimelineEvent;

/// <summary>There is a summary of this signal and others; it says nothing of which others. The reporter can stop it, and whether that happened stands nowhere.</summary>
/// <param name="StopBy">The last day on which a reporter can; the day after, it is published unless one did.</param>
public sealed record Summarised(DateOnly StopBy) : TimelineEvent;

/// <summary>What people wrote, and who raised it, was destroyed. All events stay, without their words.</summary>
/// <param name="List">The list on which two people decided.</param>
public sealed record Erased(ErasureGround Ground, Guid List) : TimelineEvent;

/// <summary>The unit that answered proposes what everybody in the organisation may read of it. It waits for the reporter.</summary>
/// <param name="Promises">What the answer promises; null for nothing.</param>
/// <param name="PromisesInShort">A line for each of <paramref name="Promises"/>.</param>
public sealed record ReleaseProposed(
    Outcome Outcome,
    NotAdoptedReason? Reason,
    string Title,
    string Said,
    string Answer,
    string? WhatWouldChange = null,
    IReadOnlyList<Guid>? Promises = null,
    string? PromisesInShort = null) : TimelineEvent
{
    /// <summary>No property: what an event has is kept as facts, and these are words.</summary>
    public IReadOnlyList<string> LinesOfPromises() => PromisesInShort?.Split('\n') ?? [];

    internal bool SaysTheSameAs(ReleaseProposed other) =>
        (Title, Said, Answer, WhatWouldChange, PromisesInShort) == (other.Title, other.Said, other.Answer, other.WhatWouldChange, other.PromisesInShort);
}

/// <summary>The reporter said yes to exactly that text.</summary>
public sealed record ReleaseApproved : TimelineEvent;

/// <summary>The reporter said no to it. There is no reason to give.</summary>
public sealed record ReleaseRefused : TimelineEvent;

/// <summary>The reporter took the yes back, and the text is gone from the page.</summary>
public sealed record ReleaseTakenBack : TimelineEvent;
