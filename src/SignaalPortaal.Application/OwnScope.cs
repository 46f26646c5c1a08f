using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace SignaalPortaal.Application;

public static class OwnScope
{
    /// <summary>Sends a request in a scope of its own: of what is asked around it, and by whom, it knows nothing.</summary>
    public static async Task<TResponse> SendAlone<TResponse>(
        this IServiceScopeFactory scopes, IRequest<TResponse> request, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken);
    }
}
