using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using static SignaalPortaal.Domain.Signals.SignalRule;

namespace SignaalPortaal.Domain.Signals;

/// <summary>How long a signal is kept, and how its words are destroyed while its history stays.</summary>
public sealed partial class Signal
{
    /// <summary>The day in the Netherlands on which it was closed; null while it is open.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>A court, a procedure or an inquiry may need it: nothing of it is destroyed meanwhile.</summary>
    public bool IsHeldForLaw { get; private set; }

    /// <summary>The day on which its reporter asked to destroy it.</summary>
    public DateOnly? ErasureAskedOn { get; private set; }

    /// <summary>The day from which on there are no words; null while there are.</summary>
    public DateOnly? ErasedOn { get; private set; }

    public ErasureGround? ErasedBecause { get; private set; }

    public Erasure? Erasure => ErasedOn is { } on ? new Erasure(on, ErasedBecause!.Value) : null;

    /// <summary>The reporter asks to destroy what was written and who raised it (AVG, article 17).</summary>
    public void AskErasure(Viewer by, Now now)
    {
        RequireReporter(by);
        Require(!IsOpen, OnlyAClosedSignalIsErased);
        Require(ErasureAskedOn is null, ErasureIsAskedOnce);

        ErasureAskedOn = now.Today;
        Record(new ErasureAsked(Signals.Erasure.DecideBy(now.Today)), Reporter, now);
    }

    /// <summary>From now on nothing of it is destroyed.</summary>
    public void HoldForLaw(string reason, Viewer by, Now now)
    {
        var actor = RequireAdministrator(by);
        Require(!IsHeldForLaw, ASignalIsHeldOnce);
        RequireText(reason);

        IsHeldForLaw = true;
        Record(new HeldForLaw(reason), actor, now);
    }

    public void ReleaseFromHold(string reason, Viewer by, Now now)
    {
        var actor = RequireAdministrator(by);
        Require(IsHeldForLaw, ThereIsNoHold);
        RequireText(reason);

        IsHeldForLaw = false;
        Record(new ReleasedFromHold(reason), actor, now);
    }

    /// <summary>
    /// Says that everything people wrote about it, and who raised it, is destroyed. The rest of that is done by the database, which refuses to do it
    /// without this event, and refuses this event without doing it.
    /// </summary>
    /// <param name="list">The list on which two people decided.</param>
    public void Erase(ErasureGround ground, Guid list, Now now)
    {
        RequireWords();
        Require(!IsOpen, OnlyAClosedSignalIsErased);
        Require(!IsHeldForLaw, WhatIsHeldIsNotErased);

        (ErasedOn, ErasedBecause, ReporterId) = (now.Today, ground, null);
        (LookAgainOn, Released) = (null, null);
        Record(new Erased(ground, list), Actor.Portal, now);
    }

    /// <summary>
    /// It was destroyed once, and an older copy of the database brought it back, perhaps from before it was closed. What is held for the law in that copy stays:
    /// people decide on it.
    /// </summary>
    public void EraseAgain(ErasureGround ground, Guid list, Closing closedBecause, Now now)
    {
        RequireWords();
        Require(!IsHeldForLaw, WhatIsHeldIsNotErased);

        if (IsOpen)
        {
            Close(closedBecause, now);
        }

        HiddenUntil = null;
        Erase(ground, list, now);
    }

    private void RequireWords() => Require(ErasedOn is null, NothingHappensAfterErasure);

    private Actor RequireAdministrator(Viewer by)
    {
        RequireWords();
        Require(OrganisationId == by.OrganisationId && by.Roles.HasFlag(Roles.Administrator), OnlyAnAdministratorHolds);
        Require(_conflicts.All(conflict => conflict.PersonId != by.PersonId), NobodyHandlesASignalAboutThemselves);
        return new Actor(by.PersonId, ActedAs.Administrator);
    }
}
