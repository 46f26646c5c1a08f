using Microsoft.Playwright;
using SignaalPortaal.Browser.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Attachments;
using static Microsoft.Playwright.Assertions;

namespace SignaalPortaal.Browser.Tests;

/// <summary>Files in a real browser: chosen, kept while the form is not right yet, saved by whoever may, and still images.</summary>
public sealed class AttachmentTests(BrowserPortal portal) : BrowserTest(portal)
{
    private static readonly FilePayload Photo = new() { Name = "foto.jpg", MimeType = "image/jpeg", Buffer = Corpus.Photo(orientation: 6) };
    private static readonly FilePayload Screenshot = new() { Name = "scherm.png", MimeType = "image/png", Buffer = Corpus.Screenshot };
    private static readonly FilePayload Program = new() { Name = "programma.exe", MimeType = "application/octet-stream", Buffer = [1, 2, 3] };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_stays_with_its_form_until_it_is_sent_without_barriers_with_or_without_script(bool javaScript)
    {
        var page = await PageOf(Portal.Cast.Colleague, javaScript: javaScript);
        await page.GotoAsync("/signalen/nieuw");
        await page.Field("Bijlagen").SetInputFilesAsync([Photo, Program]);
        await page.Press("Verder naar controleren");
        await page.Reads("Toegevoegd: foto.jpg (1 kB)");
        await Expect(page.Locator("#bijlagen-e")).ToContainTextAsync("programma.exe: dit soort bestand kunnen we niet aannemen.");
        if (javaScript)
        {
            await page.ShouldHaveNoBarriers("new signal, with a file and a refused file");
        }

        await page.Choose("Idee");
        await page.Fill("Waar gaat het over?", "Een foto");
        await page.Fill("Wat zie je gebeuren?", "Zie de foto.");
        await page.Field("Bijlagen").SetInputFilesAsync([Screenshot]);
        await page.Press("Verder naar controleren");
        await page.ReadsTitle("Klopt alles?");
        await page.Reads("scherm.png (1 kB)");
        if (javaScript)
        {
            await page.ShouldHaveNoBarriers("check page, with files");
        }

        await page.Press("Verstuur je signaal");
        await page.ReadsTitle("Je signaal is verstuurd");
        var signal = new Uri(page.Url).AbsolutePath.Replace("/verstuurd", "", StringComparison.Ordinal);

        var manager = await PageOf(Portal.Cast.TeamLead);
        await manager.GotoAsync(signal);
        await manager.ReadsHeading("Bijlage toegevoegd");
        await manager.ShouldHaveNoBarriers("signal with files");
        (await Saved(manager, "foto.jpg")).ShouldBe("8 x 16");
        (await Saved(manager, "scherm.png")).ShouldBe("4 x 4");
    }

    /// <summary>The size of the image that was saved, as the browser shows it.</summary>
    private static async Task<string> Saved(IPage page, string name)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.Link(name).First.ClickAsync());
        download.SuggestedFilename.ShouldBe(name);
        var image = Convert.ToBase64String(await File.ReadAllBytesAsync(await download.PathAsync()));
        return await page.EvaluateAsync<string>(
            """
            async data => {
                const image = new Image();
                image.src = data;
                await image.decode();
                return `${image.naturalWidth} x ${image.naturalHeight}`;
            }
            """,
            $"data:{(name.EndsWith("png", StringComparison.Ordinal) ? "image/png" : "image/jpeg")};base64,{image}");
    }
}
