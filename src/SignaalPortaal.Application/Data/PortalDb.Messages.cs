using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Data;

/// <summary>How the database tells people what happened.</summary>
internal sealed partial class PortalDb
{
    /// <summary>Reminds whoever must act now of the last day in time: at most once a day.</summary>
    public Task Remind(IEnumerable<Signal> signals, CancellationToken cancellationToken) => Tell(
        [.. signals.Select(signal => new Told(
            signal, Seq: 0, ActorId: null, RemindsOf: signal.DueOn,
            signal.Status.AwaitsTheReporter ? new Notice(MessageKind.YourTurnEnds, UnitId: null) : new Notice(MessageKind.DayComesNear, signal.HeldByUnitId)))],
        cancellationToken);

    /// <summary>Tells what happened to signals while the line could not see them yet.</summary>
    public Task TellWhatWasHidden(IEnumerable<Signal> signals, CancellationToken cancellationToken) => Tell(
        [.. signals.Where(signal => signal.ClosedBecause is not Closing.Withdrawn).SelectMany(signal => ToldOf(signal.Timeline, signal, waits: false))], cancellationToken);

    private List<Told> NoticesOfNewEvents()
    {
        var entries = ChangeTracker.Entries<TimelineEntry>().Where(entry => entry.State is EntityState.Added).Select(entry => entry.Entity).ToList();
        if (entries.Count == 0)
        {
            return [];
        }

        var signals = ChangeTracker.Entries<Signal>().ToDictionary(entry => entry.Entity.Id, entry => entry.Entity);
        return [.. entries.GroupBy(entry => signals[entry.SignalId])
            .Where(group => group.Key.HiddenUntil is null)
            .SelectMany(group => ToldOf(group, group.Key, waits: true))];
    }

    private static IEnumerable<Told> ToldOf(IEnumerable<TimelineEntry> entries, Signal signal, bool waits) =>
        Notice.Of(entries.OrderBy(entry => entry.Seq), signal).Select(told => new Told(
            signal, told.Entry.Seq, told.Entry.ActorId, RemindsOf: null, told.Notice,
            MailWaits: waits && told.Entry.ActedAs is ActedAs.Reporter && signal.Disclosure is not Disclosure.Named,
            AtOnce: told.Entry.Happened is Submitted && Shelter.AsksWhen(signal.Kind, signal.Risk)));

    /// <summary>
    /// Makes the messages, and the mails for whoever chose to hear at once; in one statement for any number. A unit hears through whoever acts for it
    /// today: its manager, or who stands in; in what cannot wait, and at the desk, in oversight and in help teams, all who act for it. Nobody hears of a signal
    /// that is about them, nor of what they did themselves; who left hears nothing.
    /// </summary>
    private Task<int> Tell(IReadOnlyCollection<Told> told, CancellationToken cancellationToken)
    {
        if (told.Count == 0)
        {
            return Task.FromResult(0);
        }

        var now = clock.GetUtcNow();
        return Database.ExecuteSqlAsync(
            $"""
            with told as (
                select told.*, s.reporter_id, s.risk = any({NamesOf<RiskLevel>(risk => risk.IsUrgent)}) or s.kind = any({NamesOf<SignalKind>(kind => kind.IsUrgent)}) as is_urgent
                from unnest(
                    {told.Select(one => one.Signal.Id).ToArray()},
                    {told.Select(one => one.Seq).ToArray()},
                    {told.Select(one => one.Notice.Kind.ToString()).ToArray()},
                    {told.Select(one => one.Notice.Kind.Group.ToString()).ToArray()},
                    {told.Select(one => one.Notice.UnitId).ToArray()},
                    {told.Select(one => one.ActorId).ToArray()},
                    {told.Select(one => one.RemindsOf).ToArray()},
                    {told.Select(one => one.MailWaits).ToArray()},
                    {told.Select(one => one.AtOnce).ToArray()})
                    as told (signal_id, seq, kind, message_group, unit_id, actor_id, reminds_of, mail_waits, at_once)
                join signals s on s.organisation_id = {OrganisationId} and s.id = told.signal_id
            ),
            heard as (
                select told.*, told.reporter_id as person_id
                from told
                where told.unit_id is null and told.reporter_id is not null
                union
                select told.*, acting.person_id
                from told
                join units u on u.organisation_id = {OrganisationId} and u.id = told.unit_id
                join mandates m on m.organisation_id = {OrganisationId} and m.unit_id = told.unit_id
                left join stand_ins({OrganisationId}, {now.DutchDate}) away on away.person_id = m.person_id
                left join people deputy on deputy.organisation_id = {OrganisationId} and deputy.id = away.deputy_id
                    and u.kind <> 'Oversight' and (u.kind <> 'ConfidentialDesk' or deputy.roles & {(int)Roles.ConfidentialAdviser} <> 0)
                    and deputy.id is distinct from told.reporter_id
                    and not exists (
                        select from signal_conflicts c
                        where c.organisation_id = {OrganisationId} and c.signal_id = told.signal_id and c.person_id = deputy.id)
                cross join lateral (select coalesce(deputy.id, m.person_id) as person_id) acting
                where (m.kind = 'Manager' or told.is_urgent or u.kind <> 'Line')
                  and acting.person_id is distinct from told.reporter_id
                  and not exists (
                      select from signal_conflicts c
                      where c.organisation_id = {OrganisationId} and c.signal_id = told.signal_id and c.person_id = acting.person_id)
            ),
            made as (
                insert into messages (organisation_id, id, person_id, signal_id, seq, kind, on_day, reminds_of, mail)
                select {OrganisationId}, gen_random_uuid(), heard.person_id, signal_id, seq, heard.kind, {now.DutchDate}, reminds_of, coalesce(choice.mail, 'AtOnce')
                from heard
                join people still_here on still_here.organisation_id = {OrganisationId} and still_here.id = heard.person_id and still_here.left_on is null
                left join mail_choices choice on choice.organisation_id = {OrganisationId} and choice.person_id = heard.person_id
                    and choice.message_group = heard.message_group
                where heard.person_id is distinct from heard.actor_id
                on conflict do nothing
                returning id, person_id, signal_id, mail
            )
            insert into mails (organisation_id, id, person_id, message_id, is_urgent, send_after, state)
            select {OrganisationId}, gen_random_uuid(), made.person_id, made.id, urgent.is_urgent,
                case when urgent.mail_waits and urgent.at_once then {FixedMoment.Before(now)}
                    when urgent.mail_waits and urgent.is_urgent then {FixedMoment.ForUrgent(now)}
                    when urgent.mail_waits then {FixedMoment.ForMail(now, current.Calendar)}
                    when urgent.is_urgent then {now}
                    else {OfficeHours.From(now, current.Calendar)} end, 'Waiting'
            from made
            join people p on p.organisation_id = {OrganisationId} and p.id = made.person_id
            cross join lateral (
                select bool_or(told.is_urgent) as is_urgent, bool_or(told.mail_waits) as mail_waits, bool_or(told.at_once) as at_once
                from told where told.signal_id = made.signal_id) urgent
            where made.mail = 'AtOnce' and p.mail is not null and {mail.IsOn}
            """,
            cancellationToken);
    }

    /// <param name="MailWaits">For a fixed moment: it does not go out when a reporter without a name did something.</param>
    /// <param name="AtOnce">The reporter chose that it is seen now. The mail goes now too, and what is kept of that is the moment before.</param>
    private sealed record Told(Signal Signal, int Seq, Guid? ActorId, DateOnly? RemindsOf, Notice Notice, bool MailWaits = false, bool AtOnce = false);
}
