using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;

namespace SignaalPortaal.Web.Logs;

/// <summary>
/// One event as a line. The portal's own messages are written out: they hold names of chores and counts, which a test watches over. Of what
/// the framework says only the name of the event is written, since its messages hold addresses, SQL and whole exceptions; and of an exception never the
/// message, which may repeat what somebody typed.
/// </summary>
internal sealed class PortalLogFormat : ITextFormatter
{
    private const string Own = "SignaalPortaal.";

    /// <summary>That it started, on which address it listens, and that it stops.</summary>
    private const string Lifetime = "Microsoft.Hosting.Lifetime";

    private static readonly MessageTemplateTextFormatter Message = new("{Message:lj}", CultureInfo.InvariantCulture);

    public void Format(LogEvent logEvent, TextWriter output)
    {
        output.Write(logEvent.Timestamp.ToString("HH:mm:ss ", CultureInfo.InvariantCulture));
        output.Write($"{logEvent.Level} {PortalLog.Request?.TraceIdentifier ?? "-"} ");
        WriteWhatHappened(logEvent, output);
        output.WriteLine();
        if (logEvent.Exception is not null)
        {
            output.WriteLine(ExceptionText.Of(logEvent.Exception));
        }
    }

    public static void WriteWhatHappened(LogEvent logEvent, TextWriter output)
    {
        var source = Text(logEvent.Properties.GetValueOrDefault("SourceContext"));
        if (source.StartsWith(Own, StringComparison.Ordinal) || source == Lifetime)
        {
            Message.Format(logEvent, output);
            return;
        }

        output.Write($"{source} {EventName(logEvent)}");
    }

    /// <summary>That it could not start, see <see cref="Edge.StartFailure"/>, and that its workers stopped because of that.</summary>
    public static bool IsToldAsASentence(LogEvent logEvent) =>
        EventName(logEvent) is "HostedServiceStartupFaulted"
        || (EventName(logEvent) is "BackgroundServiceFaulted" or "BackgroundServiceStoppingHost" && logEvent.Exception is OperationCanceledException);

    private static string EventName(LogEvent logEvent) =>
        Text((logEvent.Properties.GetValueOrDefault("EventId") as StructureValue)?.Properties.FirstOrDefault(property => property.Name == "Name")?.Value);

    private static string Text(LogEventPropertyValue? value) => value is ScalarValue { Value: string text } ? text : "";
}
