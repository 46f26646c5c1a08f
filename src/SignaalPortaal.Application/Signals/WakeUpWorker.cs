using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Signals;

/// <summary>Brings back what was "not adopted" with a day on which to look again, when that day has come. Each node may run it.</summary>
internal sealed partial class WakeUpWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<WakeUpWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                while (await Send(new WakeUpNextSignal(), stoppingToken))
                {
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogRoundFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<bool> Send(WakeUpNextSignal command, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking for signals to wake up failed; it is tried again next round")]
    private partial void LogRoundFailed(Exception exception);
}

/// <summary>Wakes one signal up. False when there is none left, or another node has it.</summary>
internal sealed record WakeUpNextSignal : IRequest<bool>;

internal sealed class WakeUpNextSignalHandler(PortalDb db, TimeProvider clock) : IRequestHandler<WakeUpNextSignal, bool>
{
    public async Task<bool> Handle(WakeUpNextSignal command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var signal = await db.Set<Signal>()
            .FromSql($"select * from signals where look_again_on <= {now.DutchDate} order by look_again_on limit 1 for update skip locked")
            .IgnoreQueryFilters(["organisation"])
            .SingleOrDefaultAsync(cancellationToken);
        if (signal is null)
        {
            return false;
        }

        await db.Set<SignalHolder>().IgnoreQueryFilters(["organisation"]).Where(holder => holder.SignalId == signal.Id).LoadAsync(cancellationToken);
        await db.Set<TimelineEntry>().IgnoreQueryFilters(["organisation"]).Include(entry => entry.Words)
            .Where(entry => entry.SignalId == signal.Id).OrderBy(entry => entry.Seq).LoadAsync(cancellationToken);
        signal.WakeUp(now);

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
