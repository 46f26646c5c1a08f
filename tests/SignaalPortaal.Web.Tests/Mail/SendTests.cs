using System.Net.Mail;
using SignaalPortaal.Application.Messages;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Mail;

/// <summary>What becomes of a mail, whatever the mail server does.</summary>
public sealed class SendTests(MailPortal portal) : MailTest(portal)
{
    private readonly MailPortal _portal = portal;

    [Fact]
    public async Task Whoever_gets_a_signal_gets_a_mail()
    {
        await _portal.Raises(_portal.Cast.Reporter);

        await _portal.SendsMail();

        (await _portal.States()).ShouldBe("Sent");
        _portal.MailServer.Mails.ShouldHaveSingleItem().Recipient.ShouldBe($"p20@{MailPortal.Domain}");
        (await _portal.SendsMail()).ShouldBe(0);
    }

    [Fact]
    public async Task A_mail_that_went_keeps_no_time_of_the_day()
    {
        await _portal.Raises(_portal.Cast.Reporter);

        await _portal.SendsMail();

        (await _portal.OfTheMail<string>("concat_ws(' ', to_char(send_after at time zone 'Europe/Amsterdam', 'YYYY-MM-DD HH24:MI'), leased_until)"))
            .ShouldBe("2026-09-07 00:00");
    }

    [Theory]
    [InlineData(SmtpMode.RefuseRecipient, "550 MailboxUnavailable")]
    [InlineData(SmtpMode.RefuseRecipientByPolicy, "554 TransactionFailed")]
    [InlineData(SmtpMode.RefuseContent, "554 TransactionFailed")]
    public async Task What_is_refused_for_ever_is_not_tried_again(SmtpMode mode, string problem)
    {
        await _portal.Raises(_portal.Cast.Reporter);
        _portal.MailServer.Mode = mode;

        await _portal.SendsMail();
        _portal.MailServer.Mode = SmtpMode.Accept;
        _portal.Clock.AdvanceDays(1);
        await _portal.SendsMail();

        (await _portal.States()).ShouldBe("Refused");
        (await _portal.OfTheMail<string>("problem")).ShouldBe(problem);
        _portal.MailServer.Mails.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(SmtpMode.Down, "SocketException ConnectionRefused")]
    [InlineData(SmtpMode.RefuseForNow, "451 LocalErrorInProcessing")]
    [InlineData(SmtpMode.RefuseSender, "550 MailboxUnavailable")]
    [InlineData(SmtpMode.RefuseToTalk, "554 TransactionFailed")]
    public async Task What_can_go_later_goes_later(SmtpMode mode, string problem)
    {
        await _portal.Raises(_portal.Cast.Reporter);
        _portal.MailServer.Mode = mode;

        await _portal.SendsMail();
        (await _portal.States()).ShouldBe("Waiting");
        (await _portal.OfTheMail<string>("problem")).ShouldBe(problem);
        _portal.MailServer.Mode = SmtpMode.Accept;
        (await _portal.SendsMail()).ShouldBe(0);
        _portal.Clock.Advance(TimeSpan.FromSeconds(30));
        await _portal.SendsMail();

        (await _portal.States()).ShouldBe("Sent");
        (await _portal.OfTheMail<string>("problem")).ShouldBeNull();
        _portal.MailServer.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_does_not_say_whether_it_took_a_mail_gets_the_same_mail_again()
    {
        await _portal.Raises(_portal.Cast.Reporter);
        _portal.MailServer.Mode = SmtpMode.BreakOffAfterAccepting;

        await _portal.SendsMail();
        (await _portal.OfTheMail<string>("state || ' ' || problem")).ShouldStartWith("Waiting ");
        _portal.MailServer.Mode = SmtpMode.Accept;
        _portal.Clock.Advance(TimeSpan.FromSeconds(30));
        await _portal.SendsMail();

        (await _portal.States()).ShouldBe("Sent");
        _portal.MailServer.Mails.Count.ShouldBe(2);
        _portal.MailServer.Mails.DistinctBy(mail => mail.MessageId).Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_takes_too_long_is_left()
    {
        await _portal.HasMails(5);
        (_portal.MailServer.Mode, _portal.MailServer.Delay) = (SmtpMode.Slow, TimeSpan.FromSeconds(20));

        await _portal.SendsMail(limit: TimeSpan.FromMilliseconds(200));

        (await _portal.States()).ShouldBe("Waiting Waiting Waiting Waiting Waiting");
        (await _portal.OfTheMail<long>("count(*) filter (where problem = 'Timeout' and attempts = 1)")).ShouldBe(5);
        _portal.MailServer.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_slow_server_gets_its_mails_over_a_few_connections()
    {
        await _portal.HasMails(12);
        (_portal.MailServer.Mode, _portal.MailServer.Delay) = (SmtpMode.Slow, TimeSpan.FromMilliseconds(20));

        await _portal.SendsMail();

        _portal.MailServer.Mails.Count.ShouldBe(12);

        // The server may notice the end of a connection a moment after the next one has begun.
        _portal.MailServer.MostConnections.ShouldBeInRange(2, SendMails.AtOnce + 3);
    }

    [Fact]
    public async Task Nothing_goes_unencrypted_when_the_connection_must_be_encrypted()
    {
        var transport = new SmtpTransport(new MailSettings { Host = "127.0.0.1", Port = _portal.MailServer.Port, Tls = true });
        using var mail = new MailMessage($"portaal@{MailPortal.Domain}", $"p20@{MailPortal.Domain}");

        await Should.ThrowAsync<SmtpException>(() => transport.Deliver(Guid.NewGuid(), mail, CancellationToken.None));

        _portal.MailServer.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_no_address_is_refused_and_holds_up_no_other()
    {
        await _portal.Raises(_portal.Cast.Reporter);
        await _portal.Raises(_portal.Cast.ColleagueInTheSouth);
        await _portal.Database.Scalar<int>($"update people set mail = 'geheim adres, zomaar' where id = '{_portal.Cast.TeamLead}'");

        await _portal.SendsMail();

        (await _portal.States()).ShouldBe("Refused Sent");
        string.Join('\n', _portal.Log.Lines).ShouldNotContain("geheim");
    }

    [Fact]
    public async Task Nothing_about_an_address_is_kept_or_logged()
    {
        foreach (var mode in Enum.GetValues<SmtpMode>().Except([SmtpMode.Slow]))
        {
            await _portal.Raises(_portal.Cast.Reporter);
            _portal.MailServer.Mode = mode;
            await _portal.SendsMail();
        }

        var kept = await _portal.OfTheMail<string>("string_agg(concat(problem, ' '), '')") + string.Join('\n', _portal.Log.Lines);

        kept.ShouldContain("were not taken");
        kept.ShouldNotContain(MailPortal.Domain);
        kept.ShouldNotContain("p20");
    }

    [Fact]
    public async Task The_waiting_grows_to_an_hour()
    {
        await _portal.Raises(_portal.Cast.Reporter);
        _portal.MailServer.Mode = SmtpMode.Down;
        var waits = new List<TimeSpan>();

        for (var attempt = 0; attempt < 10; attempt++)
        {
            await _portal.SendsMail();
            waits.Add(await _portal.OfTheMail<DateTime>("send_after") - _portal.Clock.GetUtcNow().UtcDateTime);
            _portal.Clock.Advance(waits[^1]);
        }

        double[] longest = [30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600];
        waits.Zip(longest).ShouldAllBe(wait => wait.First.TotalSeconds >= (wait.Second * 0.9) - 0.001 && wait.First.TotalSeconds <= wait.Second);
        (await _portal.OfTheMail<int>("attempts")).ShouldBe(10);
    }
}
