using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Signals;

public sealed class VerdictTests(Portal portal) : IClassFixture<Portal>
{
    private readonly Visitor _reporter = portal.As(portal.Cast.Reporter);
    private readonly Visitor _manager = portal.As(portal.Cast.TeamLead);

    [Fact]
    public async Task Understood_closes_the_signal()
    {
        var signal = await AnsweredSignal();

        await Judges("Ik begrijp het");

        _reporter.ShouldBeBackAt(signal);
        _reporter.Text.ShouldContain("Dit signaal is afgerond. De melder begrijpt het antwoord.");
        await _manager.Open(signal);
        _manager.EventCalled("De melder zegt: ik begrijp het").ShouldContain("Het signaal is afgerond.");
        _manager.Offers("Geef antwoord").ShouldBeFalse();
    }

    [Fact]
    public async Task Not_understood_returns_it_once_for_clearer_words_and_the_decision_stays()
    {
        var signal = await AnsweredSignal();
        await Judges("Ik begrijp het niet", "Welk budget?");

        await _manager.Open(signal);
        _manager.Text.ShouldContain("Welk budget?");
        await _manager.Follow("Leg het antwoord beter uit");
        await _manager.Fill("Het antwoord in gewone woorden", "Er is geen geld meer voor nieuwe brieven.").SendsAfterPreview();

        await _reporter.Open(signal);
        _reporter.EventCalled("Het antwoord in gewone woorden").ShouldContain("Er is geen geld meer voor nieuwe brieven.");
        _reporter.Page.QuerySelector(".sp-answer")!.TextContent.ShouldContain("Niet overgenomen");
        _reporter.Offers("Ik begrijp het niet").ShouldBeFalse();
        _reporter.Offers("Ik ben het er niet mee eens").ShouldBeTrue();
    }

    [Fact]
    public async Task Clearer_words_that_are_empty_come_back()
    {
        var signal = await AnsweredSignal();
        await Judges("Ik begrijp het niet", "Welk budget?");
        await _manager.Open($"{signal}/uitleg");

        await _manager.Press("Bekijk hoe de melder dit leest");

        _manager.ShouldBeAskedFor("Input_ClearerWords");
    }

    [Fact]
    public async Task Disagree_takes_it_to_a_layer_that_has_not_decided_with_both_texts_side_by_side()
    {
        var signal = await AnsweredSignal();

        await Judges("Ik ben het er niet mee eens", "Een andere brief kost niets.");

        _reporter.Text.ShouldContain("Doorgezet naar Afdeling Toekenning");
        var head = await portal.As(portal.Cast.HeadOfDepartment).Open(signal);
        var sides = head.Page.QuerySelector("#oneens")!.ParentElement!.TextContent;
        sides.ShouldContain("Hiervoor is dit jaar geen budget.");
        sides.ShouldContain("Een andere brief kost niets.");
        head.Offers("Geef antwoord").ShouldBeTrue();
    }

    [Fact]
    public async Task At_the_top_a_disagreement_closes_it_and_stays_visible()
    {
        var reporter = portal.As(portal.Cast.Director);
        var signal = await reporter.SubmitsASignal();
        var board = portal.As(portal.Cast.Board);
        await board.DoesNotAdopt(signal);
        await reporter.Open(signal);
        reporter.Text.ShouldContain("Er is geen laag hoger die nog niet besliste.");

        await reporter.Follow("Ik ben het er niet mee eens");
        await reporter.Fill("Vertel waarom", "Dit kan zo niet.").Press("Verstuur");

        reporter.Text.ShouldContain("De melder en de organisatie zijn het niet eens geworden.");
        await board.Open(signal);
        board.Text.ShouldContain("Dit kan zo niet.");
    }

    [Theory]
    [InlineData("Ik begrijp het niet")]
    [InlineData("Ik ben het er niet mee eens")]
    public async Task A_verdict_that_is_not_understood_or_disagree_is_explained(string verdict)
    {
        await AnsweredSignal();

        await Judges(verdict);

        _reporter.ShouldBeAskedFor("Input_VerdictText");
    }

    [Fact]
    public async Task Without_a_verdict_the_form_comes_back()
    {
        var signal = await AnsweredSignal();
        await _reporter.Open($"{signal}/oordeel");

        await _reporter.Fill("Vertel waarom", "Bewaar mij").Press("Verstuur");

        _reporter.ShouldBeAskedFor("Input_Verdict");
        _reporter.ValueOf("Vertel waarom").ShouldBe("Bewaar mij");
    }

    [Fact]
    public async Task A_second_request_for_clearer_words_is_refused_also_past_the_form()
    {
        var signal = await AnsweredSignal();
        await Judges("Ik begrijp het niet", "Welk budget?");
        await _manager.Open($"{signal}/uitleg");
        await _manager.Fill("Het antwoord in gewone woorden", "Er is geen geld.").SendsAfterPreview();
        var caller = await portal.Caller(portal.Cast.Reporter);

        using var response = await caller.Post($"{signal}/oordeel", new Dictionary<string, string>
        {
            ["Input.Verdict"] = "NotUnderstood",
            ["Input.VerdictText"] = "Nog eens?",
            ["Input.Seen"] = $"{await portal.VersionOf(signal.ToReference())}",
        });

        (await _reporter.Show(response)).ShouldReadTheRule(SignalRule.AnAnswerIsClarifiedOnce);
    }

    private async Task<string> AnsweredSignal()
    {
        var signal = await _reporter.SubmitsASignal();
        await _manager.DoesNotAdopt(signal);
        await _reporter.Open(signal);
        return signal;
    }

    private async Task Judges(string verdict, string why = "")
    {
        await _reporter.Follow(verdict);
        await _reporter.Fill("Vertel waarom", why).Press("Verstuur");
    }
}
