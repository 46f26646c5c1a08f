using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Signals;

public sealed class WithdrawTests(Portal portal) : IClassFixture<Portal>
{
    private readonly Visitor _reporter = portal.As(portal.Cast.Reporter);

    [Fact]
    public async Task Nobody_else_sees_it_from_then_on_and_the_reporter_still_does()
    {
        var signal = await _reporter.SubmitsASignal("Toch maar niet");
        var manager = portal.As(portal.Cast.TeamLead);
        (await manager.Sees(signal)).ShouldBeTrue();
        await _reporter.Open(signal);
        await _reporter.Follow("Trek je signaal in");

        await _reporter.Fill("Waarom trek je je signaal in?", "Het is al opgelost.").Press("Verstuur");

        _reporter.ShouldBeBackAt(signal);
        _reporter.EventCalled("Signaal ingetrokken").ShouldContain("Het is al opgelost.");
        _reporter.Text.ShouldContain("Dit signaal is ingetrokken. Niemand anders ziet het nog.");
        (await manager.Sees(signal)).ShouldBeFalse();
        foreach (var state in new[] { "alle", "Closed", "doorgezet" })
        {
            await manager.Open($"/werkvoorraad?staat={state}");
            manager.Text.ShouldNotContain("Toch maar niet");
        }
    }

    [Fact]
    public async Task It_is_not_counted_in_any_queue()
    {
        var manager = portal.As(portal.Cast.HelpTeamLead);
        var before = (await manager.Open("/werkvoorraad?staat=alle")).Text;
        var signal = await portal.Raises(portal.Cast.Reporter, forUnit: portal.Cast.Units["HULP"]);
        (await manager.Open("/werkvoorraad?staat=alle")).Text.ShouldNotBe(before);

        await _reporter.Open($"/signalen/{signal}/intrekken");
        await _reporter.Fill("Waarom trek je je signaal in?", "Het is al opgelost.").Press("Verstuur");

        (await manager.Open("/werkvoorraad?staat=alle")).Text.ShouldBe(before);
    }

    [Fact]
    public async Task Facts_are_added_until_it_is_closed()
    {
        var signal = await _reporter.SubmitsASignal();
        await _reporter.Open(signal);
        await _reporter.Follow("Voeg iets toe");
        await _reporter.Fill("Wat wil je toevoegen?", "Vandaag weer twee keer.").Press("Verstuur");
        _reporter.ShouldBeBackAt(signal);

        var manager = await portal.As(portal.Cast.TeamLead).Open(signal);
        manager.EventCalled("Feiten toegevoegd").ShouldContain("door Rosa Melder, melder Vandaag weer twee keer.");

        await _reporter.Follow("Trek je signaal in");
        await _reporter.Fill("Waarom trek je je signaal in?", "Het is al opgelost.").Press("Verstuur");
        _reporter.Offers("Voeg iets toe").ShouldBeFalse();
    }

    [Theory]
    [InlineData("intrekken", "Input_Reason")]
    [InlineData("aanvullen", "Input_Facts")]
    public async Task An_empty_text_comes_back(string page, string field)
    {
        var signal = await _reporter.SubmitsASignal();
        await _reporter.Open($"{signal}/{page}");

        await _reporter.Press("Verstuur");

        _reporter.ShouldBeAskedFor(field);
    }
}
