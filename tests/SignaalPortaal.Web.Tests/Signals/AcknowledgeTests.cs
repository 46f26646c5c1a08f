using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Signals;

public sealed class AcknowledgeTests(Portal portal) : IClassFixture<Portal>
{
    private const string Expected = "Op welke dag krijgt de melder uiterlijk antwoord?";
    private const string Line = "Een persoonlijk bericht";

    private readonly Visitor _reporter = portal.As(portal.Cast.Reporter);

    [Fact]
    public async Task The_reporter_reads_that_a_person_has_read_it_and_when_the_answer_comes()
    {
        var signal = await _reporter.SubmitsASignal();
        var manager = await portal.As(portal.Cast.TeamLead).Open($"{signal}/oppakken");

        await manager.Fill(Expected, "2026-09-18").Fill(Line, "Ik bel morgen met het team Brieven.").SendsAfterPreview();

        manager.ShouldBeBackAt(signal);
        await _reporter.Open(signal);
        _reporter.EventCalled("Gelezen en opgepakt").ShouldBe(
            "Gelezen en opgepakt maandag 7 september 2026, door Tess Teamleider, teamleider (Team Noord) "
            + "Antwoord uiterlijk vrijdag 18 september 2026. Ik bel morgen met het team Brieven.");
        _reporter.Text.ShouldContain("Team Noord geeft uiterlijk vrijdag 18 september 2026 antwoord.");
    }

    [Fact]
    public async Task A_deputy_acts_under_the_own_name_and_the_reporter_reads_for_whom()
    {
        var signal = await _reporter.SubmitsASignal();
        var deputy = await portal.As(portal.Cast.Deputy).Open($"{signal}/oppakken");

        await deputy.Fill(Line, "Tess is ziek, ik kijk ernaar.").SendsAfterPreview();

        await _reporter.Open(signal);
        _reporter.EventCalled("Gelezen en opgepakt").ShouldContain("door Pim Plaatsvervanger, plaatsvervanger bij Team Noord");
    }

    [Fact]
    public async Task The_last_day_in_time_is_proposed()
    {
        var signal = await _reporter.SubmitsASignal();

        var manager = await portal.As(portal.Cast.TeamLead).Open($"{signal}/oppakken");

        manager.ValueOf(Expected).ShouldBe("2026-10-05");
    }

    [Fact]
    public async Task Without_a_day_and_a_line_the_form_comes_back()
    {
        var signal = await _reporter.SubmitsASignal();
        var manager = await portal.As(portal.Cast.TeamLead).Open($"{signal}/oppakken");

        await manager.Fill(Expected, "").Press("Bekijk hoe de melder dit leest");

        manager.ShouldBeAskedFor("Input_ExpectedOn", "Input_Line");
    }

    [Theory]
    [InlineData("2026-09-06")]
    [InlineData("2026-10-06")]
    public async Task A_day_in_the_past_or_after_the_term_is_refused_and_nothing_typed_is_lost(string day)
    {
        var signal = await _reporter.SubmitsASignal();
        var manager = await portal.As(portal.Cast.TeamLead).Open($"{signal}/oppakken");

        await manager.Fill(Expected, day).Fill(Line, "Dit duurt even.").Press("Bekijk hoe de melder dit leest");

        manager.ShouldReadTheRule(SignalRule.TheExpectedDateIsWithinTheTerm);
        manager.ValueOf(Expected).ShouldBe(day);
        manager.ValueOf(Line).ShouldBe("Dit duurt even.");
    }
}
