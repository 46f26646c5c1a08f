using System.Net;
using Microsoft.AspNetCore.Hosting;
using Npgsql;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Tests.Edge;

public sealed class LimitTests(TightPortal portal) : IClassFixture<TightPortal>
{
    [Fact]
    public async Task Who_asks_far_too_much_is_slowed_down_alone_and_keeps_what_was_typed()
    {
        var (hasty, calm) = (await portal.Caller(portal.Cast.Colleague), await portal.Caller(portal.Cast.Deputy));

        var answers = new List<HttpStatusCode>();
        for (var count = 0; count < TightPortal.Burst + 5; count++)
        {
            using var page = await hasty.Get("/bestaat-niet");
            answers.Add(page.StatusCode);
        }

        using var refused = await hasty.Post("/signalen/nieuw?handler=Check", [KeyValuePair.Create("Input.OwnWords", "Lang over nagedacht.")]);
        using var style = await hasty.Get("/css/app.css");
        using var other = await calm.Get("/mijn-signalen");

        answers.ShouldContain(HttpStatusCode.TooManyRequests);
        answers.Take(TightPortal.Burst / 2).ShouldAllBe(status => status == HttpStatusCode.NotFound);
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        var text = await refused.Content.ReadAsStringAsync();
        text.ShouldContain(ErrorTexts.TooFastTitle);
        text.ShouldContain("Lang over nagedacht.");
        style.StatusCode.ShouldBe(HttpStatusCode.OK);
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task When_it_is_too_busy_who_comes_next_is_told_at_once_and_it_passes()
    {
        var caller = await portal.Caller(portal.Cast.Reporter);
        await using var server = NpgsqlDataSource.Create(portal.Database.ConnectionString);
        await using var connection = await server.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var locked = new NpgsqlCommand("lock table people in access exclusive mode", connection))
        {
            await locked.ExecuteNonQueryAsync();
        }

        var waiting = Enumerable.Range(0, TightPortal.AtOnce + TightPortal.Waiting).Select(_ => caller.Get("/mijn-signalen")).ToList();
        using var refused = await RefusedOne(caller);
        using var style = await caller.Get("/css/app.css");
        using var health = await caller.Get("/gezond");
        await transaction.RollbackAsync();
        var answers = await Task.WhenAll(waiting);
        using var after = await caller.Get("/mijn-signalen");

        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await refused.Content.ReadAsStringAsync()).ShouldContain(ErrorTexts.BusyTitle);
        style.StatusCode.ShouldBe(HttpStatusCode.OK);
        health.StatusCode.ShouldBe(HttpStatusCode.OK);
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        after.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Those before it may take a moment to get to their places.</summary>
    private static async Task<HttpResponseMessage> RefusedOne(Caller caller)
    {
        await Task.Delay(500);
        return await caller.Get("/mijn-signalen").WaitAsync(TimeSpan.FromSeconds(3));
    }
}

public sealed class SignInLimitTests(TightPortal portal) : IClassFixture<TightPortal>
{
    [Fact]
    public async Task Attempts_to_sign_in_are_limited_for_all_together_and_looking_is_not()
    {
        var caller = await portal.Caller(personId: null);
        var answers = new List<HttpStatusCode>();

        for (var count = 0; count < TightPortal.Burst + 5; count++)
        {
            using var attempt = await caller.Post("/inloggen", [KeyValuePair.Create("wie", $"{Guid.NewGuid()}")]);
            answers.Add(attempt.StatusCode);
        }

        using var look = await caller.Get("/inloggen");
        answers.First().ShouldBe(HttpStatusCode.NotFound);
        answers.Last().ShouldBe(HttpStatusCode.TooManyRequests);
        look.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}

/// <summary>With little room.</summary>
public sealed class TightPortal : Portal
{
    public const int AtOnce = 3;
    public const int Waiting = 1;

    /// <summary>Twice of what may be asked in a minute.</summary>
    public const int Burst = 24;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Limits:AtOnce", $"{AtOnce}");
        builder.UseSetting("Limits:Waiting", $"{Waiting}");
        builder.UseSetting("Limits:PerPersonAtOnce", "100");
        builder.UseSetting("Limits:PerPersonPerMinute", $"{Burst / 2}");
        builder.UseSetting("Limits:SignInsPerMinute", $"{Burst / 2}");
    }
}
