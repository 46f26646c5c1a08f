using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Signals;

public sealed class PostponeTests(Portal portal) : IClassFixture<Portal>
{
    private const string NewDay = "Wat wordt de nieuwe dag?";
    private const string Why = "Waarom lukt het niet op tijd?";

    private readonly Visitor _reporter = portal.As(portal.Cast.Reporter);
    private readonly Visitor _manager = portal.As(portal.Cast.TeamLead);

    [Fact]
    public async Task The_reporter_reads_the_new_day_and_the_reason()
    {
        var signal = await AcknowledgedSignal();
        await _manager.Open($"{signal}/uitstellen");

        await _manager.Fill(NewDay, "2026-10-12").Fill(Why, "De drukker antwoordt niet.").SendsAfterPreview();

        _manager.ShouldBeBackAt(signal);
        await _reporter.Open(signal);
        _reporter.EventCalled("Antwoord uitgesteld").ShouldContain(
            "Van maandag 5 oktober 2026 naar maandag 12 oktober 2026. De drukker antwoordt niet.");
        _reporter.Text.ShouldContain("Team Noord geeft uiterlijk maandag 12 oktober 2026 antwoord.");
    }

    [Fact]
    public async Task A_signal_is_postponed_once()
    {
        var signal = await AcknowledgedSignal();
        await _manager.Open($"{signal}/uitstellen");
        var late = await portal.As(portal.Cast.Deputy).Open($"{signal}/uitstellen");
        await _manager.Fill(NewDay, "2026-10-12").Fill(Why, "De drukker antwoordt niet.").SendsAfterPreview();

        await late.Fill(NewDay, "2026-10-13").Fill(Why, "Nog later.").Press("Bekijk hoe de melder dit leest");

        late.ShouldReadTheRule(SignalRule.SomebodyElseWasFirst);
        late.Text.ShouldContain("Hierdoor kan wat je wilde doen niet meer.");
        late.ValueOf(Why).ShouldBe("Nog later.");
        _manager.Offers("Stel uit").ShouldBeFalse();
        await _manager.Open($"{signal}/uitstellen");
        _manager.Location.AbsolutePath.ShouldBe(signal);
    }

    [Theory]
    [InlineData("2026-10-05")]
    [InlineData("2026-11-03")]
    public async Task Only_a_later_day_within_one_term_is_possible(string day)
    {
        var signal = await AcknowledgedSignal();
        await _manager.Open($"{signal}/uitstellen");

        await _manager.Fill(NewDay, day).Fill(Why, "De drukker antwoordt niet.").Press("Bekijk hoe de melder dit leest");

        _manager.ShouldReadTheRule(SignalRule.APostponedDateIsLaterWithinOneTerm);
        _manager.ValueOf(NewDay).ShouldBe(day);
        _manager.ValueOf(Why).ShouldBe("De drukker antwoordt niet.");
    }

    [Fact]
    public async Task Without_a_day_and_a_reason_the_form_comes_back()
    {
        var signal = await AcknowledgedSignal();
        await _manager.Open($"{signal}/uitstellen");

        await _manager.Press("Bekijk hoe de melder dit leest");

        _manager.ShouldBeAskedFor("Input_NewDate", "Input_Reason");
    }

    [Fact]
    public async Task Before_anyone_has_said_that_it_was_read_it_is_not_postponed()
    {
        var signal = await _reporter.SubmitsASignal();

        await _manager.Open($"{signal}/uitstellen");

        _manager.Location.AbsolutePath.ShouldBe(signal);
        _manager.Offers("Stel uit").ShouldBeFalse();
    }

    private async Task<string> AcknowledgedSignal()
    {
        var signal = await _reporter.SubmitsASignal();
        await _manager.Open($"{signal}/oppakken");
        await _manager.Fill("Een persoonlijk bericht", "Ik kijk ernaar.").SendsAfterPreview();
        return signal;
    }
}
