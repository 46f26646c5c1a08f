using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Identities;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Organisations;

/// <summary>What happened in the organisation beside its signals, for its confidential advisers and its works council.</summary>
public sealed record GetOrganisationTimeline : IRequest<OrganisationTimelineView>;

/// <param name="Items">The last one first.</param>
/// <param name="CheckValue">Of the last one, to write down; null when there is none.</param>
/// <param name="Trust">What is wrong with the keys, when something is.</param>
public sealed record OrganisationTimelineView(IReadOnlyList<OrganisationItem> Items, string? CheckValue, KeyTrust Trust);

/// <param name="Actor">Null when it does not say.</param>
/// <param name="Owner">Of a key; else null.</param>
/// <param name="Fingerprint">Of a key, as people compare it; else null.</param>
public sealed record OrganisationItem(DateTimeOffset At, OrganisationEvent Happened, string? Actor, string? Owner, string? Fingerprint);

internal sealed class GetOrganisationTimelineHandler(PortalDb db, OrganisationTimeline timeline, UsableKeys keys, Viewer viewer)
    : IRequestHandler<GetOrganisationTimeline, OrganisationTimelineView>
{
    public async Task<OrganisationTimelineView> Handle(GetOrganisationTimeline query, CancellationToken cancellationToken)
    {
        viewer.RequireOneOf(OrganisationTimelineReaders.Readers);
        var (entries, _) = await timeline.Read(cancellationToken);
        var made = entries.Select(entry => entry.Happened).OfType<AdviserKeyMade>().ToDictionary(key => key.Key);
        var ids = entries.Select(entry => entry.ActorId).OfType<Guid>().Concat(made.Values.Select(key => key.Person)).Distinct().ToList();
        var names = await db.People.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
        return new OrganisationTimelineView(
            [.. Enumerable.Reverse(entries).Select(entry => Item(entry, KeyOf(entry.Happened)))],
            entries.Count == 0 ? null : EventChain.CheckValue(entries[^1].Hash),
            (await keys.Read(cancellationToken)).Trust);

        AdviserKeyMade? KeyOf(OrganisationEvent happened) => happened switch
        {
            AdviserKeyMade key => key,
            AdviserKeyAgreed agreed => made[agreed.Key],
            AdviserKeyEnded ended => made[ended.Key],
            _ => null,
        };

        OrganisationItem Item(OrganisationEntry entry, AdviserKeyMade? key) => new(
            entry.At, entry.Happened, entry.ActorId is { } actor ? names.GetValueOrDefault(actor) : null,
            key is null ? null : names.GetValueOrDefault(key.Person), key is null ? null : KeyFingerprint.Shown(key.Fingerprint));
    }
}

public static class OrganisationTimelineReaders
{
    internal const Roles Readers = Roles.ConfidentialAdviser | Roles.WorksCouncil;

    extension(Roles roles)
    {
        public bool ReadsTheOrganisationTimeline => (roles & Readers) != Roles.None;
    }
}
