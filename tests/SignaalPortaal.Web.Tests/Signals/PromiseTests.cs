using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Signals;

public sealed class PromiseTests(Portal portal) : IClassFixture<Portal>
{
    private const string HowToSee = "Waaraan kan iemand zien dat het klaar is?";
    private const string NewDay = "Wat wordt de nieuwe dag?";
    private const string Why = "Waarom lukt het niet op tijd?";

    private readonly Visitor _reporter = portal.As(portal.Cast.Reporter);
    private readonly Visitor _manager = portal.As(portal.Cast.TeamLead);

    [Fact]
    public async Task The_reporter_has_the_last_word_on_a_promise()
    {
        var signal = await PromisedSignal();
        await Reports(signal);

        await _reporter.Open(signal);
        _reporter.Text.ShouldContain("Kijk op de site.");
        await _reporter.Follow("Is het gedaan?");
        await _reporter.Choose("Ja, nagekomen").Press("Verstuur");

        _reporter.ShouldBeBackAt(signal);
        _reporter.EventCalled("De melder over de toezegging: ja, nagekomen").ShouldContain("door jou");
        await _manager.Open(signal);
        _manager.Text.ShouldContain("Toezegging nagekomen");
        _manager.Offers("Meld dat het klaar is").ShouldBeFalse();
    }

    [Fact]
    public async Task A_promise_that_is_not_kept_is_open_again_and_counted()
    {
        var signal = await PromisedSignal();
        await Reports(signal);
        await _reporter.Open(signal);
        await _reporter.Follow("Is het gedaan?");

        await _reporter.Choose("Nee, niet nagekomen").Press("Verstuur");
        _reporter.ShouldBeAskedFor("Input_JudgementText");
        await _reporter.Fill("Vertel wat er nog niet goed is", "Er staat nog de oude brief.").Press("Verstuur");

        _reporter.Text.ShouldContain("1 keer niet nagekomen volgens de melder.");
        await _manager.Open(signal);
        _manager.Text.ShouldContain("Er staat nog de oude brief.");
        _manager.Offers("Meld dat het klaar is").ShouldBeTrue();
    }

    [Fact]
    public async Task Another_day_has_a_reason_that_the_reporter_reads_and_is_counted()
    {
        var signal = await PromisedSignal();
        await _manager.Open(signal);
        await _manager.Follow("Kies een andere dag");

        await _manager.Fill(NewDay, "2026-12-15").Fill(Why, "De drukker is dicht.").SendsAfterPreview();

        await _reporter.Open(signal);
        _reporter.EventCalled("Toezegging uitgesteld").ShouldContain(
            "Van dinsdag 1 december 2026 naar dinsdag 15 december 2026. De drukker is dicht.");
        _reporter.Text.ShouldContain("1 keer uitgesteld.");
    }

    [Fact]
    public async Task A_promise_moves_to_a_later_day_only()
    {
        var signal = await PromisedSignal();
        await _manager.Open(signal);
        await _manager.Follow("Kies een andere dag");

        await _manager.Fill(NewDay, "2026-11-30").Fill(Why, "Eerder klaar.").Press("Bekijk hoe de melder dit leest");

        _manager.ShouldReadTheRule(SignalRule.APromiseMovesToALaterDay);
        _manager.Text.ShouldContain("Wij herschrijven de brief.");
        _manager.ValueOf(Why).ShouldBe("Eerder klaar.");
    }

    [Theory]
    [InlineData("Meld dat het klaar is", "Input_HowToSee")]
    [InlineData("Kies een andere dag", "Input_NewDate", "Input_Reason")]
    public async Task An_empty_form_of_the_owner_comes_back(string link, params string[] fields)
    {
        var signal = await PromisedSignal();
        await _manager.Open(signal);
        await _manager.Follow(link);

        await _manager.Press("Bekijk hoe de melder dit leest");

        _manager.ShouldBeAskedFor(fields);
    }

    [Fact]
    public async Task Without_a_judgement_the_form_comes_back()
    {
        var signal = await PromisedSignal();
        await Reports(signal);
        await _reporter.Open(signal);
        await _reporter.Follow("Is het gedaan?");

        await _reporter.Press("Verstuur");

        _reporter.ShouldBeAskedFor("Input_Judgement");
    }

    [Fact]
    public async Task A_promise_goes_on_when_the_signal_is_closed()
    {
        var signal = await PromisedSignal();
        await _reporter.Open(signal);
        await _reporter.Follow("Ik begrijp het");
        await _reporter.Press("Verstuur");

        await Reports(signal);

        _manager.ShouldBeBackAt(signal);
    }

    private async Task<string> PromisedSignal()
    {
        var signal = await _reporter.SubmitsASignal();
        await _manager.Adopts(signal);
        return signal;
    }

    private async Task Reports(string signal)
    {
        await _manager.Open(signal);
        await _manager.Follow("Meld dat het klaar is");
        await _manager.Fill(HowToSee, "Kijk op de site.").SendsAfterPreview();
    }
}
