using System.Net;
using System.Text.RegularExpressions;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Access;
using SignaalPortaal.Web.Tests.Anonymity;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Mail;
using SignaalPortaal.Web.Tests.Retention;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Tests.Signals;

/// <summary>"Iemand vroeg mij dit" is read by confidential advisers, and by nobody from anything else.</summary>
public sealed partial class AskedWithdrawalTests
{
    private const string Page = "/vertrouwensloket/ingetrokken";

    [Fact]
    public async Task The_adviser_reads_who_was_asked_and_none_of_the_words()
    {
        await using var portal = await Portal();
        var reporter = portal.As(portal.Cast.Reporter);
        var signal = await reporter.SubmitsASignal("Vlinderkanarie");
        await reporter.Open($"{signal}/intrekken");
        await reporter.Fill("Waarom trek je je signaal in?", "De kanarie is weg.").Choose(FieldTexts.WasAsked).Press("Verstuur");
        reporter.ShouldBeBackAt(signal);
        reporter.Text.ShouldNotContain(FieldTexts.WasAsked);
        await portal.Does(portal.Cast.Colleague, await portal.Raises(portal.Cast.Colleague), new WithdrawSignal { Reason = "Opgelost." });

        var adviser = await portal.As(portal.Cast.ConfidentialAdviser).Open("/");
        adviser.Page.QuerySelector($"nav a[href='{Page}']").ShouldNotBeNull();
        await adviser.Open(Page);

        var row = adviser.Page.QuerySelectorAll("tbody tr").ShouldHaveSingleItem();
        row.TextContent.ShouldContain("Rosa Melder");
        row.TextContent.ShouldContain("Team Noord");
        adviser.Text.ShouldNotContain("kanarie", Case.Insensitive);
        adviser.Text.ShouldNotContain(signal.ToReference());
    }

    [Fact]
    public async Task Without_a_name_there_is_none()
    {
        await using var portal = await Portal();
        var reporter = await portal.Nameless().Raises(Nameless.Form(portal.Cast.Units["TEAM"]));
        await portal.LetTheLineSeeIt();
        await reporter.Follows();

        await reporter.Does("Withdraw", new() { ["Input.Reason"] = "Laat maar.", ["Input.WasAsked"] = "true" });

        reporter.Status.ShouldBe(HttpStatusCode.OK, reporter.Text);
        (await portal.Send(new GetAskedWithdrawals(), portal.Cast.ConfidentialAdviser)).ShouldHaveSingleItem().Reporter.ShouldBeNull();
    }

    /// <summary>Somebody who leads the team and is an adviser too may be the one who asked; so may whoever it is about.</summary>
    [Fact]
    public async Task An_adviser_in_the_line_of_the_signal_or_about_whom_it_is_does_not_see_it()
    {
        await using var portal = await Portal();
        await portal.Database.Scalar<int>($"update people set roles = {(int)Roles.ConfidentialAdviser} where id = '{portal.Cast.TeamLead}'");
        var (named, about) = (await portal.Raises(portal.Cast.Reporter), await portal.Raises(portal.Cast.ColleagueInTheSouth));
        await portal.Database.Scalar<int>($"insert into signal_conflicts select organisation_id, id, '{portal.Cast.ConfidentialAdviser}' from signals where reference = '{about}'");
        await portal.Does(portal.Cast.Reporter, named, new WithdrawSignal { Reason = "Laat maar.", WasAsked = true });
        await portal.Does(portal.Cast.ColleagueInTheSouth, about, new WithdrawSignal { Reason = "Laat maar.", WasAsked = true });

        (await portal.Send(new GetAskedWithdrawals(), portal.Cast.TeamLead)).ShouldHaveSingleItem().Unit.ShouldBe("Team Zuid");
        (await portal.Send(new GetAskedWithdrawals(), portal.Cast.ConfidentialAdviser)).ShouldHaveSingleItem().Unit.ShouldBe("Team Noord");
        foreach (var person in new[] { portal.Cast.HeadOfDepartment, portal.Cast.Administrator, portal.Cast.HumanResources, portal.Cast.Union, portal.Cast.Stranger })
        {
            (await portal.As(person).Open(Page)).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    /// <summary>The same signal taken back with the tick and without it, in two portals: all others see, get and can count the same.</summary>
    [Fact]
    public async Task With_or_without_the_tick_everything_else_is_the_same()
    {
        var (with, without) = (await Trace(wasAsked: true), await Trace(wasAsked: false));

        with.Except(without).ShouldBeEmpty();
        without.Except(with).ShouldBeEmpty();
        with.Count.ShouldBe(without.Count);
    }

    [Fact]
    public async Task The_answer_goes_with_the_words_when_the_signal_is_destroyed()
    {
        await using var portal = await Portal();
        var reference = await portal.Raises(portal.Cast.Reporter);
        await portal.Does(portal.Cast.Reporter, reference, new WithdrawSignal { Reason = "Laat maar.", WasAsked = true });
        await portal.Does(portal.Cast.Reporter, reference, new AskErasure());
        await portal.HasAnApprovedList();

        await portal.Destroys();

        (await portal.Database.Scalar<long>("select count(*) from withdrawal_answers")).ShouldBe(0);
        (await portal.Send(new GetAskedWithdrawals(), portal.Cast.ConfidentialAdviser)).ShouldBeEmpty();
    }

    private static async Task<MailPortal> Portal()
    {
        var portal = new MailPortal();
        await portal.InitializeAsync();
        return portal;
    }

    /// <summary>What everybody but advisers sees, what is in the log and in the mail, and how much is in each table and how large.</summary>
    private static async Task<List<string>> Trace(bool wasAsked)
    {
        await using var portal = await Portal();
        var cast = portal.Cast;
        var reference = await portal.Raises(cast.Reporter);
        await portal.Does(cast.TeamLead, reference, new EscalateSignal { Reason = "Te groot.", Advice = "Opnieuw." });
        await portal.SendsMail();
        var reporter = portal.As(cast.Reporter);
        await reporter.Open($"/signalen/{Reference.Show(reference)}/intrekken");
        reporter.Fill("Waarom trek je je signaal in?", "Laat maar.");
        await (wasAsked ? reporter.Choose(FieldTexts.WasAsked) : reporter).Press("Verstuur");
        await portal.SendsMail();

        var seen = new List<string> { Plain(portal, (await reporter.Open($"/signalen/{Reference.Show(reference)}")).Text) };
        var ofTheSignal = (await Route.Of(portal)).Where(route => route.IsOfASignal && route.Handler is "Get").Select(route => route.Address(reference, Guid.Empty)).ToList();
        foreach (var person in new[] { cast.TeamLead, cast.Deputy, cast.HeadOfDepartment, cast.Director, cast.Board, cast.HumanResources, cast.Administrator, cast.Union })
        {
            var caller = await portal.Caller(person);
            foreach (var address in ofTheSignal.Concat(["/", "/werkvoorraad?staat=alle", "/directie", "/directie/inzicht", "/berichten", "/beheer", "/beheer/verzending", "/beheer/bewaren", Page]))
            {
                using var answer = await caller.Get(address);
                seen.Add($"{Plain(portal, address)} {(int)answer.StatusCode} {Plain(portal, await answer.Content.ReadAsStringAsync())}");
            }
        }

        var rows = (await portal.Database.Rows()).Where(row => !row.StartsWith("sessions ", StringComparison.Ordinal) && !row.StartsWith("data_protection_keys ", StringComparison.Ordinal)).ToList();
        seen.AddRange(rows.GroupBy(row => row.Split(' ')[0]).Select(table => $"{table.Key} {table.Count()}"));
        seen.AddRange(rows.Where(row => row.StartsWith("withdrawal_answers ", StringComparison.Ordinal)).Select(row => $"{row.Length}"));
        rows.ShouldNotContain(row => row.Contains("asked\":true", StringComparison.OrdinalIgnoreCase));
        seen.AddRange(portal.MailServer.Mails.Select(mail => mail.Recipient));
        seen.AddRange(portal.Log.Lines.Select(line => Plain(portal, line)));
        return [.. seen.SelectMany(text => text.Split('\n'))];
    }

    /// <summary>Without what is random, and without how long something took.</summary>
    private static string Plain(Portal portal, string text)
    {
        foreach (var (name, id) in portal.Cast.People.Concat(portal.Cast.Units))
        {
            text = text.Replace($"{id}", name, StringComparison.Ordinal);
        }

        return Random().Replace(text, "");
    }

    [GeneratedRegex("""[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9A-Z]{4}(-?[0-9A-Z]{4})+\b|[0-9a-f]{5}( [0-9a-f]{5}){3}|CfDJ8[\w-]+|[0-9.,]+ ?ms|(?<=name="formulier" value=")[^"]*""")]
    private static partial Regex Random();
}
