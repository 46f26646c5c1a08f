using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Data;

/// <summary>What reporters gave to the union and the works council.</summary>
internal sealed partial class PortalDb
{
    /// <summary>
    /// What the viewer can read today on behalf of reporters. Who acts for a unit that holds or held the signal, or for one above it, is of the line and
    /// must not learn that its reporter went to the union: for them it is not there, whatever else they are.
    /// </summary>
    public IQueryable<Entrustment> Entrusted
    {
        get
        {
            var (spokespeople, units, today) = (current.Viewer.SpeaksAs(), current.Viewer.UnitsActedFor.Keys.ToArray(), Today);
            return
                from given in Set<Entrustment>()
                join signal in SignalsOfEveryone on given.SignalId equals signal.Id
                where spokespeople.Contains(given.Spokesperson) && given.EndedOn == null && given.From <= today && given.Until >= today
                    && signal.HiddenUntil == null && signal.ClosedBecause != Closing.Withdrawn && signal.ErasedOn == null
                    && !signal.Conflicts.Any(conflict => conflict.PersonId == current.Viewer.PersonId)
                    && !UnitAncestors.Any(above => units.Contains(above.AncestorId) && signal.Holders.Any(holder => holder.UnitId == above.DescendantId))
                select given;
        }
    }

    /// <summary>Who could read it if the signal were given to them today; the same people as in <see cref="Entrusted"/>, but for its reporter.</summary>
    /// <exception cref="BrokenRuleException">There is nobody.</exception>
    public async Task<Guid[]> WhoSpeaksFor(Signal signal, Spokesperson spokesperson, CancellationToken cancellationToken)
    {
        var (role, today, holders) = (spokesperson.Role, Today, signal.Holders.Select(holder => holder.UnitId).ToArray());
        var excepted = signal.Conflicts.Select(conflict => conflict.PersonId).Append(signal.ReporterId ?? Guid.Empty).ToArray();
        var people = await People
            .Where(person => person.LeftOn == null && (person.Roles & role) != 0 && !excepted.Contains(person.Id))
            .Where(person => !ActsFor(OrganisationId, person.Id, today)
                .Any(acting => UnitAncestors.Any(above => above.AncestorId == acting.UnitId && holders.Contains(above.DescendantId))))
            .Select(person => person.Id)
            .ToArrayAsync(cancellationToken);
        return people.Length > 0 ? people : throw new BrokenRuleException(SignalRule.NobodyOfThemCanReadIt);
    }

    /// <summary>
    /// Tells them that something was given, on the day from which they can read it. The mail about what a reporter without a name gave goes out at a fixed moment
    /// of that day. A message of that day that they read already is new again.
    /// </summary>
    public Task<int> TellSpokespeople(Guid[] people, Entrustment given, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var sendAfter = given.From > now.DutchDate ? FixedMoment.ForMail(DutchTime.At(given.From, TimeOnly.MinValue), current.Calendar) : OfficeHours.From(now, current.Calendar);
        return Database.ExecuteSqlAsync(
            $"""
            with told as (
                insert into messages (organisation_id, id, person_id, signal_id, seq, kind, on_day, mail)
                select {OrganisationId}, gen_random_uuid(), heard.person_id, {given.SignalId}, 0, {given.Spokesperson.Message.ToString()}, {given.From}, coalesce(choice.mail, 'AtOnce')
                from unnest({people}) as heard (person_id)
                left join mail_choices choice on choice.organisation_id = {OrganisationId} and choice.person_id = heard.person_id
                    and choice.message_group = {given.Spokesperson.Message.Group.ToString()}
                on conflict on constraint one_message_of_an_event do update set read_on = null
                returning id, person_id, mail
            )
            insert into mails (organisation_id, id, person_id, message_id, is_urgent, send_after, state)
            select {OrganisationId}, gen_random_uuid(), told.person_id, told.id, false, {sendAfter}, 'Waiting'
            from told
            join people p on p.organisation_id = {OrganisationId} and p.id = told.person_id
            where told.mail = 'AtOnce' and p.mail is not null and {mail.IsOn}
            on conflict do nothing
            """,
            cancellationToken);
    }

    /// <summary>It is no news any more, and no mail goes out about it.</summary>
    public Task<int> SilenceSpokespeople(Guid signalId, Spokesperson spokesperson, CancellationToken cancellationToken)
    {
        var (kind, today) = (spokesperson.Message, Today);
        return Messages.Where(message => message.SignalId == signalId && message.Kind == kind && message.ReadOn == null)
            .ExecuteUpdateAsync(message => message.SetProperty(one => one.ReadOn, today), cancellationToken);
    }

    public Task LoadEntrustments(Signal signal, CancellationToken cancellationToken) =>
        Entry(signal).Collection(one => one.Entrustments).LoadAsync(cancellationToken);
}
