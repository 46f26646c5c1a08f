using System.Data.Common;
using System.Net.Sockets;
using System.Text;

namespace SignaalPortaal.Web.Logs;

/// <summary>
/// What the log tells of an exception: its class, a code where there is one, and where in the program it was. Not its message: those of the database and
/// of parsers repeat values.
/// </summary>
internal static class ExceptionText
{
    public static string Of(Exception exception)
    {
        var text = new StringBuilder();
        Add(text, exception);
        return text.ToString().TrimEnd();
    }

    private static void Add(StringBuilder text, Exception exception)
    {
        text.Append(exception.GetType().FullName).Append(Code(exception)).AppendLine().AppendLine(exception.StackTrace);
        var inner = exception is AggregateException several ? several.InnerExceptions : exception.InnerException is { } one ? [one] : Enumerable.Empty<Exception>();
        foreach (var cause in inner)
        {
            Add(text.Append("caused by "), cause);
        }
    }

    /// <summary>Of the database also the name of the constraint, which is part of the program.</summary>
    private static string Code(Exception exception) => exception switch
    {
        DbException { SqlState: { } state } => $" {state} {exception.Data["ConstraintName"]}".TrimEnd(),
        SocketException socket => $" {socket.SocketErrorCode}",
        BadHttpRequestException request => $" {request.StatusCode}",
        _ => "",
    };
}
