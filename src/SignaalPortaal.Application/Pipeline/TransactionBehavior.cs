using MediatR;
using SignaalPortaal.Application.Data;

namespace SignaalPortaal.Application.Pipeline;

/// <summary>
/// A request that begins its transactions itself: it first finds out for which organisation, works for several of them, undoes what it did, or must
/// hold nothing while it waits for others.
/// </summary>
public interface IBeginTransactions;

/// <summary>Handles each other request in one transaction, of the organisation of the viewer; what such a request sends on takes part in it.</summary>
internal sealed class TransactionBehavior<TRequest, TResponse>(PortalDb db) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (request is IBeginTransactions || db.Database.CurrentTransaction is not null)
        {
            return await next();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var response = await next();
        await transaction.CommitAsync(cancellationToken);
        return response;
    }
}
