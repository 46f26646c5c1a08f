using SignaalPortaal.Application.Messages;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Mail;

/// <summary>Many nodes send, and each of them can die at any moment.</summary>
public sealed class LeaseTests(MailPortal portal) : MailTest(portal)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly MailPortal _portal = portal;

    [Fact]
    public async Task Four_senders_send_every_mail_once()
    {
        await _portal.HasMails(300);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            while (await _portal.SendsMail() > 0)
            {
            }
        }));

        (await _portal.OfTheMail<long>("count(*) filter (where state = 'Sent' and attempts = 1)")).ShouldBe(300);
        _portal.MailServer.Mails.Count.ShouldBe(300);
        _portal.MailServer.Mails.DistinctBy(mail => mail.MessageId).Count().ShouldBe(300);
    }

    [Fact]
    public async Task A_node_claims_no_more_than_it_can_send()
    {
        await _portal.HasMails(50);

        (await _portal.SendsMail()).ShouldBe(SendMails.Most);

        _portal.MailServer.Mails.Count.ShouldBe(SendMails.Most);
    }

    [Fact]
    public async Task What_has_haste_goes_first()
    {
        await _portal.HasMails(50);
        await _portal.Database.Scalar<int>("update mails set is_urgent = true where id in (select id from mails order by id limit 20)");

        await _portal.SendsMail();

        (await _portal.Database.Scalar<long>("select count(*) from mails where state = 'Sent' and not is_urgent")).ShouldBe(0);
    }

    [Fact]
    public async Task What_has_haste_goes_first_in_whichever_organisation_it_is()
    {
        await _portal.HasMails(50);
        await _portal.Database.Scalar<int>($"""
            insert into mails (organisation_id, id, person_id, digest_on, is_urgent, send_after, state)
            select organisation_id, gen_random_uuid(), id, '{_portal.Today:yyyy-MM-dd}', true, '{_portal.Clock.GetUtcNow():O}', 'Waiting'
            from people where id = '{_portal.Cast.Stranger}'
            """);

        (await _portal.ClaimsMail(most: 3)).ShouldBe(3);

        (await _portal.Database.Scalar<long>("select count(*) from mails where leased_until is not null and is_urgent")).ShouldBe(1);
        (await _portal.Database.Scalar<long>("select count(*) from mails where leased_until is not null and not is_urgent")).ShouldBe(2);
    }

    [Fact]
    public async Task A_mail_of_which_the_node_died_goes_once_its_lease_has_ended()
    {
        await _portal.HasMails(1);
        var id = await _portal.OfTheMail<Guid>("id");
        (await _portal.ClaimsMail(most: 20)).ShouldBe(1);

        (await _portal.SendsMail()).ShouldBe(0);
        await _portal.EndLeases();
        (await _portal.SendsMail()).ShouldBe(1);
        (await _portal.SendsMail()).ShouldBe(0);

        _portal.MailServer.Mails.ShouldHaveSingleItem().MessageId.ShouldBe($"<{id}@portaal.test>");
        (await _portal.OfTheMail<int>("attempts")).ShouldBe(2);
    }

    [Fact]
    public async Task A_node_that_died_after_the_server_took_a_mail_leads_to_the_same_mail_once_more()
    {
        await _portal.HasMails(1);
        await _portal.SendsMail();
        await _portal.Database.Scalar<int>("update mails set state = 'Waiting', leased_until = clock_timestamp() - interval '1 second'");

        await _portal.SendsMail();

        _portal.MailServer.Mails.Count.ShouldBe(2);
        _portal.MailServer.Mails.DistinctBy(mail => mail.MessageId).Count().ShouldBe(1);
    }

    [Theory]
    [InlineData(SmtpMode.Slow)]
    [InlineData(SmtpMode.RefuseRecipient)]
    public async Task Whose_lease_ended_while_sending_marks_nothing(SmtpMode mode)
    {
        await _portal.HasMails(1);
        _portal.MailServer.Mode = SmtpMode.Slow;
        var sending = _portal.SendsMail();
        await WaitFor(() => _portal.MailServer.Connections > 0);

        await _portal.EndLeases();
        (await _portal.ClaimsMail(most: 20)).ShouldBe(1);
        var leasedUntil = await _portal.OfTheMail<DateTime>("leased_until");
        _portal.MailServer.Mode = mode;
        await sending;

        (await _portal.States()).ShouldBe("Waiting");
        (await _portal.OfTheMail<string>("problem")).ShouldBeNull();
        (await _portal.OfTheMail<DateTime>("leased_until")).ShouldBe(leasedUntil);
    }

    [Fact]
    public async Task No_lock_is_held_while_the_server_takes_its_time()
    {
        await _portal.HasMails(1);
        _portal.MailServer.Mode = SmtpMode.Slow;
        var sending = _portal.SendsMail();
        await WaitFor(() => _portal.MailServer.Connections > 0);

        var locked = await _portal.Database.Scalar<long>("""
            select count(*) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and state like 'idle in transaction%'
            """);
        await _portal.Database.Scalar<Guid>("select id from mails for update nowait");
        sending.IsCompleted.ShouldBeFalse();
        await sending;

        locked.ShouldBe(0);
    }

    [Fact]
    public async Task Who_is_told_to_stop_finishes_what_is_on_its_way_and_gives_back_the_rest()
    {
        await _portal.HasMails(20);
        _portal.MailServer.Mode = SmtpMode.Slow;
        using var stopping = new CancellationTokenSource();
        var sending = _portal.SendsMail(stopping.Token);
        await WaitFor(() => _portal.MailServer.Connections == SendMails.AtOnce);

        await stopping.CancelAsync();
        await sending;

        _portal.MailServer.Mails.Count.ShouldBe(SendMails.AtOnce);
        (await _portal.OfTheMail<long>("count(*) filter (where state = 'Sent')")).ShouldBe(SendMails.AtOnce);
        (await _portal.OfTheMail<long>("count(*) filter (where state = 'Waiting' and leased_until is null and attempts = 0)"))
            .ShouldBe(SendMails.Most - SendMails.AtOnce);
        await Should.ThrowAsync<OperationCanceledException>(() => _portal.SendsMail(stopping.Token));
    }

    [Fact]
    public async Task A_mail_that_might_outlive_its_lease_is_not_begun()
    {
        await _portal.HasMails(3);

        await _portal.SendsMail(limit: SendMails.Lease);

        _portal.MailServer.Mails.ShouldBeEmpty();
        (await _portal.OfTheMail<long>("count(*) filter (where state = 'Waiting' and leased_until is null and attempts = 0)")).ShouldBe(3);
    }

    private static async Task WaitFor(Func<bool> happens)
    {
        using var timeout = new CancellationTokenSource(Patience);
        while (!happens())
        {
            await Task.Delay(5, timeout.Token);
        }
    }
}
