using System.Net.Mail;

namespace SignaalPortaal.Application.Messages;

/// <summary>
/// For a demonstration: each mail becomes a file that a mail program can open, named by its id, so that a second delivery overwrites the first.
/// It is written beside the others and moved when it is complete, so that nobody finds half a mail.
/// </summary>
internal sealed class FolderTransport(MailSettings settings) : IMailTransport
{
    public async Task Deliver(Guid id, MailMessage mail, CancellationToken cancellationToken)
    {
        var folder = Path.GetFullPath(settings.Folder!);
        var draft = Directory.CreateDirectory(Path.Combine(folder, $".{Guid.NewGuid():N}"));
        try
        {
            using var writer = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = draft.FullName };
            await writer.SendMailAsync(mail, cancellationToken);
            draft.GetFiles().Single().MoveTo(Path.Combine(folder, $"{id}.eml"), overwrite: true);
        }
        finally
        {
            draft.Delete(recursive: true);
        }
    }
}
