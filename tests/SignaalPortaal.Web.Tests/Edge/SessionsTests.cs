using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Sessions;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Organisations;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Tests.Edge;

public sealed class SessionsTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Who_kept_the_cookie_has_nothing_when_its_owner_has_signed_out()
    {
        var caller = await portal.Caller(personId: null);
        var cookie = await caller.SignsIn(portal.Cast.Reporter);
        (await portal.IsSignedInWith(cookie)).ShouldBeTrue();

        (await caller.Post("/uitloggen", [])).Dispose();

        (await portal.IsSignedInWith(cookie)).ShouldBeFalse();
    }

    [Fact]
    public async Task Each_sign_in_is_a_session_of_its_own_and_ends_the_one_before_it_in_that_browser()
    {
        var caller = await portal.Caller(personId: null);
        var first = await caller.SignsIn(portal.Cast.Colleague);
        await caller.Renew();
        var second = await caller.SignsIn(portal.Cast.Colleague);

        (await portal.IsSignedInWith(first)).ShouldBeFalse();
        (await portal.IsSignedInWith(second)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_session_ends_after_half_an_hour_in_which_nothing_was_asked()
    {
        var cookie = await (await portal.Caller(personId: null)).SignsIn(portal.Cast.Reporter);

        portal.Clock.Advance(TimeSpan.FromMinutes(24));
        (await portal.IsSignedInWith(cookie)).ShouldBeTrue();
        portal.Clock.Advance(TimeSpan.FromMinutes(24));
        (await portal.IsSignedInWith(cookie)).ShouldBeTrue();
        portal.Clock.Advance(TimeSpan.FromMinutes(30));
        (await portal.IsSignedInWith(cookie)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_session_ends_after_ten_hours_however_busy_it_was()
    {
        var cookie = await (await portal.Caller(personId: null)).SignsIn(portal.Cast.Reporter);

        for (var quarter = 1; quarter < 39; quarter++)
        {
            portal.Clock.Advance(TimeSpan.FromMinutes(15));
            (await portal.IsSignedInWith(cookie)).ShouldBeTrue($"after {quarter} quarters");
        }

        portal.Clock.Advance(TimeSpan.FromMinutes(30));
        (await portal.IsSignedInWith(cookie)).ShouldBeFalse();
    }

    [Fact]
    public async Task What_a_cookie_says_counts_for_nothing_without_the_session()
    {
        var cookie = await (await portal.Caller(personId: null)).SignsIn(portal.Cast.TeamLead);

        await portal.Database.Scalar<int>($"delete from sessions where person_id = '{portal.Cast.TeamLead}'");

        (await portal.IsSignedInWith(cookie)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_session_of_another_person_does_not_count_either()
    {
        var cookie = await (await portal.Caller(personId: null)).SignsIn(portal.Cast.Deputy);

        await portal.Database.Scalar<int>($"update sessions set person_id = '{portal.Cast.Reporter}' where person_id = '{portal.Cast.Deputy}'");

        (await portal.IsSignedInWith(cookie)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_database_has_neither_the_key_nor_the_minute()
    {
        portal.Clock.Advance(TimeSpan.FromMinutes(3.5));
        var key = await portal.SendAsPortal(new StartSession(await portal.Database.Scalar<Guid>($"select organisation_id from people where id = '{portal.Cast.Board}'"), portal.Cast.Board));

        var row = await portal.Database.Scalar<string>($"select session::text from sessions session where person_id = '{portal.Cast.Board}'");

        key.Length.ShouldBe(43);
        row!.ShouldNotContain(key);
        (await portal.Database.Scalar<long>(
            "select count(*) from sessions where extract(epoch from started_at)::bigint % 300 <> 0 or extract(epoch from seen_at)::bigint % 300 <> 0")).ShouldBe(0);
    }

    [Fact]
    public async Task A_page_costs_no_statement_for_the_session_but_once_in_five_minutes()
    {
        var director = await portal.As(portal.Cast.Director).Open("/");
        portal.Clock.Advance(TimeSpan.FromMinutes(5));

        var first = await StatementsOf(director);
        var second = await StatementsOf(director);

        first.Count(statement => statement.Contains("sessions", StringComparison.Ordinal)).ShouldBe(2);
        second.Count(statement => statement.Contains("sessions", StringComparison.Ordinal)).ShouldBe(1);
        second.Count(statement => statement.Contains("FROM sessions", StringComparison.Ordinal) && statement.Contains("FROM people", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_form_that_was_open_is_still_good_after_signing_in_anew()
    {
        var reporter = await portal.As(portal.Cast.Reporter).Open("/signalen/nieuw");
        reporter.Choose("Idee").Fill("Waar gaat het over?", "Nog niet weg").Fill("Wat zie je gebeuren?", "Een brief.");
        var request = reporter.Request("Verder naar controleren");
        portal.Clock.Advance(TimeSpan.FromHours(2));
        await reporter.Open("/");

        await reporter.Show(await reporter.Http.SendAsync(request));

        reporter.Status.ShouldBe(HttpStatusCode.OK);
        reporter.Text.ShouldContain("Nog niet weg");
    }

    [Fact]
    public async Task What_has_ended_is_taken_away_of_every_organisation_and_nothing_else()
    {
        await (await portal.Caller(personId: null)).SignsIn(portal.Cast.Reporter);
        await (await portal.Caller(personId: null)).SignsIn(portal.Cast.Stranger);
        portal.Clock.Advance(TimeSpan.FromMinutes(40));
        await (await portal.Caller(personId: null)).SignsIn(portal.Cast.Colleague);

        await portal.SendAsPortal(new ForgetSessions());

        (await portal.Database.Scalar<Guid[]>("select array_agg(person_id) from sessions")).ShouldBe([portal.Cast.Colleague]);
    }

    private async Task<IReadOnlyCollection<string>> StatementsOf(Visitor visitor)
    {
        using var counter = new StatementCounter(portal.Database);
        await visitor.Open("/mijn-signalen");
        return counter.Statements;
    }
}

public sealed class LeaverTests : ReloadTest
{
    [Fact]
    public async Task Who_leaves_is_signed_out_everywhere_with_the_next_request_and_keeps_no_session()
    {
        var (desk, phone) = (await Portal.Caller(personId: null), await Portal.Caller(personId: null));
        string[] cookies = [await desk.SignsIn(Cast.Colleague), await phone.SignsIn(Cast.Colleague)];
        var other = await (await Portal.Caller(personId: null)).SignsIn(Cast.Reporter);

        await Portal.Reloads(people: Infrastructure.Cast.PeopleFile.Without("11"));

        foreach (var cookie in cookies)
        {
            (await Portal.IsSignedInWith(cookie)).ShouldBeFalse();
        }

        (await Portal.IsSignedInWith(other)).ShouldBeTrue();
        (await Portal.Database.Scalar<long>($"select count(*) from sessions where person_id = '{Cast.Colleague}'")).ShouldBe(0);
    }
}

public sealed class DemonstrationClockTests(DemonstrationPortal portal) : IClassFixture<DemonstrationPortal>
{
    [Fact]
    public async Task A_day_that_passes_on_a_demonstration_signs_nobody_out()
    {
        var reporter = await portal.As(portal.Cast.Reporter).Open("/mijn-signalen");
        var clock = portal.Services.GetRequiredService<DatabaseClock>();
        await portal.Database.Scalar<int>("update portal_clock set ahead = '3 days'");
        await clock.Read(CancellationToken.None);

        var page = await reporter.Http.GetAsync("/mijn-signalen");

        page.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/mijn-signalen");
        clock.GetUtcNow().ShouldBeGreaterThan(DateTimeOffset.UtcNow.AddDays(2));
    }
}

/// <summary>With the clock of its database, as in earnest.</summary>
public sealed class DemonstrationPortal : Portal
{
    protected override void ConfigureWebHost(Microsoft.AspNetCore.Hosting.IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<DatabaseClock>()));
    }
}

internal static class Cookies
{
    /// <summary>The cookie of the new session, as a browser would send it.</summary>
    public static async Task<string> SignsIn(this Caller caller, Guid personId)
    {
        using var response = await caller.Post("/inloggen", [KeyValuePair.Create("wie", $"{personId}")]);
        var cookie = response.Headers.GetValues("Set-Cookie").Last(cookie => cookie.Split('=')[0] is "signaalportaal" or "__Host-signaalportaal").Split(';')[0];
        await caller.Renew();
        return cookie;
    }

    /// <summary>Whether somebody who has nothing but this cookie is let in.</summary>
    public static async Task<bool> IsSignedInWith(this WebApplicationFactory<Program> portal, string cookie)
    {
        using var http = portal.CreateClient(new() { BaseAddress = portal.ClientOptions.BaseAddress, AllowAutoRedirect = false, HandleCookies = false });
        http.DefaultRequestHeaders.Add("Cookie", cookie);
        using var response = await http.GetAsync("/mijn-signalen");
        return response.StatusCode switch
        {
            HttpStatusCode.OK when (await response.Content.ReadAsStringAsync()).Contains(SharedTexts.SignOut, StringComparison.Ordinal) => true,
            HttpStatusCode.Found when response.Headers.Location!.OriginalString.Contains("/inloggen", StringComparison.Ordinal) => false,
            var status => throw new InvalidOperationException($"Neither let in nor sent to sign in: {status}"),
        };
    }
}
