using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Signals;

public sealed class RerouteTests(Portal portal) : IClassFixture<Portal>
{
    private const string Why = "Waarom draag je het over?";

    private readonly Visitor _reporter = portal.As(portal.Cast.Reporter);
    private readonly Visitor _manager = portal.As(portal.Cast.TeamLead);

    [Fact]
    public async Task The_help_team_can_be_chosen_at_once_and_the_reporter_reads_why()
    {
        var signal = await _reporter.SubmitsASignal();
        await _manager.Open($"{signal}/overdragen");

        await _manager.Choose("Hulpteam").Fill(Why, "Dit raakt drie systemen.").SendsAfterPreview();

        _manager.ShouldBeBackAt(signal);
        await _reporter.Open(signal);
        _reporter.EventCalled("Overgedragen aan Hulpteam").ShouldContain("Dit raakt drie systemen.");
        (await portal.As(portal.Cast.HelpTeamLead).Sees(signal)).ShouldBeTrue();
        (await portal.As(portal.Cast.HeadOfDepartment).Sees(signal)).ShouldBeFalse();
    }

    [Fact]
    public async Task Another_unit_is_found_by_its_name_without_script_and_nothing_typed_is_lost()
    {
        var signal = await _reporter.SubmitsASignal();
        await _manager.Open($"{signal}/overdragen");
        await _manager.Fill(Why, "Zuid maakt deze brief.").Fill("Zoek een onderdeel op naam", "ZUID").Press("Zoek");
        _manager.ValueOf(Why).ShouldBe("Zuid maakt deze brief.");

        await _manager.Choose("Team Zuid").SendsAfterPreview();

        _manager.ShouldBeBackAt(signal);
        (await portal.As(portal.Cast.TeamLeadOfTheSouth).Sees(signal)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_unit_that_was_chosen_stays_in_the_list_when_another_one_is_searched()
    {
        var signal = await _reporter.SubmitsASignal();
        await _manager.Open($"{signal}/overdragen");
        await _manager.Fill("Zoek een onderdeel op naam", "zuid").Press("Zoek");

        await _manager.Choose("Team Zuid").Fill("Zoek een onderdeel op naam", "directie").Press("Zoek");

        var chosen = _manager.Page.QuerySelectorAll("input[name='Input.ToUnit']").Single(option => option.HasAttribute("checked"));
        chosen.ParentElement!.TextContent.ShouldContain("Team Zuid");
        _manager.Text.ShouldContain("Directie Uitvoering");
    }

    [Fact]
    public async Task Without_a_unit_and_a_reason_the_form_comes_back()
    {
        var signal = await _reporter.SubmitsASignal();
        await _manager.Open($"{signal}/overdragen");

        await _manager.Press("Bekijk hoe de melder dit leest");

        _manager.ShouldBeAskedFor("Input_ToUnit", "Input_Reason");
    }

    [Theory]
    [InlineData("afdeling", "Afdeling Toekenning", SignalRule.TheLayerAboveIsReachedByEscalating)]
    [InlineData("noord", "Team Noord", SignalRule.TheUnitAlreadyHoldsIt)]
    [InlineData("zonder", "Team zonder leiding", SignalRule.TheUnitCannotTakeIt)]
    public async Task A_unit_that_cannot_take_it_is_refused_with_the_rule(string search, string unit, SignalRule rule)
    {
        var signal = await _reporter.SubmitsASignal();
        await _manager.Open($"{signal}/overdragen");
        await _manager.Fill("Zoek een onderdeel op naam", search).Press("Zoek");

        await _manager.Choose(unit).Fill(Why, "Hoort daar.").Press("Bekijk hoe de melder dit leest");

        _manager.ShouldReadTheRule(rule);
        _manager.ValueOf(Why).ShouldBe("Hoort daar.");
    }

    [Fact]
    public async Task The_day_of_the_answer_stays()
    {
        var signal = await _reporter.SubmitsASignal();
        await _manager.Open($"{signal}/overdragen");

        await _manager.Choose("Hulpteam").Fill(Why, "Dit raakt drie systemen.").SendsAfterPreview();

        _manager.EventCalled("Overgedragen aan Hulpteam").ShouldContain("Uiterlijk maandag 5 oktober 2026 is er een antwoord.");
    }

    [Fact]
    public async Task What_the_confidential_desk_holds_is_not_passed_on()
    {
        var signal = await _reporter.SubmitsASignal(kind: "Misstand");

        var adviser = await portal.As(portal.Cast.ConfidentialAdviser).Open(signal);

        adviser.Offers("Geef antwoord").ShouldBeTrue();
        adviser.Offers("Draag over").ShouldBeFalse();
        adviser.Offers("Zet door naar de laag erboven").ShouldBeFalse();
    }
}
