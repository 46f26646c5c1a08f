using System.Collections.Concurrent;
using Serilog.Core;
using Serilog.Events;
using SignaalPortaal.Domain.Deadlines;

namespace SignaalPortaal.Web.Logs;

/// <summary>
/// What broke on the pages that leave no trace, as counts without a moment: the moment would tell when somebody was there. What did not break is
/// not even counted.
/// </summary>
internal sealed class AnonymousProblems : ILogEventSink
{
    /// <summary>Of different ones, so that nobody can fill the memory.</summary>
    private const int Most = 100;

    private ConcurrentDictionary<string, int> _counts = [];

    public void Emit(LogEvent logEvent)
    {
        var counts = _counts;
        if (logEvent.Level < LogEventLevel.Warning || counts.Count >= Most)
        {
            return;
        }

        var text = new StringWriter();
        PortalLogFormat.WriteWhatHappened(logEvent, text);
        if (logEvent.Exception is not null)
        {
            text.WriteLine();
            text.Write(ExceptionText.Of(logEvent.Exception));
        }

        counts.AddOrUpdate(text.ToString(), 1, (_, count) => count + 1);
    }

    /// <summary>Since the last time that this was asked.</summary>
    public IReadOnlyDictionary<string, int> Take() => Interlocked.Exchange(ref _counts, []);
}

/// <summary>Tells it when a new day begins, and when the portal stops.</summary>
internal sealed partial class AnonymousProblemsReport(AnonymousProblems problems, TimeProvider clock, ILogger<AnonymousProblemsReport> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        var day = clock.GetUtcNow().DutchDate;
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                if (clock.GetUtcNow().DutchDate is var today && today != day)
                {
                    day = today;
                    Tell();
                }
            }
        }
        finally
        {
            Tell();
        }
    }

    private void Tell()
    {
        foreach (var (problem, count) in problems.Take())
        {
            LogProblem(count, problem);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "On the pages that leave no trace this went wrong {Count} times since the day began or the portal started: {Problem}")]
    private partial void LogProblem(int count, string problem);
}
