using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SignaalPortaal.Application.Messages;

/// <summary>
/// Sends mail, again and again, in a loop of its own: a mail server that is slow or dead holds up nothing else. Each node runs it; none of them keeps
/// anything between two rounds.
/// </summary>
internal sealed partial class MailWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<MailWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan DigestInterval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        long? digestsMade = null;
        do
        {
            try
            {
                // Also while there is always something to send.
                do
                {
                    if (digestsMade is null || clock.GetElapsedTime(digestsMade.Value) >= DigestInterval)
                    {
                        digestsMade = clock.GetTimestamp();
                        await scopes.SendAlone(new MakeDigests(), stoppingToken);
                    }
                }
                while (await scopes.SendAlone(new SendMails(), stoppingToken) > 0);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogRoundFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending mail failed; it is tried again next round")]
    private partial void LogRoundFailed(Exception exception);
}
