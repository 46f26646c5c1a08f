using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SignaalPortaal.Application.Attachments;

/// <summary>Has files scanned, again and again, in a loop of its own: a scanner that is slow or dead holds up nothing else.</summary>
internal sealed partial class ScanWorker(IServiceScopeFactory scopes, ILogger<ScanWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        do
        {
            try
            {
                while (await scopes.SendAlone(new ScanAttachments(), stoppingToken) == ScanAttachments.Most)
                {
                    stoppingToken.ThrowIfCancellationRequested();
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogRoundFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Scanning files failed; it is tried again next round")]
    private partial void LogRoundFailed(Exception exception);
}
