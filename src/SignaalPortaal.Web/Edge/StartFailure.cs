using System.Data.Common;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Protection;

namespace SignaalPortaal.Web.Edge;

/// <summary>
/// Why the portal does not start, for whoever runs it: a sentence, and an exit code as in sysexits.h. A stack trace tells them nothing, and what the
/// database says may repeat what is in it.
/// </summary>
/// <param name="ExitCode">78 for what is to be set right here, 69 for a database that does not take it, 70 for a mistake in the program.</param>
internal sealed record StartFailure(string Sentence, int ExitCode)
{
    private const int Settings = 78, Unavailable = 69, Mistake = 70;

    public static StartFailure Of(Exception exception) => Known(exception) ?? new StartFailure($"The portal stopped by {Classes(exception)}.", Mistake);

    private static StartFailure? Known(Exception? exception) => exception switch
    {
        null => null,
        SettingsException or KeysException => new StartFailure(exception.Message, Settings),
        DatabaseUnusableException => new StartFailure(exception.Message, Unavailable),
        DbException database => new StartFailure(OfDatabase(database), Unavailable),
        AddressInUseException => new StartFailure("The portal cannot listen there: the address is in use. Another program has the port, or the portal runs already.", Settings),
        SocketException socket => new StartFailure($"The portal cannot listen there: {socket.SocketErrorCode}.", Settings),

        // Of these the outermost says most.
        IOException when Known(exception.InnerException) is { } cause => cause,
        CryptographicException or IOException or UnauthorizedAccessException => new StartFailure($"The portal cannot use a file or an address of its settings: {exception.Message}", Settings),
        FormatException or ArgumentException or InvalidOperationException when Known(exception.InnerException) is { } cause => cause,
        FormatException or ArgumentException => new StartFailure($"A setting cannot be read: {exception.Message}", Settings),
        InvalidOperationException when IsOfConfiguration(exception) => new StartFailure($"A setting cannot be read: {exception.Message}", Settings),
        _ => Known(exception.InnerException),
    };

    private static string OfDatabase(DbException exception) => exception.SqlState switch
    {
        null => exception.InnerException is SocketException socket
            ? $"The database of ConnectionStrings:Portal or PortalOwner cannot be reached: {socket.SocketErrorCode}."
            : "The database of ConnectionStrings:Portal or PortalOwner does not answer.",
        "28P01" or "28000" => "The database does not let this login in; look at ConnectionStrings:Portal and PortalOwner.",
        "3D000" => "There is no such database on that server; look at ConnectionStrings:Portal and PortalOwner.",
        "42501" => "The database does not give this login the rights that it needs; only ConnectionStrings:PortalOwner may migrate.",
        "25006" => "The database only follows another one and takes nothing that is written; point ConnectionStrings:Portal at that other one.",
        _ when Failures.IsPassing(exception) => $"The database cannot serve at this moment ({exception.SqlState}). Start the portal again in a while.",
        var code => $"The database refused what the portal needs to start ({code}): is it the database of this portal, and of this version?",
    };

    private static bool IsOfConfiguration(Exception exception) =>
        exception.TargetSite?.DeclaringType?.FullName is { } type
        && (type.StartsWith("Microsoft.Extensions.Configuration", StringComparison.Ordinal) || type.StartsWith("Microsoft.AspNetCore.Server.Kestrel", StringComparison.Ordinal));

    private static string Classes(Exception exception) =>
        exception.InnerException is { } inner ? $"{exception.GetType().FullName} caused by {Classes(inner)}" : $"{exception.GetType().FullName}";
}

/// <summary>The portal was not set up as it must be. The message is for whoever runs it.</summary>
internal sealed class SettingsException(string message) : InvalidOperationException(message);
