using SignaalPortaal.Application.Messages;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Mail;

/// <summary>What an administrator sees of the mail, and can do about it.</summary>
public sealed class DeliveryTests(MailPortal portal) : MailTest(portal)
{
    private readonly MailPortal _portal = portal;

    [Fact]
    public async Task For_anybody_else_it_does_not_exist()
    {
        foreach (var person in _portal.Cast.People.Values.Except([_portal.Cast.Administrator]))
        {
            await Should.ThrowAsync<SignalNotFoundException>(() => _portal.Send(new GetDelivery(), person));
            await Should.ThrowAsync<SignalNotFoundException>(() => _portal.Send(new RetryMails(), person));
        }
    }

    [Fact]
    public async Task When_nothing_is_wrong_nothing_waits()
    {
        await _portal.Raises(_portal.Cast.Reporter);
        await _portal.SendsMail();

        var delivery = await Delivery();
        delivery.Refused.ShouldBeEmpty();
        delivery.ShouldBe(new DeliveryView(
            IsOn: true, Waiting: 0, WaitingSince: null, IsStuck: false, LastProblem: null, RefusedCount: 0, delivery.Refused));
    }

    [Fact]
    public async Task What_waits_for_the_morning_is_not_stuck()
    {
        _portal.ItIs("2026-09-12 12:00");
        await _portal.Raises(_portal.Cast.Reporter);

        var delivery = await Delivery();

        delivery.Waiting.ShouldBe(1);
        delivery.WaitingSince.ShouldBeNull();
        delivery.IsStuck.ShouldBeFalse();
    }

    [Fact]
    public async Task When_no_node_sends_the_mail_is_stuck()
    {
        var since = _portal.Clock.GetUtcNow();
        await _portal.Raises(_portal.Cast.Reporter);

        _portal.Clock.Advance(TimeSpan.FromMinutes(15));
        (await Delivery()).IsStuck.ShouldBeFalse();
        _portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var delivery = await Delivery();

        delivery.WaitingSince.ShouldBe(since);
        delivery.IsStuck.ShouldBeTrue();
    }

    [Fact]
    public async Task When_the_mail_server_is_down_for_long_the_mail_is_stuck()
    {
        var since = _portal.Clock.GetUtcNow();
        await _portal.Raises(_portal.Cast.Reporter);
        _portal.MailServer.Mode = SmtpMode.Down;
        await _portal.SendsMail();
        (await Delivery()).IsStuck.ShouldBeFalse();

        for (var attempt = 0; attempt < 6; attempt++)
        {
            _portal.Clock.Advance(await _portal.OfTheMail<DateTime>("send_after") - _portal.Clock.GetUtcNow().UtcDateTime);
            await _portal.SendsMail();
        }

        var delivery = await Delivery();
        delivery.Waiting.ShouldBe(1);
        delivery.IsStuck.ShouldBeTrue();
        delivery.LastProblem.ShouldBe("SocketException ConnectionRefused");
        (delivery.WaitingSince!.Value - since).Duration().ShouldBeLessThan(TimeSpan.FromMinutes(4));
    }

    [Fact]
    public async Task Who_only_raises_signals_is_not_named_when_a_mail_was_refused_and_can_see_it()
    {
        var signal = await _portal.Raises(_portal.Cast.Reporter);
        await _portal.Database.Scalar<int>("delete from mails");
        await _portal.Does(_portal.Cast.TeamLead, signal, new Application.Signals.AskReporter { Question = "Welke brief?" });
        _portal.MailServer.Mode = SmtpMode.RefuseRecipient;
        await _portal.SendsMail();

        (await Delivery()).Refused.ShouldHaveSingleItem().PersonName.ShouldBeNull();

        (await _portal.Send(new GetMailChoices(), _portal.Cast.Reporter)).IsRefused.ShouldBeTrue();
    }

    [Fact]
    public async Task What_was_refused_is_shown_with_whose_it_is_and_goes_again_when_asked()
    {
        await _portal.Raises(_portal.Cast.Reporter);
        _portal.MailServer.Mode = SmtpMode.RefuseRecipient;
        await _portal.SendsMail();

        var refused = (await Delivery()).Refused.ShouldHaveSingleItem();
        refused.ShouldBe(new RefusedMail(await _portal.OfTheMail<Guid>("id"), "Tess Teamleider", "550 MailboxUnavailable", Attempts: 1));
        _portal.MailServer.Mode = SmtpMode.Accept;
        await _portal.Send(new RetryMails { MailId = refused.Id }, _portal.Cast.Administrator);
        await _portal.SendsMail();

        (await _portal.States()).ShouldBe("Sent");
        (await Delivery()).RefusedCount.ShouldBe(0);
    }

    [Fact]
    public async Task One_mail_can_be_tried_again_without_the_others()
    {
        await _portal.HasMails(3);
        _portal.MailServer.Mode = SmtpMode.RefuseRecipient;
        await _portal.SendsMail();

        await _portal.Send(new RetryMails { MailId = (await Delivery()).Refused[1].Id }, _portal.Cast.Administrator);

        (await _portal.States()).ShouldBe("Refused Refused Waiting");
    }

    [Fact]
    public async Task All_that_was_tried_goes_again_and_what_waits_for_the_morning_does_not()
    {
        await _portal.HasMails(3);
        await _portal.Database.Scalar<int>("update mails set send_after = send_after + interval '1 day' where id = (select min(id::text)::uuid from mails)");
        _portal.MailServer.Mode = SmtpMode.Down;
        await _portal.SendsMail();
        _portal.MailServer.Mode = SmtpMode.Accept;

        await _portal.Send(new RetryMails(), _portal.Cast.Administrator);
        await _portal.SendsMail();

        (await _portal.States()).ShouldBe("Sent Sent Waiting");
    }

    [Fact]
    public async Task Trying_again_does_not_send_what_is_being_sent()
    {
        await _portal.HasMails(2);
        await _portal.ClaimsMail(most: 2);

        await _portal.Send(new RetryMails(), _portal.Cast.Administrator);

        (await _portal.SendsMail()).ShouldBe(0);
    }

    [Fact]
    public async Task The_mail_of_another_organisation_is_not_shown_and_not_sent_again()
    {
        await _portal.HasMails(2);
        _portal.MailServer.Mode = SmtpMode.RefuseRecipient;
        await _portal.SendsMail();
        await _portal.Database.Scalar<int>($"update people set roles = 8 where id = '{_portal.Cast.Stranger}'");

        var delivery = await _portal.Send(new GetDelivery(), _portal.Cast.Stranger);
        await _portal.Send(new RetryMails(), _portal.Cast.Stranger);
        await _portal.Database.Scalar<int>($"update people set roles = 0 where id = '{_portal.Cast.Stranger}'");

        (delivery.Waiting, delivery.RefusedCount, delivery.LastProblem).ShouldBe((0, 0, null));
        (await _portal.States()).ShouldBe("Refused Refused");
    }

    private Task<DeliveryView> Delivery() => _portal.Send(new GetDelivery(), _portal.Cast.Administrator);
}
