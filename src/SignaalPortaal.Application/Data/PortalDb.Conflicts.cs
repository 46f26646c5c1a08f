using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Data;

/// <summary>What the database does when other people act for a unit than before, and for units that are told of what others do.</summary>
internal sealed partial class PortalDb
{
    /// <summary>
    /// Signals lie with a unit for which now their own reporter acts, or whom they are about: these go on, as if they were raised today. What another
    /// node has at hand is left to it.
    /// </summary>
    /// <returns>How many went.</returns>
    public async Task<int> LeaveConflicts(Now now, CancellationToken cancellationToken)
    {
        // Beginning at the people who act: they are few, and what waits is much.
        var signals = await Set<Signal>()
            .FromSql($"""
                select * from signals
                where organisation_id = {OrganisationId} and id in (
                    with acting as materialized (
                        select m.unit_id, coalesce(deputy.id, m.person_id) as person_id
                        from mandates m
                        join units u on u.organisation_id = m.organisation_id and u.id = m.unit_id
                        left join stand_ins({OrganisationId}, {now.Today}) away on away.person_id = m.person_id
                        left join people deputy on deputy.organisation_id = m.organisation_id and deputy.id = away.deputy_id
                            and u.kind <> 'Oversight' and (u.kind <> 'ConfidentialDesk' or deputy.roles & {(int)Roles.ConfidentialAdviser} <> 0)
                        where m.organisation_id = {OrganisationId} and m.kind = 'Manager'
                    )
                    select s.id
                    from acting
                    join signals s on s.organisation_id = {OrganisationId} and s.reporter_id = acting.person_id and s.held_by_unit_id = acting.unit_id
                    union
                    select s.id
                    from acting
                    join signal_conflicts c on c.organisation_id = {OrganisationId} and c.person_id = acting.person_id
                    join signals s on s.organisation_id = {OrganisationId} and s.id = c.signal_id and s.held_by_unit_id = acting.unit_id
                )
                and status <> 'Closed' and status <> 'Answered'
                order by id
                for update skip locked
                """)
            .ToListAsync(cancellationToken);
        if (signals.Count == 0)
        {
            return 0;
        }

        await LoadAllButWords(signals, cancellationToken);
        var lines = await LinesOf([.. signals.Select(signal => signal.HeldByUnitId).Distinct()], cancellationToken);
        var left = signals.Count(signal => signal.LeaveConflict(lines[signal.HeldByUnitId], now));
        await SaveChangesAsync(cancellationToken);
        return left;
    }

    /// <summary>The events by which a risk was estimated lower, of which one of these units was told.</summary>
    public IQueryable<TimelineEntry> LoweredRisksToldTo(IReadOnlyCollection<Guid> unitIds) => Set<TimelineEntry>().FromSql(
        $"""
        select * from timeline_entries
        where organisation_id = {OrganisationId} and kind = 'Assessed' and facts::jsonb ->> 'Told' = any({unitIds.Select(unit => unit.ToString()).ToArray()})
        """);
}
