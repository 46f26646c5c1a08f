using System.Net;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Signals;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Tests.Identity;

public sealed class SessionTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task After_signing_out_nothing_opens_any_more()
    {
        var reporter = await portal.As(portal.Cast.Reporter).Open("/uitloggen");

        await reporter.Press(SharedTexts.SignOut);

        reporter.Location.AbsolutePath.ShouldBe("/inloggen");
        (await reporter.Http.GetAsync("/mijn-signalen")).RequestMessage!.RequestUri!.PathAndQuery.ShouldBe("/inloggen?terug=%2Fmijn-signalen");
    }

    [Fact]
    public async Task The_next_person_at_the_same_computer_does_not_find_the_filter_of_the_last_one()
    {
        var manager = await portal.As(portal.Cast.TeamLead).Open("/werkvoorraad?staat=New&soort=Idea");
        await manager.Open("/uitloggen");
        await manager.Press(SharedTexts.SignOut);

        await manager.Open("/werkvoorraad");

        manager.Location.PathAndQuery.ShouldBe("/werkvoorraad");
    }

    [Fact]
    public async Task Whoever_is_not_known_any_more_gets_the_text_back_and_can_sign_in_as_somebody_else()
    {
        var leaver = await portal.As(portal.Cast.ColleagueInTheSouth).Open("/signalen/nieuw");
        leaver.Fill("Wat zie je gebeuren?", "Mijn laatste dag.");
        await portal.Database.Scalar<int>("delete from people where number = '15'");

        await leaver.Press("Verder naar controleren");

        leaver.Status.ShouldBe(HttpStatusCode.Unauthorized);
        leaver.Text.ShouldContain("Mijn laatste dag.");
        var signIn = await leaver.Http.GetAsync("/inloggen");
        signIn.StatusCode.ShouldBe(HttpStatusCode.OK);
        signIn.RequestMessage!.RequestUri!.PathAndQuery.ShouldBe("/inloggen");
    }

    [Fact]
    public async Task Whoever_stops_managing_a_unit_stops_seeing_its_signals_with_the_next_page()
    {
        var signal = await portal.As(portal.Cast.Reporter).SubmitsASignal();
        var deputy = portal.As(portal.Cast.Deputy);
        (await deputy.Sees(signal)).ShouldBeTrue();

        await portal.Database.Scalar<int>($"delete from mandates where person_id = '{portal.Cast.Deputy}'");

        (await deputy.Sees(signal)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_cookies_are_out_of_reach_of_scripts_and_of_other_sites()
    {
        var caller = await portal.Caller(personId: null);

        using var signIn = await caller.Post("/inloggen", [KeyValuePair.Create("wie", $"{portal.Cast.Reporter}")]);
        using var queue = await caller.Get("/werkvoorraad?staat=alle");
        using var page = await (await portal.Caller(personId: null)).Get("/inloggen");

        foreach (var cookie in new[] { signIn, queue }.SelectMany(response => response.Headers.GetValues("Set-Cookie")))
        {
            cookie.ShouldContain("httponly");
            (cookie.Contains("samesite=lax", StringComparison.Ordinal) || cookie.Contains("samesite=strict", StringComparison.Ordinal)).ShouldBeTrue(cookie);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/signalen/nieuw")]
    [InlineData("/signalen/0000-0000")]
    [InlineData("/bestaat-niet")]
    [InlineData("/werkvoorraad?staat=alle")]
    [InlineData("/gezond")]
    [InlineData("/css/app.css")]
    public async Task Every_answer_forbids_the_browser_what_it_never_needs(string address)
    {
        var caller = await portal.Caller(portal.Cast.Reporter);

        using var response = await caller.Get(address);

        response.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'");
        response.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        response.Headers.GetValues("Referrer-Policy").Single().ShouldBe("no-referrer");
        if (response.Content.Headers.ContentType?.MediaType == "text/html")
        {
            response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        }
    }
}

/// <summary>In a database of its own, because it is broken on purpose.</summary>
public sealed class SignInBrokenTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Also_when_nobody_can_be_looked_up_the_error_page_is_there_with_the_text()
    {
        var reporter = await portal.As(portal.Cast.Reporter).Open("/signalen/nieuw");
        reporter.Fill("Wat zie je gebeuren?", "Dit wil ik niet kwijt.");
        await portal.Database.Scalar<int>("alter table people rename to weg");

        await reporter.Press("Verder naar controleren");

        reporter.Status.ShouldBe(HttpStatusCode.InternalServerError);
        reporter.Text.ShouldContain(ErrorTexts.BrokenTitle);
        reporter.Text.ShouldContain("Dit wil ik niet kwijt.");
    }
}
