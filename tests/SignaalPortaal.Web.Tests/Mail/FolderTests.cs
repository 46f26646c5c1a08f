using Microsoft.AspNetCore.Hosting;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Mail;

/// <summary>In a demonstration mail goes into a folder.</summary>
public sealed class FolderTests(FolderPortal portal) : IClassFixture<FolderPortal>
{
    [Fact]
    public async Task Each_mail_becomes_a_file_and_a_second_delivery_overwrites_it()
    {
        await portal.HasMails(3);
        await portal.SendsMail();
        await portal.Database.Scalar<int>("update mails set state = 'Waiting'");

        await portal.SendsMail();

        var ids = await portal.OfTheMail<string[]>("array_agg(id || '.eml' order by id)");
        portal.Folder.GetFileSystemInfos().Select(file => file.Name).Order(StringComparer.Ordinal).ShouldBe(ids!.Order(StringComparer.Ordinal));
        (await portal.States()).ShouldBe("Sent Sent Sent");
        portal.MailServer.Mails.ShouldBeEmpty();
        foreach (var file in portal.Folder.GetFiles())
        {
            var mail = ReceivedMail.Read("", (await File.ReadAllTextAsync(file.FullName)).ReplaceLineEndings("\n"));
            mail.MessageId.ShouldBe($"<{Path.GetFileNameWithoutExtension(file.Name)}@portaal.test>");
            mail.Subject.ShouldBe("Er is een bericht voor je in SignaalPortaal");
            mail.Decoded.ShouldContain("Lees het bericht:\nhttps://portaal.test/berichten/");
            mail.Decoded.ShouldContain("</html>");
        }
    }
}

public sealed class FolderPortal : MailPortal
{
    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("signaalportaal-mail-");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Folder.Delete(recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Mail:Folder", Folder.FullName);
    }
}
