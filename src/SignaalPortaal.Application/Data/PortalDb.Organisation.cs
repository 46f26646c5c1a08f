using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Data;

/// <summary>What the database does when an organisation changes.</summary>
internal sealed partial class PortalDb
{
    /// <summary>Of all; everybody may know which there are.</summary>
    public Task<List<Guid>> OrganisationIds(CancellationToken cancellationToken) =>
        Set<Organisation>().OrderBy(organisation => organisation.Name).Select(organisation => organisation.Id).ToListAsync(cancellationToken);

    /// <summary>In a transaction of its own.</summary>
    public async Task InOrganisation(Guid organisation, Func<Task> work, CancellationToken cancellationToken)
    {
        await using var transaction = await BeginFor(organisation, cancellationToken);
        await work();
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>With the days on which this organisation is closed.</summary>
    public async Task<WorkingCalendar> LoadCalendar(CancellationToken cancellationToken) =>
        new((await ClosedDays.Select(closed => closed.Day).ToListAsync(cancellationToken)).ToHashSet());

    /// <summary>Until the transaction ends nobody else changes the organisation of this name, nor makes it.</summary>
    public Task LockOrganisation(string name, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('signaalportaal organisation ' || {name}, 0))", cancellationToken);

    /// <summary>
    /// What these units hold and on which somebody, or time, can still act: open signals, and closed ones that wait for a day or have a promise that
    /// is not kept. Locked until the transaction ends.
    /// </summary>
    /// <param name="wholly">Of which units also what is finished, unless its words were destroyed.</param>
    public async Task<List<Signal>> LockUnfinished(
        IReadOnlyCollection<Guid> unitIds, CancellationToken cancellationToken, IReadOnlyCollection<Guid>? wholly = null) => unitIds.Count == 0
        ? []
        : await Set<Signal>()
            .FromSql($"""
                select * from signals s
                where organisation_id = {OrganisationId} and held_by_unit_id = any({unitIds.ToArray()})
                  and closed_because is distinct from {nameof(Closing.Withdrawn)}
                  and (status <> {nameof(SignalStatus.Closed)} or (held_by_unit_id = any({(wholly ?? []).ToArray()}) and erased_on is null) or next_step_on is not null or exists (
                      select from promises p
                      where p.organisation_id = {OrganisationId} and p.signal_id = s.id
                        and p.status in ({nameof(PromiseStatus.Open)}, {nameof(PromiseStatus.Reported)})))
                order by id
                for update
                """)
            .ToListAsync(cancellationToken);

    /// <summary>What these units promised goes along with the signal: whoever holds it can see it already, so that it is shown to nobody else.</summary>
    public Task<int> GivePromisesToHolders(IReadOnlyCollection<Guid> unitIds, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync(
            $"""
            update promises p set owner_unit_id = s.held_by_unit_id
            from signals s
            where p.organisation_id = {OrganisationId} and p.owner_unit_id = any({unitIds.ToArray()})
              and p.status in ({nameof(PromiseStatus.Open)}, {nameof(PromiseStatus.Reported)})
              and s.organisation_id = p.organisation_id and s.id = p.signal_id and s.held_by_unit_id <> p.owner_unit_id
            """,
            cancellationToken);

    /// <summary>All of these signals but what people wrote: whoever moves them about does not read.</summary>
    public async Task LoadAllButWords(IReadOnlyCollection<Signal> signals, CancellationToken cancellationToken)
    {
        var ids = signals.Select(signal => signal.Id).ToArray();
        await Set<SignalHolder>().Where(holder => ids.Contains(holder.SignalId)).LoadAsync(cancellationToken);
        await Set<SignalConflict>().Where(conflict => ids.Contains(conflict.SignalId)).LoadAsync(cancellationToken);
        await Set<Promise>().Where(promise => ids.Contains(promise.SignalId)).LoadAsync(cancellationToken);
        await Set<Contact>().Where(contact => ids.Contains(contact.SignalId)).LoadAsync(cancellationToken);
        await Set<TimelineEntry>().Where(entry => ids.Contains(entry.SignalId)).OrderBy(entry => entry.Seq).LoadAsync(cancellationToken);
    }
}
