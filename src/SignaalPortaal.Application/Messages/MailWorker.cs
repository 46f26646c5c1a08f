using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SignaalPortaal.Application.Messages;

/// <summary>
/// Sends mail, again and again, in a loop of its own: a mail server that is slow or dead holds up nothing else. Each node runs it; none of them keeps
/// anything between two rounds.
/// </summary>
internal sealed class MailWorker(IServiceScopeFactory scopes, TimeProvider clock, Chores chores) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan DigestInterval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        long? digestsMade = null;
        do
        {
            // Also while there is always something to send.
            int sent;
            do
            {
                if (digestsMade is null || clock.GetElapsedTime(digestsMade.Value) >= DigestInterval)
                {
                    digestsMade = clock.GetTimestamp();
                    await chores.Try(nameof(MakeDigests), () => scopes.SendAlone(new MakeDigests(), stoppingToken), stoppingToken);
                }

                sent = 0;
                await chores.Try(nameof(SendMails), async () => sent = await scopes.SendAlone(new SendMails(), stoppingToken), stoppingToken);
            }
            while (sent > 0);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
