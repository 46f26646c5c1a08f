using System.Net.Mail;

namespace SignaalPortaal.Application.Messages;

/// <summary>How a mail leaves the portal.</summary>
internal interface IMailTransport
{
    /// <summary>Returns when the mail was taken. Any exception but a refusal means that it can be tried again.</summary>
    /// <exception cref="MailRefusedException">It will never be taken.</exception>
    Task Deliver(Guid id, MailMessage mail, CancellationToken cancellationToken);
}

/// <summary>The mail server will never take this mail. Says the code and the class of the problem, and never what the server said: an address stands in that.</summary>
internal sealed class MailRefusedException(string problem) : Exception
{
    public string Problem => problem;
}
