using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Signals;

namespace SignaalPortaal.Web.Tests.Logs;

/// <summary>Whoever reads the log learns what the portal did, and nothing about a signal or a person.</summary>
public sealed class LogTests(LoggedPortal portal) : IClassFixture<LoggedPortal>
{
    [Fact]
    public async Task The_log_names_requests_and_neither_words_nor_names_nor_references()
    {
        var reporter = portal.As(portal.Cast.Reporter);
        var signal = await reporter.SubmitsASignal("Geheim onderwerp", "Geheime woorden van de melder.");
        var manager = portal.As(portal.Cast.TeamLead);
        await manager.Open($"{signal}/antwoord");
        await manager.Press("Bekijk hoe de melder dit leest");
        await manager.Escalates(signal);
        await portal.As(portal.Cast.Colleague).Open(signal);
        await manager.Open("/werkvoorraad?staat=alle&zoek=geheim");

        var log = string.Join('\n', portal.Log.Lines);

        log.ShouldContain("Handled SubmitSignal");
        ShouldTellNothing(log, signal);
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
