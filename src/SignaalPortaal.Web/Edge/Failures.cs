using System.Data.Common;
using SignaalPortaal.Application.Attachments;
using SignaalPortaal.Application.Signals;

namespace SignaalPortaal.Web.Edge;

/// <summary>What an exception is to whoever asked; the rest of it is for the log.</summary>
internal static class Failures
{
    public static ExceptionHandlerOptions Shown => new()
    {
        ExceptionHandlingPath = "/fout",
        StatusCodeSelector = StatusOf,
        SuppressDiagnosticsCallback = context => context.Exception is SignalNotFoundException or BadHttpRequestException,
    };

    private static int StatusOf(Exception exception) => exception switch
    {
        SignalNotFoundException => StatusCodes.Status404NotFound,
        BadHttpRequestException hostile => hostile.StatusCode,
        ChangedAttachmentException => StatusCodes.Status410Gone,
        _ when IsPassing(exception) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>The database is away for a moment, or has no room: the same may succeed in a while.</summary>
    public static bool IsPassing(Exception? exception) => exception is not null && (exception is DbException database && IsPassing(database) || IsPassing(exception.InnerException));

    /// <summary>Npgsql knows most of them; not that the server stops or stopped (57P01 to 57P05), and that it became one that only reads (25006), as at a switch-over.</summary>
    private static bool IsPassing(DbException exception) =>
        exception.IsTransient || exception.SqlState is "25006" || exception.SqlState?.StartsWith("57P", StringComparison.Ordinal) is true;
}
