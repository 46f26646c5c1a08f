using System.Net;
using System.Net.Mail;

namespace SignaalPortaal.Application.Messages;

/// <summary>
/// Hands mails to a mail server, each over a connection of its own: one that breaks takes no other mail with it, and nothing has to be kept alive
/// between two rounds.
/// </summary>
internal sealed class SmtpTransport(MailSettings settings) : IMailTransport
{
    public async Task Deliver(Guid id, MailMessage mail, CancellationToken cancellationToken)
    {
        using var server = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.Tls };
        if (settings.User is not null)
        {
            server.Credentials = new NetworkCredential(settings.User, settings.Password);
        }

        try
        {
            await server.SendMailAsync(mail, cancellationToken);
        }
        catch (SmtpException exception) when (IsForEver(exception.StatusCode) && IsAboutThisMail(exception, mail))
        {
            throw new MailRefusedException(MailProblem.Of(exception));
        }
    }

    private static bool IsForEver(SmtpStatusCode code) => (int)code is >= 550 and <= 554;

    /// <summary>
    /// That the server refuses the recipient or what was sent. When it refuses to talk to the portal at all, or the portal as a sender, it has nothing
    /// against this mail. SmtpClient tells these apart only by where it was: at the recipient, or past the moment at which the content was read.
    /// </summary>
    private static bool IsAboutThisMail(SmtpException exception, MailMessage mail) =>
        exception is SmtpFailedRecipientException
        || exception.StackTrace?.Contains("RecipientCommand", StringComparison.Ordinal) is true
        || mail.AlternateViews.Any(view => view.ContentStream.Position > 0);
}
