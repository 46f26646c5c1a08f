using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Domain.Signals;

/// <summary>What somebody can do to a signal now. Only decides what a page offers; each verb judges for itself.</summary>
[Flags]
public enum SignalActs
{
    None = 0,
    AddFacts = 1,
    Reply = 2,
    GiveVerdict = 4,
    Withdraw = 8,
    ConfirmContact = 16,
    Acknowledge = 32,
    Ask = 64,
    Escalate = 128,
    Reroute = 256,
    Assess = 512,
    Postpone = 1024,
    Answer = 2048,
    Clarify = 4096,
    Update = 8192,
    AskErasure = 16384,
    ProposeRelease = 32768,
    DecideRelease = 65536,
    TakeBackRelease = 131072,
    AnswerIdentityRequest = 262144,
}

/// <summary>What a page needs to know before it offers an act.</summary>
public sealed partial class Signal
{
    /// <param name="line">From the holder upwards.</param>
    public SignalActs ActsOf(Viewer viewer, ManagementLine line, Now now)
    {
        var isUndecided = Status is SignalStatus.New or SignalStatus.InProgress or SignalStatus.AwaitingReply;
        if (IsReportedBy(viewer))
        {
            return When(IsOpen, SignalActs.AddFacts | SignalActs.Withdraw)
                | When(Status is SignalStatus.AwaitingReply, SignalActs.Reply)
                | When(Status is SignalStatus.Answered, SignalActs.GiveVerdict)
                | When(ContactsToConfirm.Any(), SignalActs.ConfirmContact)
                | When(!IsOpen && ErasureAskedOn is null && ErasedOn is null, SignalActs.AskErasure)
                | When(AwaitsADecisionOnRelease, SignalActs.DecideRelease)
                | When(IsReleased, SignalActs.TakeBackRelease)
                | When(IdentityRequest(now.Today) is { IsPending: true }, SignalActs.AnswerIdentityRequest);
        }

        if (!MayActFor(HeldByUnitId, viewer))
        {
            return SignalActs.None;
        }

        return When(isUndecided, SignalActs.Assess | SignalActs.Answer)
            | When(Status is SignalStatus.New, SignalActs.Acknowledge)
            | When(Status is SignalStatus.New or SignalStatus.InProgress, SignalActs.Ask)
            | When(isUndecided && !Kind.GoesToTheDesk && NextAbove(line) is not null, SignalActs.Escalate)
            | When(isUndecided && !Kind.GoesToTheDesk, SignalActs.Reroute)
            | When(CanBePostponed(now), SignalActs.Postpone)
            | When(Status is SignalStatus.InProgress, SignalActs.Update)
            | When(Status is SignalStatus.AwaitingClarification, SignalActs.Clarify)
            | When(CanBeProposed, SignalActs.ProposeRelease);

        static SignalActs When(bool holds, SignalActs acts) => holds ? acts : SignalActs.None;
    }

    /// <summary>Whether this is its reporter: who raised it by name, or, as long as there is no name, who has the receipt code.</summary>
    public bool IsReportedBy(Viewer viewer) => OrganisationId == viewer.OrganisationId && (Disclosure is Disclosure.Named ? ReporterId == viewer.PersonId : viewer.ReceiptOf == Id);

    /// <summary>Whether this person may act on the signal for a unit: acts for it today, and is neither its reporter nor whom it is about. What was erased nobody acts on.</summary>
    public bool MayActFor(Guid unitId, Viewer viewer) =>
        ErasedOn is null && HiddenUntil is null && viewer.ActsFor(unitId) && OrganisationId == viewer.OrganisationId && ReporterId != viewer.PersonId && _conflicts.All(conflict => conflict.PersonId != viewer.PersonId);

    /// <summary>The units that the signal can still come to, the nearest first: those above the holder; of what never goes through the line, oversight.</summary>
    /// <param name="line">From the holder upwards.</param>
    public IEnumerable<LineUnit> NextUnits(ManagementLine line) => CanTakeOver(line).Where(unit => CanStillGoTo(unit, line.Start));

    /// <summary>
    /// It never went through the line and nobody inside is left: the last one is silent too, or the reporter disagrees and it is closed. Now the reporter
    /// reads where else there is to go.
    /// </summary>
    /// <param name="line">From the holder upwards.</param>
    public bool LeadsOutside(ManagementLine line) => Kind.GoesToTheDesk && ErasedOn is null
        && (ClosedBecause is Closing.Disagreed || (IsOpen && SinceArrival().Any(entry => entry.Happened is TermMissed) && NextAbove(line) is null));

    private bool CanBePostponed(Now now) =>
        Status is SignalStatus.InProgress && !Kind.HasALegalTerm && LatestPostponement(now) > DueOn && LatestPostponement(now) >= now.Today && !SinceArrival().Any(entry => entry.Happened is Postponed);
}
