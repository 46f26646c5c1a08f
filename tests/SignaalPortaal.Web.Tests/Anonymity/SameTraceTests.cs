using System.Net;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Mail;
using SignaalPortaal.Web.Tests.Voice;

namespace SignaalPortaal.Web.Tests.Anonymity;

/// <summary>The same act leaves the same behind, whoever did it: in the tables, the log, the mails and the answers.</summary>
public sealed class SameTraceTests(MailPortal portal) : MailTest(portal)
{
    private readonly MailPortal _portal = portal;

    [Theory]
    [InlineData(SignalKind.Bottleneck)]
    [InlineData(SignalKind.Aggression)]
    public async Task Who_did_it_cannot_be_told_from_anything_that_is_left_behind(SignalKind kind)
    {
        // Cookies, keys and prepared pages that anybody would have made.
        await Everything(await Somebody(_portal.Cast.Colleague, "x", "nl", "192.0.2.9"), kind);

        var byNobody = await Everything(_portal.CreateClient(new() { HandleCookies = false, AllowAutoRedirect = false }), kind);
        var byTheManager = await Everything(await Somebody(_portal.Cast.HeadOfDepartment, "Mozilla/5.0 (X11; Linux)", "nl-NL,nl;q=0.9", "10.1.2.3"), kind);
        var byAnother = await Everything(await Somebody(_portal.Cast.Reporter, "curl/8", "en-GB", "203.0.113.7, 198.51.100.2"), kind);

        foreach (var other in new[] { byTheManager, byAnother })
        {
            other.Except(byNobody).ShouldBeEmpty();
            byNobody.Except(other).ShouldBeEmpty();
            other.ShouldBe(byNobody);
        }

        byNobody.ShouldContain(line => line.StartsWith("+ signals ", StringComparison.Ordinal));
        byNobody.ShouldContain(line => line.StartsWith("+ receipts ", StringComparison.Ordinal));
        byNobody.ShouldContain(line => line.StartsWith("+ timeline_words ", StringComparison.Ordinal));
        byNobody.ShouldContain(line => line.StartsWith("+ entrustments ", StringComparison.Ordinal));
    }

    /// <summary>Otherwise the comparison could be blind.</summary>
    [Fact]
    public async Task Another_act_leaves_another_trace()
    {
        var one = await Everything(_portal.CreateClient(new() { HandleCookies = false, AllowAutoRedirect = false }), SignalKind.Bottleneck);
        var other = await Everything(_portal.CreateClient(new() { HandleCookies = false, AllowAutoRedirect = false }), SignalKind.Bottleneck, facts: "Iets anders.");

        other.ShouldNotBe(one);
    }

    [Fact]
    public async Task No_page_of_the_route_sets_a_cookie_or_reads_one()
    {
        var (plain, signedIn) = (_portal.Nameless(), new Nameless(await Somebody(_portal.Cast.HeadOfDepartment, "x", "nl", "10.0.0.1")));

        // Now a page that reads the cookie would renew it.
        _portal.Clock.Advance(TimeSpan.FromMinutes(20));
        foreach (var visitor in new[] { plain, signedIn })
        {
            foreach (var path in new[] { "", "/nieuw", "/volgen", "/bestaat-niet", "/../onbekend", "/../onbekend/nieuw" })
            {
                await visitor.Open(path);
            }

            await visitor.Send("/nieuw?handler=Check", Nameless.Form(_portal.Cast.Units["TEAM"]));
            await visitor.Send("/nieuw?handler=Check", []);
            await visitor.Send("/nieuw", []);
            await visitor.Send("/nieuw", new() { ["Input.Kind"] = "x" });
            await visitor.Raises(Nameless.Form(_portal.Cast.Units["TEAM"]));
            await visitor.Shows("geen code");
            await visitor.Follows();
            await visitor.Does("Facts", new() { ["Input.Facts"] = "" });
            await visitor.Does("Facts", new() { ["Input.Facts"] = "Meer." });
            await visitor.Send("/volgen?handler=Facts", new() { ["bewijs"] = "vals", ["Input.Facts"] = "Meer." });
        }

        plain.Answers.Concat(signedIn.Answers).SelectMany(answer => answer.Headers).ShouldNotContain(header => header.StartsWith("Set-Cookie", StringComparison.OrdinalIgnoreCase));
        signedIn.Answers.ShouldAllBe(answer => !answer.Body.Contains("Uitloggen", StringComparison.Ordinal));
        signedIn.Answers.Select(answer => answer.Status).ShouldBe(plain.Answers.Select(answer => answer.Status));
    }

    /// <summary>Styles and scripts are fetched by whoever is signed in too: that must not show as a sign of life of the session.</summary>
    [Fact]
    public async Task What_a_page_fetches_with_it_reads_no_cookie()
    {
        await _portal.Database.Scalar<int>("delete from sessions");
        var http = await Somebody(_portal.Cast.Reporter, "x", "nl", "10.0.0.1");
        _portal.Clock.Advance(TimeSpan.FromMinutes(20));

        var before = await LastSeen();
        using var style = await http.GetAsync("/css/app.css");
        var afterTheStyle = await LastSeen();
        using var page = await http.GetAsync("/mijn-signalen");

        style.StatusCode.ShouldBe(HttpStatusCode.OK);
        style.Headers.Contains("Set-Cookie").ShouldBeFalse();
        afterTheStyle.ShouldBe(before);
        (await LastSeen()).ShouldBeGreaterThan(before, "The session is renewed by a page, so that it would have been seen above.");

        Task<DateTime> LastSeen() => _portal.Database.Scalar<DateTime>("select max(seen_at) from sessions");
    }

    /// <summary>All that a reporter can do without a name, while managers do their part; the same each time.</summary>
    private async Task<IReadOnlyList<string>> Everything(HttpClient http, SignalKind kind, string facts = "Het is nu elke dag.")
    {
        await StartOver();
        var isAtTheDesk = kind.GoesToTheDesk;
        var holder = isAtTheDesk ? _portal.Cast.ConfidentialAdviser : _portal.Cast.HeadOfDepartment;
        var reporter = new Nameless(http);
        var trace = await Trace.Begin(_portal);

        await reporter.Open("");
        await reporter.Open("/nieuw");
        await reporter.Send("/nieuw?handler=Check", Nameless.Form(_portal.Cast.Units["TEAM"], kind));
        await reporter.Raises(Nameless.Form(_portal.Cast.Units["TEAM"], kind));
        await reporter.Follows();
        await reporter.Does("Facts", new() { ["Input.Facts"] = facts });
        await reporter.Gives("Union", "Spreek namens mij.", _portal.Today.AddDays(90));

        await _portal.LetTheLineSeeIt();
        await _portal.SendsMail();
        await _portal.OpensWhatWasGiven(_portal.Cast.Union);
        await reporter.Follows();
        await reporter.Does("TakeBack", []);
        await _portal.Does(holder, reporter.Reference, new AskReporter { Question = "Welke kantine?" });
        _portal.Clock.Advance(TimeSpan.FromMinutes(97));
        await reporter.Follows();
        await reporter.Does("Reply", new() { ["Input.ReplyText"] = "Die beneden." });
        await _portal.Does(holder, reporter.Reference, new AnswerSignal
        {
            Outcome = Outcome.Adopted,
            Explanation = "Dit gaan we doen.",
            Promises = [new PromiseRow { What = "Nieuwe dassen", Who = "De kantine", By = new DateOnly(2026, 12, 1) }],
        });
        await reporter.Follows();
        await reporter.Does("Verdict", new() { ["Input.Verdict"] = "NotUnderstood", ["Input.VerdictText"] = "Welke dassen?" });
        await _portal.Does(holder, reporter.Reference, new ClarifyAnswer { ClearerWords = "Rode." });
        await reporter.Follows();
        if (isAtTheDesk)
        {
            await reporter.Does("Contact", new() { ["Input.Step"] = "FirstDay" });
        }

        await reporter.Does("Verdict", new() { ["Input.Verdict"] = "Understood" });
        await _portal.Does(holder, reporter.Reference, new ReportPromise { Promise = await _portal.PromiseOf(reporter.Reference), HowToSee = "In de kantine." });
        await reporter.Follows();
        await reporter.Does("Promise", new() { ["Input.Judgement"] = "Kept" });
        _portal.Clock.Advance(TimeSpan.FromHours(3));
        await _portal.SendsMail();

        var left = await trace.End(reporter.Answers, reporter.Reference, reporter.Code);
        reporter.Answers.Select(answer => answer.Status).ShouldAllBe(status => status == HttpStatusCode.OK);
        return left;
    }

    private async Task StartOver()
    {
        await _portal.StartAgain();
        _portal.ItIs("2026-09-07 14:37");
    }

    /// <summary>A browser in which this person is signed in.</summary>
    private async Task<HttpClient> Somebody(Guid person, string agent, string language, string address)
    {
        var http = (await _portal.Caller(person)).Http;
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", agent);
        http.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", language);
        http.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-For", address);
        http.DefaultRequestHeaders.TryAddWithoutValidation("Referer", "https://intranet.example/wie-is-wie");
        return http;
    }
}
