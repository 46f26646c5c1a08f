using SignaalPortaal.Application.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Mail;

/// <summary>The daily mail, for who chose that.</summary>
public sealed class DigestTests(MailPortal portal) : MailTest(portal)
{
    private readonly MailPortal _portal = portal;

    [Fact]
    public async Task Once_a_working_day_what_is_new_makes_one_mail()
    {
        await RaisedForWhoWantsADailyMail(signals: 3);

        await MakesDigestsAndSends();
        _portal.MailServer.Mails.ShouldBeEmpty();
        _portal.ItIs("2026-09-08 07:59");
        await MakesDigestsAndSends();
        _portal.MailServer.Mails.ShouldBeEmpty();
        _portal.ItIs("2026-09-08 08:00");
        await MakesDigestsAndSends();
        await MakesDigestsAndSends();

        var mail = _portal.MailServer.Mails.ShouldHaveSingleItem();
        mail.Subject.ShouldContain("dagelijkse");
        mail.Decoded.ShouldContain("https://portaal.test/berichten\n");
        (await _portal.Database.Scalar<long>("select count(*) from messages where digest_on = '2026-09-08'")).ShouldBe(3);
    }

    [Fact]
    public async Task Without_something_new_there_is_no_mail()
    {
        await RaisedForWhoWantsADailyMail();
        _portal.ItIs("2026-09-08 09:00");
        await MakesDigestsAndSends();

        _portal.ItIs("2026-09-09 09:00");
        await MakesDigestsAndSends();

        _portal.MailServer.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_next_day_with_something_new_has_a_mail_of_its_own()
    {
        await RaisedForWhoWantsADailyMail();
        _portal.ItIs("2026-09-08 09:00");
        await MakesDigestsAndSends();
        await _portal.Raises(_portal.Cast.Reporter);

        _portal.ItIs("2026-09-09 09:00");
        await MakesDigestsAndSends();

        _portal.MailServer.Mails.Count.ShouldBe(2);
        _portal.MailServer.Mails.DistinctBy(mail => mail.MessageId).Count().ShouldBe(2);
    }

    [Theory]
    [InlineData("2026-09-12 09:00")]
    [InlineData("2026-09-13 09:00")]
    [InlineData("2026-09-10 20:00")]
    public async Task At_weekends_and_in_the_evening_there_is_no_daily_mail(string moment)
    {
        await RaisedForWhoWantsADailyMail();
        _portal.ItIs(moment);

        await MakesDigestsAndSends();

        (await _portal.OfTheMail<long>("count(*)")).ShouldBe(0);
    }

    [Fact]
    public async Task On_a_day_on_which_the_organisation_is_closed_there_is_no_daily_mail()
    {
        await RaisedForWhoWantsADailyMail();
        await _portal.Database.Scalar<int>("insert into closed_days select organisation_id, '2026-09-08', 'Dienstuitje' from signals limit 1");

        _portal.ItIs("2026-09-08 09:00");
        await MakesDigestsAndSends();
        _portal.MailServer.Mails.ShouldBeEmpty();
        _portal.ItIs("2026-09-09 09:00");
        await MakesDigestsAndSends();

        _portal.MailServer.Mails.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("update messages set read_on = on_day")]
    [InlineData("update people set mail = null")]
    [InlineData("update people set left_on = '2026-09-08'")]
    public async Task What_was_read_or_has_nobody_to_go_to_makes_no_mail(string meanwhile)
    {
        await RaisedForWhoWantsADailyMail();
        await _portal.Database.Scalar<int>(meanwhile);
        _portal.ItIs("2026-09-08 09:00");

        await _portal.MakesDigests();

        (await _portal.OfTheMail<long>("count(*)")).ShouldBe(0);
    }

    [Fact]
    public async Task Of_a_signal_that_was_withdrawn_there_is_no_daily_mail()
    {
        await RaisedForWhoWantsADailyMail();
        var signal = await _portal.Database.Scalar<string>("select reference from signals s join messages g on g.signal_id = s.id");
        await _portal.Does(_portal.Cast.Reporter, signal!, new WithdrawSignal { Reason = "Is al geregeld." });
        _portal.ItIs("2026-09-08 09:00");

        await _portal.MakesDigests();

        (await _portal.OfTheMail<long>("count(*)")).ShouldBe(0);
    }

    [Fact]
    public async Task A_daily_mail_of_which_everything_was_read_meanwhile_does_not_go()
    {
        await RaisedForWhoWantsADailyMail();
        _portal.ItIs("2026-09-08 09:00");
        await _portal.MakesDigests();
        await _portal.Database.Scalar<int>("update messages set read_on = '2026-09-08'");

        await _portal.SendsMail();

        (await _portal.States()).ShouldBe("Dropped");
    }

    [Fact]
    public async Task Nodes_that_make_them_at_once_make_one()
    {
        await RaisedForWhoWantsADailyMail(signals: 20);
        _portal.ItIs("2026-09-08 08:00");
        var linesBefore = _portal.Log.Lines.Count;

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _portal.MakesDigests()));
        await _portal.SendsMail();

        _portal.MailServer.Mails.Count.ShouldBe(1);
        (await _portal.Database.Scalar<long>("select count(*) from messages where digest_on is null")).ShouldBe(0);
        _portal.Log.Lines.Skip(linesBefore).ShouldNotContain(line => line.Contains("failed"));
    }

    [Fact]
    public async Task When_the_mail_cannot_be_made_the_messages_stay_for_the_next_time()
    {
        await RaisedForWhoWantsADailyMail();
        _portal.ItIs("2026-09-08 08:00");
        await _portal.Database.Scalar<int>("alter table mails add constraint broken check (digest_on is null) not valid");

        await _portal.MakesDigests();
        await _portal.Database.Scalar<int>("alter table mails drop constraint broken");
        (await _portal.Database.Scalar<long>("select count(*) from messages where digest_on is null")).ShouldBe(1);
        await MakesDigestsAndSends();

        _portal.MailServer.Mails.Count.ShouldBe(1);
    }

    private async Task RaisedForWhoWantsADailyMail(int signals = 1)
    {
        await _portal.Database.Scalar<int>($"""
            insert into mail_choices select organisation_id, id, 'NewForUs', 'Daily' from people where id = '{_portal.Cast.TeamLead}'
            """);
        for (var signal = 0; signal < signals; signal++)
        {
            await _portal.Raises(_portal.Cast.Reporter);
        }
    }

    private async Task MakesDigestsAndSends()
    {
        await _portal.MakesDigests();
        await _portal.SendsMail();
    }
}
