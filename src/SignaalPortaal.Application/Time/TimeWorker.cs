using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SignaalPortaal.Application.Attachments;
using SignaalPortaal.Application.Chain;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Application.Publications;
using SignaalPortaal.Application.Retention;
using SignaalPortaal.Application.Sessions;

namespace SignaalPortaal.Application.Time;

/// <summary>
/// Lets time pass for all signals, again and again. Each node runs it; none of them keeps anything between two rounds, so that any of them can stop
/// at any moment.
/// </summary>
internal sealed partial class TimeWorker(IServiceScopeFactory scopes, DatabaseClock clock, ILogger<TimeWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ForgetInterval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        long? forgotten = null;
        do
        {
            try
            {
                await clock.Read(stoppingToken);
                await Send(new LetTimePass(), stoppingToken);
                await Send(new DestroyApproved(), stoppingToken);
                await Send(new MakeAnchors(), stoppingToken);
                await Send(new MakePublications(), stoppingToken);
                if (forgotten is null || clock.GetElapsedTime(forgotten.Value) >= ForgetInterval)
                {
                    forgotten = clock.GetTimestamp();
                    await Send(new ForgetHandledForms(), stoppingToken);
                    await Send(new ForgetSessions(), stoppingToken);
                    await Send(new ForgetUploads(), stoppingToken);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogRoundFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Send(IRequest request, CancellationToken cancellationToken) => await scopes.SendAlone(request, cancellationToken);

    [LoggerMessage(Level = LogLevel.Error, Message = "Letting time pass failed; it is tried again next round")]
    private partial void LogRoundFailed(Exception exception);
}
