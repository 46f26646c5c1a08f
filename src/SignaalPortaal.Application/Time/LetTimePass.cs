using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SignaalPortaal.Application.Pipeline;

namespace SignaalPortaal.Application.Time;

/// <summary>
/// Lets time pass for every signal of which the day has come, of every organisation. When it is cancelled, what it has at hand is finished and the
/// rest is left for another node or the next start.
/// </summary>
internal sealed record LetTimePass : IRequest, IBeginTransactions;

internal sealed partial class LetTimePassHandler(IServiceScopeFactory scopes, ILogger<LetTimePassHandler> logger) : AsyncRequestHandler<LetTimePass>
{
    /// <summary>How many signals go together in a transaction: enough to share the cost of it, few enough to be done in well under a second.</summary>
    private const int Batch = 100;

    protected override async Task Handle(LetTimePass command, CancellationToken cancellationToken)
    {
        foreach (var organisation in await Send(new GetOrganisationsWithWork()))
        {
            try
            {
                await Handle(organisation, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogOrganisationFailed(exception);
            }
        }
    }

    /// <summary>Batch by batch. In a batch that fails each signal is tried alone, so that one that fails holds up no other.</summary>
    private async Task Handle(Guid organisation, CancellationToken cancellationToken)
    {
        var (failed, alone) = (new HashSet<Guid>(), 0);
        while (!cancellationToken.IsCancellationRequested)
        {
            var most = alone > 0 ? 1 : Batch;
            var passed = await Send(new PassTime(organisation, most, failed));
            if (passed.Claimed == 0)
            {
                return;
            }

            if (passed.Failed is { } signal)
            {
                failed.Add(signal);
                LogSignalFailed(passed.Problem!);
            }

            alone = passed.Problem is not null && passed.Failed is null ? passed.Claimed : alone - 1;
        }
    }

    private Task<TResponse> Send<TResponse>(IRequest<TResponse> request) => scopes.SendAlone(request, CancellationToken.None);

    [LoggerMessage(Level = LogLevel.Error, Message = "Letting time pass for an organisation failed; it is tried again next round")]
    private partial void LogOrganisationFailed(Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Letting time pass for a signal failed; it is tried again next round")]
    private partial void LogSignalFailed(Exception exception);
}
