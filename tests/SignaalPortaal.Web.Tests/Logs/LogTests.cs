using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SignaalPortaal.Web.Logs;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Signals;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Tests.Logs;

/// <summary>Whoever reads the log learns what broke and what the workers did, and nothing about a signal or a person.</summary>
public sealed class LogTests(LoggedPortal portal) : IClassFixture<LoggedPortal>
{
    [Fact]
    public async Task Of_what_went_well_the_log_tells_nothing_at_all()
    {
        var before = portal.Log.Lines.Count;
        var reporter = portal.As(portal.Cast.Reporter);
        var signal = await reporter.SubmitsASignal("Geheim onderwerp", "Geheime woorden van de melder.");
        var manager = portal.As(portal.Cast.TeamLead);
        await manager.Open($"{signal}/antwoord");
        await manager.Press("Bekijk hoe de melder dit leest");
        await manager.Escalates(signal);
        await portal.As(portal.Cast.Colleague).Open(signal);
        await manager.Open("/werkvoorraad?staat=alle&zoek=geheim");

        portal.Log.Lines.Skip(before).ShouldBeEmpty();
    }

    /// <summary>What one line more or less would tell: that somebody raised a signal, and how.</summary>
    [Fact]
    public async Task Whether_somebody_raised_a_signal_and_in_which_way_cannot_be_told_from_the_log()
    {
        await portal.HasKey(portal.Cast.ConfidentialAdviser);
        var logs = new List<string>();
        foreach (var way in new[] { "Met naam", "Vertrouwelijk", null })
        {
            var before = portal.Log.Lines.Count;
            var reporter = await portal.As(portal.Cast.Reporter).Open("/signalen/nieuw");
            (way is null ? reporter : reporter.Choose(way)).Choose("Knelpunt").Fill("Waar gaat het over?", "Brief").Fill("Wat zie je gebeuren?", "Niet te lezen.");
            await reporter.Attach("brief.txt", "Een brief."u8.ToArray()).Press("Verder naar controleren");
            if (way is not null)
            {
                await reporter.Press("Verstuur je signaal");
            }

            await reporter.Open("/mijn-signalen");
            await reporter.Open("/bekend-maken");
            logs.Add(string.Join('\n', portal.Log.Lines.Skip(before)));
        }

        logs.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_breaks_is_logged_without_what_was_typed()
    {
        var reporter = portal.As(portal.Cast.Reporter);
        var signal = await reporter.SubmitsASignal("Geheim onderwerp", "Geheime woorden van de melder.");
        await reporter.Open($"{signal}/aanvullen");
        await portal.Database.Scalar<int>("alter table timeline_words add constraint broken check (text = '') not valid");

        await reporter.Fill("Wat wil je toevoegen?", "Geheime aanvulling.").Press("Verstuur");
        await portal.Database.Scalar<int>("alter table timeline_words drop constraint broken");

        reporter.Status.ShouldBe(HttpStatusCode.InternalServerError);
        var log = string.Join('\n', portal.Log.Lines);
        log.ShouldContain("broken");
        ShouldTellNothing(log, signal);
    }

    /// <summary>The moment of the line would be the moment of the act; on the page it would stand as a number that leads to it.</summary>
    [Fact]
    public async Task What_breaks_where_a_name_can_be_sealed_has_no_line_and_no_number()
    {
        var reporter = await portal.As(portal.Cast.Reporter).Open("/signalen/nieuw");
        await reporter.Choose("Knelpunt").Fill("Waar gaat het over?", "Brief").Fill("Wat zie je gebeuren?", "Niet te lezen.").Press("Verder naar controleren");
        await portal.Database.Scalar<int>(
            "create function break_it() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$; create trigger breaks before insert on signals for each row execute function break_it()");

        await reporter.Press("Verstuur je signaal");
        await portal.Database.Scalar<int>("drop trigger breaks on signals; drop function break_it");

        reporter.Status.ShouldBe(HttpStatusCode.InternalServerError);
        reporter.Text.ShouldContain("Niet te lezen.");
        reporter.Text.ShouldNotContain(ErrorTexts.ReferenceText);
        portal.Services.GetRequiredService<AnonymousProblems>().Take().Keys.ShouldContain(problem => problem.Contains("PostgresException P0001", StringComparison.Ordinal));
    }

    [Fact]
    public void These_pages_leave_no_trace() => typeof(Program).Assembly.GetTypes().Where(type => Attribute.IsDefined(type, typeof(LeavesNoTraceAttribute)))
        .Select(type => type.FullName!.Replace("SignaalPortaal.Web.Pages.", "", StringComparison.Ordinal)).ShouldBe(
            ["Released.WhatWeDidModel", "Signals.EntrustModel", "Signals.MakeKnownModel", "Signals.SubmitModel", "Signals.SubmittedModel", "Signals.WithdrawModel", "Summaries.StopModel"],
            ignoreOrder: true);

    private void ShouldTellNothing(string log, string signal)
    {
        string[] words = ["Geheim", "Wij gaan niet over", "Rosa", "Tess"];
        string[] ids = [signal.Split('/')[^1], signal.ToReference(), $"{portal.Cast.Reporter}", $"{portal.Cast.TeamLead}"];
        foreach (var secret in words.Concat(ids))
        {
            log.ShouldNotContain(secret, Case.Insensitive);
        }
    }
}

/// <summary>Keeps what the portal logs, at the levels that it has in earnest.</summary>
public sealed class LoggedPortal : Portal
{
    public LogLines Log { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton<ILoggerProvider>(Log));
        builder.ConfigureLogging(logging => logging.AddFilter("Microsoft", LogLevel.Warning));
    }
}

public sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = [];

    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
