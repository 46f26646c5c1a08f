using System.Net.Mail;
using System.Net.Sockets;

namespace SignaalPortaal.Application.Messages;

/// <summary>What went wrong, as a code and the class of the problem. Never the message of an exception: a mail server repeats addresses in what it says.</summary>
internal static class MailProblem
{
    public const string TimedOut = "Timeout";

    /// <summary>What is no address will not become one by trying again.</summary>
    public const string NoAddress = "553 MailboxNameNotAllowed";

    public static string Of(Exception exception) => exception switch
    {
        SmtpException { StatusCode: > 0 } smtp => $"{(int)smtp.StatusCode} {smtp.StatusCode}",
        SocketException socket => $"{nameof(SocketException)} {socket.SocketErrorCode}",
        { InnerException: { } inner } => Of(inner),
        _ => exception.GetType().Name,
    };
}
