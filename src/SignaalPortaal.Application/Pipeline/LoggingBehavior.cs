using MediatR;
using Microsoft.Extensions.Logging;

namespace SignaalPortaal.Application.Pipeline;

/// <summary>Logs which request was handled and how long it took; never its content, its sender or which signal it was about.</summary>
internal sealed partial class LoggingBehavior<TRequest, TResponse>(CurrentViewer current, TimeProvider clock, ILogger<LoggingBehavior<TRequest, TResponse>> logger)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var start = clock.GetTimestamp();
        var response = await next();
        if (!current.IsAnonymous)
        {
            LogHandled(typeof(TRequest).Name, clock.GetElapsedTime(start).TotalMilliseconds);
        }

        return response;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Handled {Request} in {Milliseconds:0} ms")]
    private partial void LogHandled(string request, double milliseconds);
}
