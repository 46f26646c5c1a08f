using Microsoft.AspNetCore.Diagnostics;
using Serilog;
using Serilog.Events;
using SignaalPortaal.Web.Identity;

namespace SignaalPortaal.Web.Logs;

/// <summary>
/// Where the portal tells what its workers did and what broke. What is not known to be harmless is not in it: see <see cref="PortalLogFormat"/>. Of a
/// request that went well there is nothing in it, on no page: a line that is missing would tell too. Of the pages on which nobody signs in, and of those
/// that leave no trace, there is once a day how often something broke: see <see cref="AnonymousProblems"/>.
/// </summary>
internal static class PortalLog
{
    private static readonly HttpContextAccessor Accessor = new();

    /// <summary>The request that is being handled; null in the workers, and while the portal starts.</summary>
    public static HttpContext? Request => Accessor.HttpContext;

    /// <param name="isCommand">What a command tells stands alone on standard output; what is logged meanwhile goes to standard error.</param>
    public static WebApplicationBuilder AddPortalLog(this WebApplicationBuilder builder, bool isCommand)
    {
        var problems = new AnonymousProblems();
        builder.Services.AddHttpContextAccessor().AddSingleton(problems).AddHostedService<AnonymousProblemsReport>();
        builder.Logging.ClearProviders().AddSerilog(new LoggerConfiguration()
            .WithLevels(builder.Configuration.GetSection("Serilog:MinimumLevel"))
            .Filter.ByExcluding(PortalLogFormat.IsToldAsASentence)
            .WriteTo.Conditional(_ => !IsUntold, told => told.Console(new PortalLogFormat(), standardErrorFromLevel: isCommand ? LogEventLevel.Verbose : null))
            .WriteTo.Conditional(_ => IsUntold, untold => untold.Sink(problems))
            .CreateLogger());
        return builder;
    }

    /// <summary>
    /// The number under which a failure is in the log is random. That of the framework tells when the connection was made, and which requests came over
    /// the same one.
    /// </summary>
    public static IApplicationBuilder UseRandomReferences(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.TraceIdentifier = Guid.NewGuid().ToString("N")[..12];
        return next(context);
    });

    /// <summary>Nothing of this request is told with its moment.</summary>
    public static bool LeavesNoTrace(HttpContext context) =>
        AnonymousRoute.Is(context) || IsMarked(context.GetEndpoint()) || IsMarked(context.Features.Get<IExceptionHandlerFeature>()?.Endpoint)
        || IsMarked(context.Features.Get<IStatusCodeReExecuteFeature>()?.Endpoint);

    private static bool IsMarked(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<LeavesNoTraceAttribute>() is not null;

    /// <summary>Only levels are a setting: another place to write to would get everything.</summary>
    private static LoggerConfiguration WithLevels(this LoggerConfiguration logger, IConfigurationSection levels)
    {
        logger.MinimumLevel.Is(Enum.Parse<LogEventLevel>(levels.Value ?? levels["Default"] ?? nameof(LogEventLevel.Information)));
        foreach (var source in levels.GetSection("Override").GetChildren())
        {
            logger.MinimumLevel.Override(source.Key, Enum.Parse<LogEventLevel>(source.Value!));
        }

        return logger;
    }

    private static bool IsUntold => Request is { } request && LeavesNoTrace(request);
}
