using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Publications;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Data;

/// <summary>What is published, and what it is made of.</summary>
internal sealed partial class PortalDb
{
    public DbSet<Publication> Publications => Set<Publication>();

    /// <summary>How careful the organisation is now.</summary>
    public async Task<PublicationRules> PublicationRules(CancellationToken cancellationToken) =>
        await Strictest.FirstOrDefaultAsync(cancellationToken) is { } last ? last.Rules : new PublicationRules();

    /// <summary>The last one first.</summary>
    public async Task<IReadOnlyList<RuleChangeView>> RuleChanges(CancellationToken cancellationToken) =>
        [.. (await Strictest.Select(change => new { Change = change, People.First(person => person.Id == change.SetById).Name }).ToListAsync(cancellationToken))
            .Select(change => new RuleChangeView(change.Change.Rules, change.Change.SetOn, change.Name))];

    /// <summary>The quarters of which the last word is a refusal.</summary>
    public async Task<IReadOnlyList<RefusalView>> Refusals(CancellationToken cancellationToken) =>
        [.. (await Set<PublicationRefusal>().Where(refusal => !Publications.Any(publication => publication.Quarter == refusal.Quarter))
            .GroupBy(refusal => refusal.Quarter).Select(quarter => new { Quarter = quarter.Key, On = quarter.Max(refusal => refusal.RefusedOn) })
            .OrderBy(refusal => refusal.Quarter).ToListAsync(cancellationToken))
            .Select(refusal => new RefusalView(Quarter.Of(refusal.Quarter), refusal.On))];

    /// <summary>All that the line could see on this day.</summary>
    public async Task<Dictionary<Guid, PublishableSignal>> SignalsToPublish(DateOnly lastDay, CancellationToken cancellationToken) =>
        await SignalsOfEveryone.Where(signal => signal.RaisedOn <= lastDay && signal.HiddenUntil == null)
            .Select(signal => new PublishableSignal(signal.Id, signal.RaisedOn, signal.Theme, signal.Kind, signal.ReporterId, false))
            .AsAsyncEnumerable().ToDictionaryAsync(signal => signal.Id, cancellationToken: cancellationToken);

    /// <summary>
    /// What happened before a moment to the signals of which something counts that was in no publication yet, or that a term passed in silence; signal by
    /// signal, in order.
    /// </summary>
    public IAsyncEnumerable<EventToPublish> EventsToPublish(DateTimeOffset end) =>
        Database.SqlQuery<EventToPublish>($"""
            select e.signal_id as "SignalId", e.seq as "Seq", e.at as "At", e.kind as "Kind", e.facts as "Facts", c.seq is not null as "IsCounted"
            from timeline_entries e
            left join publication_counts c on c.organisation_id = {OrganisationId} and c.signal_id = e.signal_id and c.seq = e.seq
            where e.organisation_id = {OrganisationId} and e.at < {end} and e.signal_id in (
                select n.signal_id
                from timeline_entries n
                left join publication_counts k on k.organisation_id = {OrganisationId} and k.signal_id = n.signal_id and k.seq = n.seq
                where n.organisation_id = {OrganisationId} and n.at < {end}
                  and (n.kind = {nameof(TermMissed)} or (
                      k.seq is null and (n.kind in ({nameof(Submitted)}, {nameof(Answered)})
                          or (n.kind = {nameof(Escalated)} and n.facts::jsonb ->> {nameof(Escalated.Cause)} = {nameof(EscalationCause.BySilence)})))))
            order by e.signal_id, e.seq
            """).AsAsyncEnumerable();

    /// <summary>Once and for all: the database refuses what was counted before.</summary>
    public Task<int> NoteCounted(Quarter quarter, CountedEvents counted, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync(
            $"""
            insert into publication_counts (organisation_id, signal_id, seq, quarter)
            select {OrganisationId}, signal_id, seq, {quarter.FirstDay} from unnest({counted.Signals.ToArray()}, {counted.Seqs.ToArray()}) as counted (signal_id, seq)
            """,
            cancellationToken);

    /// <summary>All units, also those that are closed.</summary>
    public Task<List<Unit>> UnitsForPublication(CancellationToken cancellationToken) => Units.AsNoTracking().ToListAsync(cancellationToken);

    /// <summary>How many people worked in each unit itself on this day, as far as that is known: of nobody is kept when they came.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> PeopleAtWork(DateOnly day, CancellationToken cancellationToken) =>
        await People.Where(person => person.LeftOn == null || person.LeftOn > day)
            .GroupBy(person => person.HomeUnitId).Select(unit => new { unit.Key, Count = unit.Count() })
            .ToDictionaryAsync(unit => unit.Key, unit => unit.Count, cancellationToken);

    /// <summary>No change makes anything looser, so the last one is the strictest in every way.</summary>
    private IQueryable<PublicationRuleChange> Strictest => Set<PublicationRuleChange>().AsNoTracking()
        .OrderByDescending(change => change.SmallestCount).ThenByDescending(change => change.FewestPeople).ThenByDescending(change => change.FewestReporters);
}
