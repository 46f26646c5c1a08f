using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Signals;

public sealed class AskTests(Portal portal) : IClassFixture<Portal>
{
    private readonly Visitor _reporter = portal.As(portal.Cast.Reporter);
    private readonly Visitor _manager = portal.As(portal.Cast.TeamLead);

    [Fact]
    public async Task The_reporter_finds_the_question_replies_and_the_manager_goes_on()
    {
        var signal = await _reporter.SubmitsASignal();
        await Asks(signal, "Welke brief bedoel je?");

        await _reporter.Open("/");
        _reporter.Text.ShouldContain("wacht op jou");
        await _reporter.Open(signal);
        _reporter.Text.ShouldContain("Er is een vraag aan jou");
        await _reporter.Follow("Beantwoord de vraag");
        await _reporter.Fill("Jouw antwoord", "Die over terugbetalen.").Press("Verstuur");

        _reporter.ShouldBeBackAt(signal);
        await _manager.Open(signal);
        _manager.Text.ShouldContain("Die over terugbetalen.");
        _manager.Text.ShouldContain("Team Noord geeft uiterlijk");
    }

    [Fact]
    public async Task The_clock_of_the_unit_stands_still_until_the_reply()
    {
        var signal = await _reporter.SubmitsASignal();
        await Asks(signal, "Welke brief bedoel je?");
        var withoutTheQuestion = portal.Today.AddDays(28);

        portal.Clock.AdvanceDays(7);
        await _reporter.Open($"{signal}/reactie");
        await _reporter.Fill("Jouw antwoord", "Die over terugbetalen.").Press("Verstuur");

        _reporter.Text.ShouldContain($"Antwoord uiterlijk {withoutTheQuestion.AddDays(7).InDutch()}.");
    }

    [Fact]
    public async Task There_is_one_question_at_a_time()
    {
        var signal = await _reporter.SubmitsASignal();
        await _manager.Open($"{signal}/vraag");
        await portal.As(portal.Cast.Deputy).Asks(signal, "Welke brief bedoel je?");

        await _manager.Fill("Wat wil je weten?", "En sinds wanneer?").Press("Bekijk hoe de melder dit leest");
        _manager.ShouldReadTheRule(SignalRule.SomebodyElseWasFirst);
        _manager.Text.ShouldContain("Hierdoor kan wat je wilde doen niet meer.");
        _manager.ValueOf("Wat wil je weten?").ShouldBe("En sinds wanneer?");
    }

    [Fact]
    public async Task An_empty_question_or_reply_comes_back()
    {
        var signal = await _reporter.SubmitsASignal();
        await _manager.Open($"{signal}/vraag");
        await _manager.Press("Bekijk hoe de melder dit leest");
        _manager.ShouldBeAskedFor("Input_Question");
        await Asks(signal, "Welke brief bedoel je?");

        await _reporter.Open($"{signal}/reactie");
        await _reporter.Press("Verstuur");

        _reporter.ShouldBeAskedFor("Input_ReplyText");
        _reporter.Text.ShouldContain("Welke brief bedoel je?");
    }

    private Task Asks(string signal, string question) => _manager.Asks(signal, question);
}
