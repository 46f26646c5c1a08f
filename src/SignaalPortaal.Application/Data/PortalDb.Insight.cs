using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Insight;
using SignaalPortaal.Domain.Insight;
using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Data;

/// <summary>The counts of which the figures of a director are made.</summary>
internal sealed partial class PortalDb
{
    /// <summary>All units of the organisation, also those that are closed, with how many people work in each itself.</summary>
    public async Task<List<InsightUnit>> InsightUnits(Guid part, CancellationToken cancellationToken) => await Database
        .SqlQuery<InsightUnit>($"""
            select u.id as "Id", u.parent_id as "ParentId", u.name as "Name", u.layer as "Layer", u.kind as "Kind", u.closed_on is null as "IsOpen",
                   tree.depth as "Depth", tree.is_in_part as "IsInPart", coalesce(working.people, 0) as "People"
            from units u
            join (
                select descendant_id, count(*)::integer as depth, bool_or(ancestor_id = {part}) as is_in_part
                from unit_ancestors
                where organisation_id = {OrganisationId}
                group by descendant_id
            ) tree on tree.descendant_id = u.id
            left join (
                select home_unit_id, count(*)::integer as people
                from people
                where organisation_id = {OrganisationId} and left_on is null
                group by home_unit_id
            ) working on working.home_unit_id = u.id
            where u.organisation_id = {OrganisationId}
            """)
        .ToListAsync(cancellationToken);

    /// <summary>The figures of a part for one viewer, as they were at most an hour ago; null when they must be counted anew.</summary>
    public Task<KeptInsight?> InsightOfThisHour(Guid part, Guid viewer, DateTimeOffset now, CancellationToken cancellationToken) => Database
        .SqlQuery<KeptInsight>($"""
            select made_at as "MadeAt", figures as "Json"
            from insight_snapshots
            where organisation_id = {OrganisationId} and unit_id = {part} and person_id = {viewer} and made_at > {now.AddHours(-1)} and made_at <= {now}
            """)
        .SingleOrDefaultAsync(cancellationToken);

    public Task KeepInsight(Guid part, Guid viewer, KeptInsight kept, CancellationToken cancellationToken) => Database.ExecuteSqlAsync(
        $"""
        insert into insight_snapshots (organisation_id, unit_id, person_id, made_at, figures)
        values ({OrganisationId}, {part}, {viewer}, {kept.MadeAt}, {kept.Json})
        on conflict (organisation_id, unit_id, person_id) do update set made_at = excluded.made_at, figures = excluded.figures
        """,
        cancellationToken);

    /// <summary>As they stand in the database: the values of which the domain says something.</summary>
    private static string[] NamesOf<TValue>(Func<TValue, bool> isOne)
        where TValue : struct, Enum => [.. Enum.GetValues<TValue>().Where(isOne).Select(value => value.ToString())];

    /// <summary>
    /// All counts at once, so that they are of one moment. Which signals count is said here and nowhere else: those raised in the part, in the tree of the
    /// day on which they were, also what was withdrawn, as it stood (see <see cref="Withdrawal"/>); not what the line does not see yet, what is about the viewer, nor what the viewer raised: whoever
    /// looks knows of that one. Nor what is about, or of, anybody who acts for the part: two who put their pages together would find it. What goes to the confidential desk has no rows.
    /// </summary>
    /// <param name="smallest">So many of the oldest warnings.</param>
    public async Task<List<InsightCell>> InsightCells(Guid part, Guid viewer, int smallest, DateOnly today, CancellationToken cancellationToken)
    {
        var (since, strandedSince) = (today.AddMonths(-InsightView.Months), today.AddMonths(-InsightView.StrandingMonths));
        var (earlier, recent, end) = GrowingTheme.Days(today);

        // In which units nothing was raised changes with the quarter only: whoever looks each day would see in which unit the first signal came, and when.
        var quarter = Quarter.Of(today).FirstDay;

        // A hundred thousand signals do not fit in what a statement may use as a rule, and would go by way of the disk.
        await Database.ExecuteSqlAsync($"select set_config('work_mem', '64MB', true)", cancellationToken);
        return await Database
            .SqlQuery<InsightCell>($"""
                with counted as materialized (
                    select i.signal_id, i.raised_under[1] as raised_in, i.started_layer, i.reached_layer, i.outcome, i.is_overdue,
                           stands.status, stands.closed_because, s.theme, s.raised_on, stands.status = any({NamesOf<SignalStatus>(status => status.IsUndecided)}) as is_undecided,
                           s.risk = any({NamesOf<RiskLevel>(risk => risk.Warns)}) or s.kind = any({NamesOf<SignalKind>(kind => kind.Warns)}) as is_warning, u.layer
                    from insight_signals i
                    join signals s on s.organisation_id = i.organisation_id and s.id = i.signal_id
                    cross join lateral (
                        select s.status, s.closed_because
                        where i.withdrawn_on is null
                        union all
                        select case when ended.is_so then 'Closed' else i.withdrawn_as end, case when ended.is_so then 'NoReaction' end
                        from (
                            select i.withdrawn_as = 'Answered' and max(a.verdict_by) < {today} as is_so
                            from insight_answers a
                            where a.organisation_id = i.organisation_id and a.signal_id = i.signal_id
                        ) ended
                        where i.withdrawn_on > {today.AddMonths(-Withdrawal.CountsForMonths)}
                    ) stands
                    join units u on u.organisation_id = s.organisation_id and u.id = s.held_by_unit_id
                    where i.organisation_id = {OrganisationId}
                      and i.raised_under @> array[{part}]
                      and s.hidden_until is null
                      and s.reporter_id is distinct from {viewer}
                      and not exists (select from signal_conflicts c where c.organisation_id = {OrganisationId} and c.person_id = {viewer} and c.signal_id = i.signal_id)
                      and not exists (
                          select from mandates m
                          left join signal_conflicts c on c.organisation_id = m.organisation_id and c.person_id = m.person_id and c.signal_id = i.signal_id
                          where m.organisation_id = {OrganisationId} and m.unit_id = {part} and (m.person_id = s.reporter_id or c.person_id is not null))
                ),
                cube as materialized (
                    select started_layer, reached_layer, layer, theme,
                           case
                               when status <> 'Closed' then null
                               when closed_because = 'NoReaction' then 'NoReaction'
                               when outcome = any({NamesOf<Outcome>(outcome => outcome.NeedsAPromise)}) then 'Adopted'
                               when outcome = 'NotAdopted' then 'NotAdopted'
                               else 'Elsewhere'
                           end as ending,
                           case
                               when status = 'Closed' then null
                               when not is_undecided then 'Answered'
                               when raised_on >= {today.AddDays(-WaitingAges.Week)} then 'Week'
                               when raised_on >= {today.AddDays(-WaitingAges.Month)} then 'Month'
                               when raised_on >= {today.AddDays(-WaitingAges.TwoMonths)} then 'TwoMonths'
                               else 'Longer'
                           end as age,
                           case when raised_on >= {earlier} and raised_on < {end} then case when raised_on >= {recent} then 'Recent' else 'Earlier' end end as period,
                           is_overdue and status <> 'Closed' as is_overdue,
                           raised_on > {strandedSince} as may_strand,
                           count(*) as signals
                    from counted
                    group by 1, 2, 3, 4, 5, 6, 7, 8, 9
                ),
                answers as materialized (
                    select a.*, c.theme, c.status
                    from insight_answers a
                    join counted c on c.signal_id = a.signal_id
                    where a.organisation_id = {OrganisationId} and a.answered_on > {since}
                )
                select 'Stranding' as "Figure", started_layer as "A", reached_layer as "B", ending as "C", sum(signals)::integer as "Count", sum(signals)::integer as "Signals"
                from cube
                where may_strand
                group by 2, 3, 4
                union all
                select 'Waiting', layer, age, null, sum(signals)::integer, sum(signals)::integer
                from cube
                where age is not null
                group by 2, 3
                union all
                select 'Overdue', null, null, null, coalesce(sum(signals), 0)::integer, coalesce(sum(signals), 0)::integer
                from cube
                where is_overdue
                union all
                select 'Theme', theme, period, null, sum(signals)::integer, sum(signals)::integer
                from cube
                where period is not null
                group by 2, 3
                union all
                select 'Warning', oldest.raised_on::text, null, null, 1, 1
                from (select raised_on from counted where is_warning and is_undecided order by raised_on limit {smallest}) oldest
                union all
                select 'Reason', layer, reason, null, count(distinct signal_id)::integer, count(distinct signal_id)::integer
                from answers
                where reason is not null
                group by 2, 3
                union all
                select 'ReasonOfTheme', theme, reason, null, count(distinct signal_id)::integer, count(distinct signal_id)::integer
                from answers
                where reason is not null
                group by 2, 3
                union all
                select 'Verdict',
                       case when verdict is not null then verdict when status = 'Closed' or verdict_by < {today} then 'NoReaction' else 'Awaited' end,
                       null, null, count(*)::integer, count(distinct signal_id)::integer
                from answers
                group by 2
                union all
                select 'Promise',
                       case
                           when p.times_moved > 0 then 'Moved'
                           when p.status in ('Kept', 'PartlyKept') then p.status
                           when p.times_refused > 0 then 'NotKept'
                           when p."by" < {today} then 'NotJudged'
                           else 'Ahead'
                       end,
                       null, null, count(*)::integer, count(distinct p.signal_id)::integer
                from promises p
                join counted c on c.signal_id = p.signal_id
                where p.organisation_id = {OrganisationId}
                group by 2
                union all
                select 'Silence', s.layer, null, null, count(*)::integer, count(distinct s.signal_id)::integer
                from insight_silences s
                join counted c on c.signal_id = s.signal_id
                where s.organisation_id = {OrganisationId} and s.happened_on > {since}
                group by 2
                union all
                select 'Raised', raised_in::text, null, null, count(*)::integer, count(*)::integer
                from counted
                where raised_on >= {quarter.AddMonths(-InsightView.Months)} and raised_on < {quarter}
                group by raised_in
                """)
            .ToListAsync(cancellationToken);
    }
}
