using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Application.Publications;
using SignaalPortaal.Application.Sessions;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Domain.Summaries;

namespace SignaalPortaal.Application.Organisations;

/// <summary>Makes the person who is signed in the viewer of this scope, with the mandates of this moment. Asked once, at the start of a request.</summary>
public sealed record LoadViewer(Guid OrganisationId, Guid PersonId) : IRequest<SignedIn?>, IBeginTransactions
{
    /// <summary>Of the session in which a browser asks; without such a session of this person there is no viewer. Null for what no browser asks.</summary>
    public string? SessionKey { get; init; }
}

/// <summary>What each page shows of who is signed in; null in the answer when the person is not known any more, or the session has ended.</summary>
/// <param name="HasUnitsBelow">Acts for a unit with other units below it.</param>
/// <param name="AwaitsMe">How many of the own signals wait for the reporter.</param>
/// <param name="Unread">How many messages were not read yet.</param>
public sealed record SignedIn(
    string Name, string JobTitle, string OrganisationName, bool ActsForAUnit, bool HasUnitsBelow, bool IsAdministrator, bool IsConfidentialAdviser, int AwaitsMe, int Unread)
{
    /// <summary>Is of the union or the works council.</summary>
    public bool SpeaksForReporters { get; init; }

    public bool ReadsPublications { get; init; }

    /// <summary>A confidential adviser, or of the works council.</summary>
    public bool ReadsTheOrganisationTimeline { get; init; }

    public bool JudgesSummaries { get; init; }
}

internal sealed class LoadViewerHandler(PortalDb db, CurrentViewer current, TimeProvider clock) : IRequestHandler<LoadViewer, SignedIn?>
{
    public async Task<SignedIn?> Handle(LoadViewer query, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginFor(query.OrganisationId, cancellationToken);
        var today = clock.GetUtcNow().DutchDate;
        var (session, now) = (Session.Hash(query.SessionKey ?? ""), Session.Now(clock));
        var (started, seen) = (now - Session.Longest, now - Session.LongestIdle);
        var found = await db.People
            .Where(person => person.Id == query.PersonId && person.LeftOn == null)
            .Select(person => new
            {
                person.Name,
                person.JobTitle,
                person.Roles,
                Organisation = db.Set<Organisation>().First(organisation => organisation.Id == person.OrganisationId),
                ClosedDays = db.ClosedDays.Select(closed => closed.Day).ToList(),
                AwaitsMe = db.SignalsOfEveryone.Count(signal =>
                    signal.ReporterId == person.Id && (signal.Status == SignalStatus.AwaitingReply || signal.Status == SignalStatus.Answered)),
                Unread = db.Messages.Count(message => message.PersonId == person.Id && message.ReadOn == null && message.OnDay <= today),
                SeenAt = db.Sessions
                    .Where(one => one.KeyHash == session && one.PersonId == person.Id && one.StartedAt > started && one.SeenAt > seen)
                    .Select(one => (DateTimeOffset?)one.SeenAt).FirstOrDefault(),
                Mandates = db.ActsFor(query.OrganisationId, query.PersonId, today)
                    .Select(mandate => new { mandate.UnitId, mandate.Kind, IsLowest = !db.Units.Any(unit => unit.ParentId == mandate.UnitId && unit.ClosedOn == null) })
                    .ToList(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null || (query.SessionKey is not null && found.SeenAt is null))
        {
            current.Viewer = Viewer.Nobody;
            return null;
        }

        if (Session.Round(now) is var seenAt && found.SeenAt < seenAt)
        {
            await db.Sessions.Where(one => one.KeyHash == session)
                .ExecuteUpdateAsync(one => one.SetProperty(it => it.SeenAt, seenAt), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        current.Viewer = new Viewer(
            query.OrganisationId, query.PersonId, found.Name, found.Roles,
            found.Mandates.ToDictionary(mandate => mandate.UnitId, mandate => mandate.Kind));
        current.SetTime(found.Organisation, new WorkingCalendar(found.ClosedDays.ToHashSet()));
        return new SignedIn(
            found.Name, found.JobTitle, found.Organisation.Name, found.Mandates.Count > 0, found.Mandates.Any(mandate => !mandate.IsLowest),
            found.Roles.HasFlag(Roles.Administrator), found.Roles.HasFlag(Roles.ConfidentialAdviser), found.AwaitsMe, found.Unread)
        {
            SpeaksForReporters = current.Viewer.SpeaksAs().Count > 0,
            ReadsPublications = found.Roles.ReadsPublications,
            ReadsTheOrganisationTimeline = found.Roles.ReadsTheOrganisationTimeline,
            JudgesSummaries = Summary.IsReader(current.Viewer),
        };
    }
}
