using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Mail;

/// <summary>When mail goes, and when it need not go any more.</summary>
public sealed class WhenTests(MailPortal portal) : MailTest(portal)
{
    private readonly MailPortal _portal = portal;

    [Theory]
    [InlineData("2026-09-07 22:00", "2026-09-08 07:59", "2026-09-08 08:00")]
    [InlineData("2026-09-11 18:00", "2026-09-14 07:59", "2026-09-14 08:00")]
    [InlineData("2026-09-12 12:00", "2026-09-13 12:00", "2026-09-14 08:00")]
    public async Task At_night_and_at_the_weekend_mail_waits(string raised, string stillWaits, string goes)
    {
        _portal.ItIs(raised);
        await _portal.Raises(_portal.Cast.Reporter);

        (await _portal.SendsMail()).ShouldBe(0);
        _portal.ItIs(stillWaits);
        (await _portal.SendsMail()).ShouldBe(0);
        _portal.ItIs(goes);
        await _portal.SendsMail();

        _portal.MailServer.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Aggression_does_not_wait_for_the_morning()
    {
        _portal.ItIs("2026-09-12 23:00");
        await _portal.Raises(_portal.Cast.Reporter, SignalKind.Aggression);

        await _portal.SendsMail();

        _portal.MailServer.Mails.ShouldNotBeEmpty();
        _portal.MailServer.Mails.ShouldAllBe(mail => mail.Subject == "Er is een bericht voor je in SignaalPortaal");
    }

    [Fact]
    public async Task What_must_stop_now_does_not_wait_for_the_morning()
    {
        _portal.ItIs("2026-09-12 23:00");
        await _portal.Send(
            new SubmitSignal { Kind = SignalKind.Risk, OwnRisk = RiskLevel.StopNow, Subject = "Stop", OwnWords = "Dit moet nu stoppen." }, _portal.Cast.Reporter);

        await _portal.SendsMail();

        _portal.MailServer.Mails.ShouldNotBeEmpty();
        _portal.MailServer.Mails.ShouldAllBe(mail => mail.Subject == "Er is een bericht voor je in SignaalPortaal");
    }

    [Theory]
    [InlineData("update messages set read_on = on_day")]
    [InlineData("update people set mail = null")]
    [InlineData("update people set left_on = '2026-09-07'")]
    public async Task Where_there_is_nothing_to_tell_or_nobody_to_tell_it_to_no_mail_goes(string meanwhile)
    {
        await _portal.Raises(_portal.Cast.Reporter);
        await _portal.Database.Scalar<int>(meanwhile);

        await _portal.SendsMail();

        (await _portal.States()).ShouldBe("Dropped");
        _portal.MailServer.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_leaves_tomorrow_still_gets_mail()
    {
        await _portal.Raises(_portal.Cast.Reporter);
        await _portal.Database.Scalar<int>("update people set left_on = '2026-09-08'");

        await _portal.SendsMail();

        (await _portal.States()).ShouldBe("Sent");
    }

    [Fact]
    public async Task Of_a_signal_that_was_withdrawn_no_mail_goes()
    {
        var signal = await _portal.Raises(_portal.Cast.Reporter);
        await _portal.Does(_portal.Cast.Reporter, signal, new WithdrawSignal { Reason = "Is al geregeld." });

        await _portal.SendsMail();

        (await _portal.States()).ShouldBe("Dropped");
    }

    [Fact]
    public async Task A_reminder_goes_while_the_signal_waits_for_that_day()
    {
        await Reminded();

        await _portal.SendsMail();

        _portal.MailServer.Mails.ShouldHaveSingleItem().Recipient.ShouldBe($"p20@{MailPortal.Domain}");
    }

    [Fact]
    public async Task A_reminder_of_what_was_done_meanwhile_does_not_go()
    {
        var signal = await Reminded();
        await _portal.Does(_portal.Cast.TeamLead, signal, new AcknowledgeSignal { ExpectedOn = _portal.Today.AddDays(7), Line = "Ik kijk ernaar." });
        await _portal.Database.Scalar<int>($"delete from mails where person_id = '{_portal.Cast.Reporter}'");

        await _portal.SendsMail();

        (await _portal.States()).ShouldBe("Dropped");
        _portal.MailServer.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reminder_of_a_signal_that_is_closed_does_not_go()
    {
        await Reminded();
        await _portal.Database.Scalar<int>("update signals set status = 'Closed', closed_because = 'Understood', due_on = null");

        await _portal.SendsMail();

        (await _portal.States()).ShouldBe("Dropped");
    }

    /// <summary>The team lead is reminded, and has no other mail.</summary>
    private async Task<string> Reminded()
    {
        var signal = await _portal.Raises(_portal.Cast.Reporter);
        await _portal.Database.Scalar<int>("delete from mails; delete from messages");
        for (var day = 0; day < 4 && await _portal.OfTheMail<long>("count(*)") == 0; day++)
        {
            _portal.Clock.AdvanceDays(1);
            await _portal.LetsTimePass();
        }

        (await _portal.Database.Scalar<string>("select kind from messages")).ShouldBe("DayComesNear");
        return signal;
    }
}
