using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Signals;

namespace SignaalPortaal.Web.Tests.Organisations;

/// <summary>Units that went up in another one.</summary>
public sealed class ReloadMergedTests : ReloadTest
{
    /// <summary>Team Noord and Team Zuid became one, which who led Team Noord leads.</summary>
    private static string Merged(string units) => units.Replace("manager,deputies", "manager,deputies,replaces", StringComparison.Ordinal);

    private static readonly string Units = string.Join('\n', Merged(Cast.UnitFile).ReplaceLineEndings("\n").Split('\n')
        .Where(line => !line.StartsWith("TEAM,", StringComparison.Ordinal) && !line.StartsWith("ZUID,", StringComparison.Ordinal))
        .Select((line, index) => index == 0 ? line : line + ",")
        .Append("SAMEN,Team Noord en Zuid,team,Line,AFDELING,20,25,TEAM;ZUID"));

    private static readonly string People = Cast.PeopleFile.Moved("SAMEN", "TEAM", "ZUID");

    [Fact]
    public async Task What_a_merged_unit_had_goes_to_the_unit_it_went_up_in_and_who_led_it_still_sees_it()
    {
        var north = await Portal.Raises(Cast.Reporter);
        var south = await Portal.Raises(Cast.ColleagueInTheSouth);

        var loaded = await Portal.Reloads(Units, People);

        loaded.HandedOver.ShouldBe(2);
        loaded.ClosedWithoutSuccessor.ShouldBeEmpty();
        (await Portal.HolderOf(north)).ShouldBe("SAMEN");
        (await Portal.HolderOf(south)).ShouldBe("SAMEN");
        (await Portal.As(Cast.TeamLead).Sees($"/signalen/{north}")).ShouldBeTrue();
        (await Portal.As(Cast.TeamLead).Sees($"/signalen/{south}")).ShouldBeTrue();
        (await Portal.As(Cast.HeadOfDepartment).Sees($"/signalen/{north}")).ShouldBeFalse();
        (await Portal.As(Cast.Reporter).Open($"/signalen/{north}")).EventCalled("Overgegaan naar Team Noord en Zuid").ShouldContain("Team Noord bestaat niet meer.");
    }

    [Fact]
    public async Task So_does_what_is_finished_and_its_reporter_reads_that()
    {
        var finished = await Portal.Raises(Cast.Reporter);
        await Portal.Does(Cast.TeamLead, finished, new AnswerSignal { Outcome = Outcome.AlreadyArranged, Explanation = "Is er al.", Where = "Op het intranet." });
        await Portal.Does(Cast.Reporter, finished, new GiveVerdict { Verdict = Verdict.Understood });
        var takenBack = await Portal.Raises(Cast.Reporter);
        await Portal.Does(Cast.Reporter, takenBack, new WithdrawSignal { Reason = "Toch niet." });

        (await Portal.Reloads(Units, People)).HandedOver.ShouldBe(1);

        (await Portal.As(Cast.TeamLead).Sees($"/signalen/{finished}")).ShouldBeTrue();
        (await Portal.As(Cast.Reporter).Open($"/signalen/{finished}")).Text.ShouldContain("Overgegaan naar Team Noord en Zuid");
        (await Portal.As(Cast.TeamLead).Sees($"/signalen/{takenBack}")).ShouldBeFalse();
    }

    [Fact]
    public async Task The_same_files_again_change_nothing()
    {
        await Portal.Raises(Cast.Reporter);
        await Portal.Reloads(Units, People);
        var before = await Portal.Database.Contents();

        (await Portal.Reloads(Units, People)).HandedOver.ShouldBe(0);

        (await Portal.Database.Contents()).ShouldBe(before);
    }

    [Theory]
    [InlineData("TEAM;ZUID", "WEG", "\"WEG\" is geen code van een onderdeel dat er ooit was.")]
    [InlineData("TEAM;ZUID", "TEAM;ZUID;LEEG", "\"LEEG\" heeft zelf nog een regel, en is dus nergens in opgegaan.")]
    [InlineData("TEAM;ZUID", "TEAM;TEAM", "\"TEAM\" staat ook al bij een ander onderdeel. Een onderdeel gaat in één ander op.")]
    public async Task What_cannot_have_gone_up_in_it_is_told(string right, string wrong, string expected)
    {
        var refused = await Portal.Refuses(Units.Replace(right, wrong, StringComparison.Ordinal), People);

        ImportReport.Of(refused).ShouldBe([$"units.csv, regel 8, kolom replaces: {expected}"]);
    }

    [Fact]
    public async Task A_confidential_desk_never_goes_up_in_the_line()
    {
        await Portal.Raises(Cast.Reporter, SignalKind.Wrongdoing);

        var refused = await Portal.Refuses(
            string.Join('\n', Units.Split('\n').Where(line => !line.StartsWith("LOKET", StringComparison.Ordinal))).Replace("TEAM;ZUID", "TEAM;ZUID;LOKET", StringComparison.Ordinal),
            People.Moved("SAMEN", "LOKET"));

        refused.ShouldHaveSingleItem().Fault.ShouldBe(Application.Organisations.FileFault.ReplacedIsOfAnotherKind);
    }

    [Fact]
    public async Task Who_closes_a_unit_without_a_successor_is_told_where_its_signals_went()
    {
        await Portal.Raises(Cast.Reporter);

        ImportReport.Of(await Portal.ClosesTheTeam()).ShouldContain(line => line.StartsWith("Zonder opvolger opgeheven: TEAM.", StringComparison.Ordinal));
    }
}
