using System.Net;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Web.Tests.Chain;

/// <summary>The reporter is a witness: the check value and the file are for nobody else.</summary>
public sealed class OwnTimelineTests(ChainPortal portal) : IClassFixture<ChainPortal>
{
    private string Address => $"/signalen/{Reference.Show(portal.Adopted)}";

    [Fact]
    public async Task The_reporter_sees_the_check_value_of_the_last_event()
    {
        var head = await portal.Database.Scalar<byte[]>($"select hash from timeline_entries e join signals s on s.id = e.signal_id where reference = '{portal.Adopted}' order by seq desc limit 1");

        var reporter = await portal.As(portal.Cast.Reporter).Open(Address);
        var holder = await portal.As(portal.Cast.TeamLead).Open(Address);

        reporter.Text.ShouldContain(EventChain.CheckValue(head!));
        holder.Status.ShouldBe(HttpStatusCode.OK);
        holder.Text.ShouldNotContain("Controlegetal");
    }

    [Fact]
    public async Task The_file_is_what_the_script_finds_whole()
    {
        var caller = await portal.Caller(portal.Cast.Reporter);
        var page = await portal.As(portal.Cast.Reporter).Open(Address);
        var checkValue = page.Page.QuerySelector("#controle + p")!.TextContent;

        using var answer = await caller.Get($"{Address}/tijdlijn.json");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        answer.Content.Headers.ContentDisposition.FileName.ShouldBe($"tijdlijn-{Reference.Show(portal.Adopted)}.json");
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync());
        var found = await ChainPortal.Python(ChainPortal.Script, file, "--check", checkValue);
        var notFound = await ChainPortal.Python(ChainPortal.Script, file, "--check", "0000-0000-0000-0000-0000");
        File.Delete(file);

        found.ExitCode.ShouldBe(0, found.Output);
        found.Output.ShouldContain($"Check value after event 3: {checkValue}");
        notFound.ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task For_everybody_else_the_file_does_not_exist()
    {
        foreach (var other in new[] { portal.Cast.TeamLead, portal.Cast.HeadOfDepartment, portal.Cast.Administrator })
        {
            (await (await portal.Caller(other)).Get($"{Address}/tijdlijn.json")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }
}
