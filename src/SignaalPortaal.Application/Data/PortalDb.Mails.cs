using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Messages;
using SignaalPortaal.Domain.Deadlines;

namespace SignaalPortaal.Application.Data;

/// <summary>How the database hands out the mails that are to go, of all organisations, and keeps what became of them.</summary>
internal sealed partial class PortalDb
{
    /// <summary>Whether a message (g) about a signal (s) still has something to tell.</summary>
    private const string StillTells =
        """
        g.read_on is null and s.closed_because is distinct from 'Withdrawn'
            and (g.reminds_of is null or (s.status <> 'Closed' and s.due_on is not distinct from g.reminds_of))
        """;

    private const string Claim =
        $$"""
        with next as materialized (
            select organisation_id, id
            from mails
            where organisation_id = {4} and state = 'Waiting' and send_after <= {0} and (leased_until is null or leased_until < clock_timestamp())
            order by is_urgent desc, send_after
            limit {1}
            for update skip locked
        ),
        claimed as (
            update mails m set leased_until = clock_timestamp() + {2}, attempts = m.attempts + 1
            from next
            where m.organisation_id = next.organisation_id and m.id = next.id
            returning m.*
        )
        select m.organisation_id as "OrganisationId", m.id as "Id", m.message_id as "MessageId", m.is_urgent as "IsUrgent", m.attempts as "Attempts",
            m.leased_until as "LeasedUntil", case when p.left_on is null or p.left_on > {3} then p.mail end as "Address",
            exists (
                select
                from messages g
                join signals s on s.organisation_id = g.organisation_id and s.id = g.signal_id
                where g.organisation_id = m.organisation_id and g.person_id = m.person_id
                  and (g.id = m.message_id or g.digest_on = m.digest_on)
                  and {{StillTells}}) as "StillTells"
        from claimed m
        join people p on p.organisation_id = m.organisation_id and p.id = m.person_id
        order by m.is_urgent desc, m.send_after, m.id
        """;

    private const string Digest =
        $$"""
        with next as materialized (
            select g.id
            from messages g
            join signals s on s.organisation_id = g.organisation_id and s.id = g.signal_id
            join people p on p.organisation_id = g.organisation_id and p.id = g.person_id
            where g.organisation_id = {0} and g.mail = 'Daily' and g.digest_on is null and g.on_day >= {1} and g.on_day < {2}
              and p.mail is not null and (p.left_on is null or p.left_on > {2})
              and {{StillTells}}
            for update of g skip locked
        ),
        told as (
            update messages g set digest_on = {2}
            from next
            where g.organisation_id = {0} and g.id = next.id
            returning g.person_id
        )
        insert into mails (organisation_id, id, person_id, digest_on, is_urgent, send_after, state)
        select {0}, gen_random_uuid(), person_id, {2}, false, {3}, 'Waiting'
        from (select distinct person_id from told) people
        on conflict (organisation_id, person_id, digest_on) do nothing
        """;

    /// <summary>
    /// Hands out mails of which the time has come, of any organisation: what has haste first. Until the lease ends nobody else gets them, and no lock is held meanwhile;
    /// a mail of which the node died comes back when its lease ends.
    /// </summary>
    public async Task<List<ClaimedMail>> ClaimMails(int most, TimeSpan lease, Chores chores, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (claimed, failed, failedBefore) = (new List<ClaimedMail>(), new List<Guid>(), 0);
        do
        {
            // The places of an organisation of which they cannot be handed out are for the others.
            failedBefore = failed.Count;
            var waiting = await Database
                .SqlQuery<WaitingMails>(
                    $"""select organisation_id as "OrganisationId", mails as "Count" from organisations_with_mails({now}, {most - claimed.Count}, {failed.ToArray()})""")
                .ToListAsync(cancellationToken);
            foreach (var mails in waiting)
            {
                if (!await chores.Try(nameof(ClaimMails), () => Hand(mails), cancellationToken))
                {
                    failed.Add(mails.OrganisationId);
                }
            }
        }
        while (failed.Count > failedBefore && claimed.Count < most);

        return [.. claimed.OrderByDescending(mail => mail.IsUrgent)];

        async Task Hand(WaitingMails mails)
        {
            await using var transaction = await BeginFor(mails.OrganisationId, cancellationToken);
            var own = await Database
                .SqlQueryRaw<ClaimedMail>(Claim, now, mails.Count, lease, now.DutchDate, mails.OrganisationId).ToListAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            claimed.AddRange(own);
        }
    }

    /// <summary>
    /// Keeps what became of a mail, unless its lease ended meanwhile: then it is another's. Of a mail that is done, the time of the day is not kept:
    /// it would tell when something happened to a signal.
    /// </summary>
    /// <param name="sendAfter">When it is to be tried again; null when it is not.</param>
    /// <returns>Whether it was still ours.</returns>
    public async Task<bool> Mark(ClaimedMail mail, MailState state, string? problem, DateTimeOffset? sendAfter, CancellationToken cancellationToken)
    {
        await using var transaction = await BeginFor(mail.OrganisationId, cancellationToken);
        var isOurs = await Database.ExecuteSqlAsync(
            $"""
            update mails set state = {state.ToString()}, problem = {problem},
                leased_until = case when {state == MailState.Waiting || state == MailState.Refused} then clock_timestamp() end,
                send_after = coalesce(
                    {sendAfter}, case when {state == MailState.Refused} then send_after else date_trunc('day', send_after, 'Europe/Amsterdam') end)
            where organisation_id = {mail.OrganisationId} and id = {mail.Id} and state = 'Waiting' and leased_until = {mail.LeasedUntil}
            """,
            cancellationToken) == 1;
        await transaction.CommitAsync(cancellationToken);
        return isOurs;
    }

    /// <summary>What was claimed and not begun is free again at once, as if it had not been claimed.</summary>
    public Task GiveBack(IReadOnlyCollection<ClaimedMail> mails, Chores chores, CancellationToken cancellationToken)
    {
        var perOrganisation = mails.ToLookup(mail => mail.OrganisationId);
        return chores.InEach(
            nameof(GiveBack),
            perOrganisation.Select(own => own.Key),
            organisation => InOrganisation(organisation, () => GiveBackOf(organisation, [.. perOrganisation[organisation]]), cancellationToken),
            cancellationToken);

        Task<int> GiveBackOf(Guid organisation, List<ClaimedMail> own) => Database.ExecuteSqlAsync(
            $"""
            update mails m set leased_until = null, attempts = m.attempts - 1
            from unnest({own.Select(mail => mail.Id).ToArray()}, {own.Select(mail => mail.LeasedUntil).ToArray()}) as claimed (id, leased_until)
            where m.organisation_id = {organisation} and m.id = claimed.id and m.state = 'Waiting' and m.leased_until = claimed.leased_until
            """,
            cancellationToken);
    }

    /// <summary>
    /// One mail for each person of the organisation with something in a digest that was in none yet. In one statement: all of it happens or nothing,
    /// and what another node has at hand is passed over.
    /// </summary>
    public Task<int> MakeDigests(DateOnly since, DateOnly today, DateTimeOffset now, CancellationToken cancellationToken) =>
        Database.ExecuteSqlRawAsync(Digest, [OrganisationId, since, today, now], cancellationToken);
}

/// <summary>How many of the mails that are to go next are of an organisation.</summary>
internal sealed record WaitingMails(Guid OrganisationId, int Count);

/// <summary>A mail that this node is to send before its lease ends.</summary>
/// <param name="MessageId">Null for a digest.</param>
/// <param name="Attempts">With this one.</param>
/// <param name="LeasedUntil">On the clock of the database; whoever marks the mail shows with it that the lease is still the own one.</param>
/// <param name="Address">Null for who has none, or does not work here any more.</param>
/// <param name="StillTells">Whether there is still something in it that the person has not read.</param>
internal sealed record ClaimedMail(
    Guid OrganisationId,
    Guid Id,
    Guid? MessageId,
    bool IsUrgent,
    int Attempts,
    DateTimeOffset LeasedUntil,
    string? Address,
    bool StillTells);
