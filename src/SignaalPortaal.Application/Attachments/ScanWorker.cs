using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SignaalPortaal.Application.Attachments;

/// <summary>Has files scanned, again and again, in a loop of its own: a scanner that is slow or dead holds up nothing else.</summary>
internal sealed class ScanWorker(IServiceScopeFactory scopes, Chores chores) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        do
        {
            int scanned;
            do
            {
                scanned = 0;
                await chores.Try(nameof(ScanAttachments), async () => scanned = await scopes.SendAlone(new ScanAttachments(), stoppingToken), stoppingToken);
                stoppingToken.ThrowIfCancellationRequested();
            }
            while (scanned == ScanAttachments.Most);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
