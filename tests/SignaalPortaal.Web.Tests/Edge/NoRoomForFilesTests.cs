using System.Net;
using Microsoft.AspNetCore.Hosting;
using SignaalPortaal.Web.Tests.Anonymity;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Tests.Edge;

/// <summary>The folder for files that come in is full: what people wrote is not gone with it.</summary>
public sealed class NoRoomForFilesTests(PortalWithoutRoom portal) : IClassFixture<PortalWithoutRoom>
{
    private static readonly byte[] Large = [.. Enumerable.Repeat((byte)'a', 200_000)];

    [Theory]
    [InlineData("Met naam")]
    [InlineData("Vertrouwelijk")]
    public async Task The_form_comes_back_with_every_word_and_says_what_is_wrong(string way)
    {
        await portal.HasKey(portal.Cast.ConfidentialAdviser);
        var reporter = await portal.As(portal.Cast.Reporter).Open("/signalen/nieuw");
        reporter.Choose(way).Choose("Knelpunt").Fill("Waar gaat het over?", "Brief").Fill("Wat zie je gebeuren?", "Lang over nagedacht.").Attach("brief.txt", Large);

        await reporter.Press("Verder naar controleren");

        reporter.Status.ShouldBe(HttpStatusCode.InsufficientStorage);
        reporter.Text.ShouldContain(ErrorTexts.FilesNotKept);
        reporter.ValueOf("Wat zie je gebeuren?").ShouldBe("Lang over nagedacht.");
        await reporter.Press("Verder naar controleren");
        reporter.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Without_signing_in_too()
    {
        var somebody = portal.Nobody();
        await somebody.Open("/anoniem/testdienst/nieuw");
        somebody.Choose("Knelpunt").Fill("Waar gaat het over?", "Brief").Fill("Wat zie je gebeuren?", Nameless.Words).Attach("brief.txt", Large);

        await somebody.Press("Verder naar controleren");

        somebody.Text.ShouldContain(ErrorTexts.FilesNotKept);
        somebody.ValueOf("Wat zie je gebeuren?").ShouldBe(Nameless.Words);
    }

    [Fact]
    public async Task A_small_file_needs_no_folder()
    {
        var reporter = await portal.As(portal.Cast.Colleague).Open("/signalen/nieuw");
        reporter.Choose("Knelpunt").Fill("Waar gaat het over?", "Brief").Fill("Wat zie je gebeuren?", "Kort.").Attach("brief.txt", "Een brief."u8.ToArray());

        await reporter.Press("Verder naar controleren");

        reporter.Status.ShouldBe(HttpStatusCode.OK);
        reporter.Text.ShouldContain("brief.txt");
    }
}

/// <summary>Its folder is not even there.</summary>
public sealed class PortalWithoutRoom : Portal
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("TEMP", "/bestaat-niet");
    }
}
