using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using static SignaalPortaal.Domain.Signals.SignalRule;

namespace SignaalPortaal.Domain.Signals;

/// <summary>Who raised a confidential signal: how advisers come to know it. See <see cref="Signals.IdentityRequest"/>.</summary>
public sealed partial class Signal
{
    /// <summary>The last request for the sealed name; null when nobody asked, and once the reporter is known.</summary>
    public IdentityRequest? IdentityRequest(DateOnly today) => Disclosure is Disclosure.Confidential ? Signals.IdentityRequest.Of(_timeline, today) : null;

    /// <summary>A confidential adviser asks for the sealed name.</summary>
    /// <param name="danger">Whose life is in danger, when that is so; the name can be fetched at once then.</param>
    public void RequestIdentity(string reason, string? danger, Viewer by, Now now)
    {
        var actor = RequireAdviser(by);
        RequireText(reason);
        Require(reason.Trim().Length >= IdentityRequested.ReasonMinLength, AskingForANameIsExplained);
        RequireStorable(Words.LongMaxLength, danger);
        Require(danger is null || danger.Trim().Length >= IdentityRequested.ReasonMinLength, DangerIsExplained);
        Require(danger is not null || IdentityRequest(now.Today) is not { IsPending: true }, OneRequestForANameAtATime);

        Record(
            new IdentityRequested(
                reason, Signals.IdentityRequest.AnswerBy(now), now.Today.AddDays(Signals.IdentityRequest.DaysGood), danger is null ? null : true, danger),
            actor, now);
    }

    /// <summary>The reporter answers before the name is opened.</summary>
    public void AnswerIdentityRequest(string answer, bool objects, Viewer by, Now now)
    {
        RequireReporter(by);
        Require(IdentityRequest(now.Today) is { IsPending: true }, NobodyAsksForTheName);
        RequireText(answer);

        Record(new IdentityAnswered(answer, objects), Reporter, now);
    }

    /// <summary>A second adviser agrees: the one who asked can fetch the name.</summary>
    public void AgreeToIdentity(Viewer by, Now now) => Record(new IdentityAgreed(), RequireSecondAdviser(by, now), now);

    /// <summary>A second adviser refuses: the name stays closed.</summary>
    public void RefuseIdentity(string reason, Viewer by, Now now)
    {
        var actor = RequireSecondAdviser(by, now);
        RequireText(reason);

        Record(new IdentityRefused(reason), actor, now);
    }

    /// <summary>The adviser who asked fetches the name.</summary>
    public void OpenIdentity(Viewer by, Now now)
    {
        var actor = RequireAdviser(by);
        var request = IdentityRequest(now.Today);
        Require(request is { IsPending: true }, NobodyAsksForTheName);
        Require(request.AskedById == by.PersonId, WhoAskedOpensTheName);
        Require(request.State is IdentityRequestState.Open, TheNameIsNotOpenYet);

        Record(new IdentityOpened(), actor, now);
    }

    private Actor RequireSecondAdviser(Viewer by, Now now)
    {
        var actor = RequireAdviser(by);
        var request = IdentityRequest(now.Today);
        Require(request is { IsPending: true, AgreedOn: null }, NobodyAsksForTheName);
        Require(request.AskedById != by.PersonId, ASecondAdviserDecides);
        return actor;
    }

    private Actor RequireAdviser(Viewer by)
    {
        Require(OrganisationId == by.OrganisationId && by.Roles.HasFlag(Roles.ConfidentialAdviser), OnlyAConfidentialAdviserAsksForAName);
        Require(_conflicts.All(conflict => conflict.PersonId != by.PersonId), NobodyHandlesASignalAboutThemselves);
        Require(Disclosure is Disclosure.Confidential, OnlyASealedNameIsAskedFor);
        return new Actor(by.PersonId, ActedAs.ConfidentialAdviser);
    }
}
