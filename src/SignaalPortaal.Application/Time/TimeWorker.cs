using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
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
internal sealed class TimeWorker(IServiceScopeFactory scopes, DatabaseClock clock, Chores chores) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ForgetInterval = TimeSpan.FromHours(1);

    private long? _forgotten;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        do
        {
            // Without the time nothing can be done by any of them.
            if (await chores.Try("Reading the clock", () => clock.Read(stoppingToken), stoppingToken))
            {
                await Round(stoppingToken);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    internal async Task Round(CancellationToken cancellationToken)
    {
        await Do(new LetTimePass(), cancellationToken);
        await Do(new DestroyApproved(), cancellationToken);
        await Do(new MakeAnchors(), cancellationToken);
        await Do(new MakePublications(), cancellationToken);
        if (_forgotten is null || clock.GetElapsedTime(_forgotten.Value) >= ForgetInterval)
        {
            _forgotten = clock.GetTimestamp();
            await Do(new LeaveConflicts(), cancellationToken);
            await Do(new ForgetHandledForms(), cancellationToken);
            await Do(new ForgetSessions(), cancellationToken);
            await Do(new ForgetUploads(), cancellationToken);
        }
    }

    private Task<bool> Do(IRequest chore, CancellationToken cancellationToken) =>
        chores.Try(chore.GetType().Name, () => scopes.SendAlone(chore, cancellationToken), cancellationToken);
}
