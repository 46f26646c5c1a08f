using MediatR;
using Microsoft.Extensions.Logging;
using SignaalPortaal.Application.Released;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Pipeline;

/// <summary>Logs which request was handled and how long it took; never its content, its sender or which signal it was about.</summary>
internal sealed partial class LoggingBehavior<TRequest, TResponse>(CurrentViewer current, TimeProvider clock, ILogger<LoggingBehavior<TRequest, TResponse>> logger)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        // What a request sends on is part of it: a line of that would tell of the whole.
        if (current.IsHandling)
        {
            return await next();
        }

        current.IsHandling = true;
        try
        {
            var start = clock.GetTimestamp();
            var response = await next();
            if (!current.IsAnonymous && !TellsOfSomebodyNameless(request))
            {
                LogHandled(typeof(TRequest).Name, clock.GetElapsedTime(start).TotalMilliseconds);
            }

            return response;
        }
        finally
        {
            current.IsHandling = false;
        }
    }

    /// <summary>The time of a line would be that at which somebody raised it, or said to see it too.</summary>
    private static bool TellsOfSomebodyNameless(TRequest request) =>
        request is SubmitSignal { Disclosure: not Disclosure.Named } or PreviewSignal { Input.Disclosure: not Disclosure.Named } or SeeItToo;

    [LoggerMessage(Level = LogLevel.Information, Message = "Handled {Request} in {Milliseconds:0} ms")]
    private partial void LogHandled(string request, double milliseconds);
}
