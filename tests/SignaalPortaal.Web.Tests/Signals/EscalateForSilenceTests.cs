using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Signals;

public sealed class EscalateForSilenceTests(Portal portal) : IClassFixture<Portal>
{
    private readonly Visitor _reporter = portal.As(portal.Cast.Reporter);

    [Fact]
    public async Task The_day_after_the_last_day_the_reporter_takes_it_up_and_everybody_reads_whose_day_was_missed()
    {
        var signal = await _reporter.SubmitsASignal();
        var lastDay = await LastDayOf(signal);
        portal.Clock.AdvanceDays(lastDay.DayNumber - portal.Today.DayNumber);
        await _reporter.Open(signal);
        _reporter.Offers("Zet het zelf door").ShouldBeFalse();

        portal.Clock.AdvanceDays(1);
        await _reporter.Open(signal);
        _reporter.Text.ShouldContain("Team Noord heeft niet op tijd gereageerd. Je kunt je signaal zelf doorzetten naar Afdeling Toekenning.");
        await _reporter.Follow("Zet het zelf door");
        await _reporter.Press("Verstuur");

        _reporter.ShouldBeBackAt(signal);
        foreach (var person in new[] { portal.Cast.Reporter, portal.Cast.TeamLead, portal.Cast.HeadOfDepartment })
        {
            var reader = await portal.As(person).Open(signal);
            reader.EventCalled("Doorgezet naar Afdeling Toekenning").ShouldContain(
                $"Team Noord reageerde niet op tijd. De laatste dag was {lastDay.InDutch()}.");
        }
    }

    [Fact]
    public async Task Before_the_day_has_passed_it_is_refused_also_past_the_page()
    {
        var signal = await _reporter.SubmitsASignal();
        var caller = await portal.Caller(portal.Cast.Reporter);

        using var response = await caller.Post(
            $"{signal}/te-laat", [KeyValuePair.Create("Input.Seen", $"{await portal.VersionOf(signal.ToReference())}")]);

        (await _reporter.Show(response)).ShouldReadTheRule(SignalRule.OnlyAMissedDateMovesASignalUp);
    }

    [Fact]
    public async Task While_it_is_the_turn_of_the_reporter_no_day_of_others_is_missed()
    {
        var signal = await _reporter.SubmitsASignal();
        await portal.As(portal.Cast.TeamLead).Asks(signal, "Welke brief?");

        portal.Clock.AdvanceDays(60);

        await _reporter.Open(signal);
        _reporter.Offers("Zet het zelf door").ShouldBeFalse();
    }

    [Fact]
    public async Task At_the_top_it_stays_and_is_visibly_late()
    {
        var reporter = portal.As(portal.Cast.Director);
        var signal = await reporter.SubmitsASignal("Niemand boven ons");

        portal.Clock.AdvanceDays(30);

        await reporter.Open(signal);
        reporter.Offers("Zet het zelf door").ShouldBeFalse();
        reporter.Text.ShouldContain("dagen te laat");
        var board = await portal.As(portal.Cast.Board).Open("/werkvoorraad?staat=alle");
        board.Page.QuerySelectorAll("tr.is-late").ShouldContain(row => row.TextContent.Contains("Niemand boven ons", StringComparison.Ordinal));
    }

    private Task<DateOnly> LastDayOf(string signal) =>
        portal.Database.Scalar<DateOnly>($"select due_on from signals where reference = '{signal.ToReference()}'");
}
