using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using SignaalPortaal.Application.Data;

namespace SignaalPortaal.Application.Messages;

/// <summary>
/// Writes mails that tell nothing but that there is something to read: mail passes through many hands. Whatever happened, and to whom, mails of one
/// sort have the same words and the same length.
/// </summary>
internal sealed class MailWriter(MailSettings settings)
{
    private readonly string _portal = settings.Portal.AbsoluteUri.TrimEnd('/');

    /// <exception cref="MailRefusedException">The address is none.</exception>
    public MailMessage Write(ClaimedMail mail)
    {
        if (!MailAddress.TryCreate(mail.Address, out var to))
        {
            throw new MailRefusedException(MailProblem.NoAddress);
        }

        var letter = LetterOf(mail);
        var message = new MailMessage(new MailAddress(settings.From), to) { Subject = letter.Subject, SubjectEncoding = Encoding.UTF8 };
        message.Headers.Add("Message-ID", $"<{mail.Id}@{settings.Portal.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");

        // Exchange answers for who is away, whatever the header above says, unless it is told not to. That a mail was refused it still tells.
        message.Headers.Add("X-Auto-Response-Suppress", "OOF, AutoReply, DR, RN, NRN");
        message.AlternateViews.Add(View(Text(letter), MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(View(Html(letter), MediaTypeNames.Text.Html));
        return message;
    }

    private Letter LetterOf(ClaimedMail mail) => mail switch
    {
        { MessageId: null } => new(MailTexts.DigestSubject, MailTexts.Digest, MailTexts.ReadDigest, $"{_portal}/berichten"),
        _ => new(MailTexts.Subject, MailTexts.Message, MailTexts.ReadMessage, $"{_portal}/berichten/{mail.MessageId}"),
    };

    private string Text(Letter letter) =>
        $"""
        {MailTexts.Greeting}

        {letter.Words}

        {letter.Read}:
        {letter.Link}

        {MailTexts.WhySoLittle}

        {MailTexts.HowToChoose}
        {MailTexts.Choose}:
        {ChooseLink}

        {MailTexts.Automatic}

        """;

    private string Html(Letter letter) =>
        $"""
        <!doctype html>
        <html lang="nl">
        <head>
        <meta charset="utf-8">
        <title>{Encoded(letter.Subject)}</title>
        </head>
        <body>
        <p>{Encoded(MailTexts.Greeting)}</p>
        <p>{Encoded(letter.Words)}</p>
        <p><a href="{Encoded(letter.Link)}">{Encoded(letter.Read)}</a></p>
        <p>{Encoded(MailTexts.WhySoLittle)}</p>
        <p>{Encoded(MailTexts.HowToChoose)} <a href="{Encoded(ChooseLink)}">{Encoded(MailTexts.Choose)}</a></p>
        <p>{Encoded(MailTexts.Automatic)}</p>
        </body>
        </html>

        """;

    private string ChooseLink => $"{_portal}/berichten/instellingen";

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);

    private static AlternateView View(string content, string mediaType) =>
        AlternateView.CreateAlternateViewFromString(content.ReplaceLineEndings("\r\n"), Encoding.UTF8, mediaType);

    /// <param name="Words">What this sort of mail says.</param>
    /// <param name="Read">What the link is called.</param>
    private sealed record Letter(string Subject, string Words, string Read, string Link);
}
