using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Signals;

public sealed class EscalateTests(Portal portal) : IClassFixture<Portal>
{
    private readonly Visitor _reporter = portal.As(portal.Cast.Reporter);
    private readonly Visitor _manager = portal.As(portal.Cast.TeamLead);

    [Fact]
    public async Task The_reporter_reads_why_this_layer_does_not_decide_and_what_it_advises()
    {
        var signal = await _reporter.SubmitsASignal();

        await _manager.Escalates(signal);

        _manager.ShouldBeBackAt(signal);
        await _reporter.Open(signal);
        _reporter.EventCalled("Doorgezet naar Afdeling Toekenning").ShouldContain(
            "Waarom beslist deze laag niet zelf? Wij gaan niet over deze brief. Advies van Team Noord Schrijf de brief opnieuw.");
        _reporter.Text.ShouldContain("Afdeling Toekenning laat uiterlijk donderdag 10 september 2026 weten dat het signaal is gelezen.");
    }

    [Fact]
    public async Task The_manager_reads_beforehand_to_whom_it_goes_and_what_the_reporter_will_read()
    {
        var signal = await _reporter.SubmitsASignal();
        await _manager.Open($"{signal}/doorzetten");
        _manager.Text.ShouldContain("Het signaal gaat naar Afdeling Toekenning (Aad Afdeling).");

        await _manager.Fill("Waarom kun je hier niet zelf over beslissen?", "Te groot.").Fill("Wat adviseer jij?", "Doen.")
            .Press("Bekijk hoe de melder dit leest");

        _manager.EventCalled("Doorgezet naar Afdeling Toekenning").ShouldContain("door Tess Teamleider, teamleider (Team Noord)");
        await _manager.Press("Aanpassen");
        _manager.ValueOf("Wat adviseer jij?").ShouldBe("Doen.");
    }

    [Fact]
    public async Task The_layer_above_gets_it_in_its_queue_and_the_layer_below_keeps_seeing_it()
    {
        var signal = await _reporter.SubmitsASignal("Alleen deze brief");

        await _manager.Escalates(signal);

        var head = await portal.As(portal.Cast.HeadOfDepartment).Open("/werkvoorraad?staat=alle");
        head.Text.ShouldContain("Alleen deze brief");
        await head.Open("/directie");
        head.Text.ShouldContain("Alleen deze brief");
        await _manager.Open("/werkvoorraad?staat=alle");
        _manager.Text.ShouldNotContain("Alleen deze brief");
        await _manager.Open("/werkvoorraad?staat=doorgezet");
        _manager.Text.ShouldContain("Alleen deze brief");
        (await _manager.Sees(signal)).ShouldBeTrue();
        _manager.Offers("Geef antwoord").ShouldBeFalse();
    }

    [Fact]
    public async Task Without_a_reason_and_an_advice_the_form_comes_back()
    {
        var signal = await _reporter.SubmitsASignal();
        await _manager.Open($"{signal}/doorzetten");

        await _manager.Fill("Wat adviseer jij?", " ").Press("Bekijk hoe de melder dit leest");

        _manager.ShouldBeAskedFor("Input_Reason", "Input_Advice");
    }

    [Fact]
    public async Task The_top_has_nobody_above_it()
    {
        var signal = await portal.As(portal.Cast.Director).SubmitsASignal();

        var board = await portal.As(portal.Cast.Board).Open(signal);

        board.Offers("Geef antwoord").ShouldBeTrue();
        board.Offers("Zet door naar de laag erboven").ShouldBeFalse();
    }
}
