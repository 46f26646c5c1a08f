using Microsoft.Extensions.Logging;

namespace SignaalPortaal.Application;

/// <summary>
/// What nodes do again and again by themselves. One chore, one organisation, one failure: what goes wrong is told in the log and tried again next round, and
/// holds up nothing else.
/// </summary>
internal sealed partial class Chores(ILogger<Chores> logger)
{
    /// <returns>Whether it was done.</returns>
    public async Task<bool> Try(string chore, Func<Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work();
            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(chore, exception);
            return false;
        }
    }

    public async Task InEach(string chore, IEnumerable<Guid> organisations, Func<Guid, Task> work, CancellationToken cancellationToken)
    {
        foreach (var organisation in organisations)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Try(chore, () => work(organisation), cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Chore} failed; it is tried again next round")]
    private partial void LogFailed(string chore, Exception exception);
}
