using System.Net;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Mail;

namespace SignaalPortaal.Web.Tests.Anonymity;

/// <summary>Whom a signal is about never learns that it exists, in whichever of the three ways it was raised.</summary>
public sealed class ConflictTests(MailPortal portal) : MailTest(portal)
{
    private const string MadeUp = "0000-0000";

    private readonly MailPortal _portal = portal;

    [Theory]
    [InlineData(Disclosure.Named)]
    [InlineData(Disclosure.Confidential)]
    [InlineData(Disclosure.Anonymous)]
    public async Task Whom_it_is_about_has_no_trace_of_it_wherever_it_goes(Disclosure disclosure)
    {
        var cast = _portal.Cast;
        var before = await Everything(cast.TeamLead, MadeUp);
        var reference = await Raise(disclosure);
        await _portal.LetTheLineSeeIt();
        (await Everything(cast.TeamLead, reference)).ShouldBe(before);

        // Also where they act for another who holds it, and who passes it on, and when it goes up by itself.
        await StandsIn(cast.HeadOfDepartment, cast.TeamLead);
        await _portal.Database.Scalar<int>($"""
            insert into mandates select organisation_id, unit_id, '{cast.TeamLead}', 'Deputy' from mandates where unit_id = '{cast.Units["AFDELING"]}' on conflict do nothing
            """);
        (await Everything(cast.TeamLead, reference)).ShouldBe(await Everything(cast.TeamLead, MadeUp));
        await _portal.Does(cast.HeadOfDepartment, reference, new AskReporter { Question = "Welke?" });
        (await Everything(cast.TeamLead, reference)).ShouldBe(await Everything(cast.TeamLead, MadeUp));
        await _portal.Does(cast.HeadOfDepartment, reference, new EscalateSignal { Reason = "Te groot.", Advice = "Doen." });
        _portal.Clock.AdvanceDays(20);
        await _portal.LetTimePass();
        (await Everything(cast.TeamLead, reference)).ShouldBe(await Everything(cast.TeamLead, MadeUp));

        await _portal.SendsMail();
        _portal.MailServer.Mails.ShouldNotContain(mail => mail.Recipient.StartsWith("p20@", StringComparison.Ordinal));
        (await Kept(cast.TeamLead, reference)).ShouldBe(0);
        await _portal.Database.Scalar<int>($"delete from absences; delete from mandates where person_id = '{cast.TeamLead}' and kind = 'Deputy'");
    }

    /// <summary>The one whom it is about is in the reporter's own line, also when the signal goes to another part of the organisation.</summary>
    [Fact]
    public async Task About_the_own_manager_and_for_another_unit_the_own_manager_does_not_get_it_either()
    {
        var cast = _portal.Cast;
        await _portal.HasAnAdviser();
        var submission = await _portal.Send(
            new SubmitSignal
            {
                Disclosure = Disclosure.Confidential,
                Kind = SignalKind.Bottleneck,
                Subject = "X",
                OwnWords = "Y",
                ForUnit = await _portal.Grow("ZUID"),
                AboutMyManager = true,
                ReceiptKey = Nameless.NewKey(),
            },
            cast.Reporter);

        (await LeftOut(submission.Reference)).ShouldContain(cast.TeamLead);
        await _portal.Database.Scalar<int>("delete from people where number like 'extra%'");
    }

    /// <summary>To leave out only the one manager of a small team would tell in which team the reporter works.</summary>
    [Theory]
    [InlineData(Disclosure.Confidential)]
    [InlineData(Disclosure.Anonymous)]
    public async Task All_managers_of_small_units_are_left_out_and_nobody_of_the_desk(Disclosure disclosure)
    {
        var reference = await Raise(disclosure);

        var leftOut = await LeftOut(reference);

        leftOut.ShouldBe([_portal.Cast.TeamLead, _portal.Cast.TeamLeadOfTheSouth], ignoreOrder: true);
    }

    /// <summary>In a very small organisation the desk is left, also about the own manager.</summary>
    [Fact]
    public async Task Where_only_the_whole_organisation_is_large_enough_or_nothing_is_the_desk_can_still_take_it()
    {
        var cast = _portal.Cast;
        await _portal.HasAnAdviser();
        await _portal.Database.Scalar<int>("update people set left_on = '2026-01-01' where number in ('11', '15', '16', '21', '26', '61', '80', '81', '82', '41', '60', '50')");

        foreach (var kind in new[] { SignalKind.Wrongdoing, SignalKind.Bottleneck })
        {
            var submission = await _portal.Send(
                new SubmitSignal { Disclosure = Disclosure.Confidential, Kind = kind, Subject = "X", OwnWords = "Y", AboutMyManager = true, ReceiptKey = Nameless.NewKey() }, cast.Reporter);
            (await LeftOut(submission.Reference)).ShouldContain(cast.TeamLead);
            (await LeftOut(submission.Reference)).ShouldNotContain(cast.ConfidentialAdviser);
            (await _portal.Database.Scalar<Guid>($"select held_by_unit_id from signals where reference = '{submission.Reference}'")).ShouldBe(cast.Units["LOKET"]);
        }

        await _portal.Database.Scalar<int>("update people set left_on = null");
    }

    [Theory]
    [InlineData("TEAM", "AFDELING")]
    [InlineData("LEEG", "AFDELING")]
    [InlineData("AFDELING", "AFDELING")]
    [InlineData("DIRECTIE", "DIRECTIE")]
    public async Task What_has_no_name_starts_at_a_unit_of_ten_or_more(string picked, string holder)
    {
        var reporter = await _portal.Nameless().Raises(Nameless.Form(_portal.Cast.Units[picked]));

        (await _portal.Database.Scalar<Guid>($"select held_by_unit_id from signals where reference = '{reporter.Reference}'")).ShouldBe(_portal.Cast.Units[holder]);
    }

    private async Task<string> Raise(Disclosure disclosure)
    {
        switch (disclosure)
        {
            case Disclosure.Named:
                return await _portal.Raises(_portal.Cast.Reporter, aboutMyManager: true);
            case Disclosure.Confidential:
                await _portal.HasAnAdviser();
                return (await _portal.Send(
                    new SubmitSignal { Disclosure = disclosure, Kind = SignalKind.Bottleneck, Subject = "Vlinderdas", OwnWords = "Y", AboutMyManager = true, ReceiptKey = Nameless.NewKey() },
                    _portal.Cast.Reporter)).Reference;
            default:
                return (await _portal.Nameless().Raises(Nameless.Form(_portal.Cast.Units["TEAM"], aboutManager: true))).Reference;
        }
    }

    private Task<int> StandsIn(Guid person, Guid deputy) => _portal.Database.Scalar<int>($"""
        insert into absences (organisation_id, id, person_id, first_day, last_day, deputy_id, arranged_by_id)
        select organisation_id, gen_random_uuid(), id, '{_portal.Today:yyyy-MM-dd}', '{_portal.Today.AddDays(40):yyyy-MM-dd}', '{deputy}', id from people where id = '{person}'
        """);

    private async Task<IReadOnlyList<Guid>> LeftOut(string reference) =>
        await _portal.Database.Scalar<Guid[]>($"select coalesce(array_agg(person_id), array[]::uuid[]) from signal_conflicts c join signals s on s.id = c.signal_id where reference = '{reference}'") ?? [];

    /// <summary>Rows about the person and this signal, but the one that says that it is about them.</summary>
    private Task<long> Kept(Guid person, string reference) => _portal.Database.Scalar<long>($"""
        select (select count(*) from messages m join signals s on s.id = m.signal_id where s.reference = '{reference}' and m.person_id = '{person}')
             + (select count(*) from readings r join signals s on s.id = r.signal_id where s.reference = '{reference}' and r.person_id = '{person}')
             + (select count(*) from mails where person_id = '{person}')
        """);

    /// <summary>What this person sees where a signal could show; on the same day the same for one that does not exist.</summary>
    private async Task<IReadOnlyList<string>> Everything(Guid person, string reference)
    {
        var visitor = _portal.As(person);
        var pages = new List<string>();
        foreach (var path in new[] { "/", "/werkvoorraad?staat=alle", "/werkvoorraad?staat=doorgezet", "/werkvoorraad?staat=alle&zoek=vlinderdas", "/directie", "/berichten" })
        {
            await visitor.Open(path);
            visitor.Status.ShouldBe(HttpStatusCode.OK, path);
            visitor.Page.QuerySelectorAll("main a[href^='/signalen/']").Select(link => link.GetAttribute("href")).ShouldAllBe(link => link == "/signalen/nieuw");
            pages.Add($"{path} {Nameless.WithoutDays(visitor.Text)}");
        }

        foreach (var path in new[] { "", "/antwoord", "/doorzetten", "/reactie" })
        {
            await visitor.Open($"/signalen/{reference}{path}");
            visitor.Status.ShouldBe(HttpStatusCode.NotFound);
            pages.Add($"{path} {Nameless.WithoutDays(visitor.Text)}");
        }

        return pages;
    }
}
