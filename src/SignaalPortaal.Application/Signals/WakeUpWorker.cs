using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SignaalPortaal.Application.Pipeline;

namespace SignaalPortaal.Application.Signals;

/// <summary>
/// Brings back what was "not adopted" with a day on which to look again, when that day has come; one transaction each, so that one that fails
/// holds up no other. Each node runs it.
/// </summary>
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
                await Round(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogRoundFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Round(CancellationToken cancellationToken)
    {
        await Send(new ForgetHandledForms(), cancellationToken);
        foreach (var due in await Send(new GetSignalsToWakeUp(), cancellationToken))
        {
            try
            {
                await Send(new WakeUpSignal(due.OrganisationId, due.SignalId), cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogSignalFailed(exception);
            }
        }
    }

    private async Task<TResponse> Send<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Waking up a signal failed; it is tried again next round")]
    private partial void LogSignalFailed(Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking for signals to wake up failed; it is tried again next round")]
    private partial void LogRoundFailed(Exception exception);
}
