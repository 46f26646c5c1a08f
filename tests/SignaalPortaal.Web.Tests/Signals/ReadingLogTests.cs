using AngleSharp.Dom;
using SignaalPortaal.Web.Tests.Anonymity;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Signals;

/// <summary>The reporter reads who opened the signal, and on which day.</summary>
public sealed class ReadingLogTests(Portal portal) : IClassFixture<Portal>
{
    private readonly Visitor _reporter = portal.As(portal.Cast.Reporter);

    [Fact]
    public async Task Each_person_is_one_line_a_day_however_often_the_signal_is_opened()
    {
        var signal = await _reporter.SubmitsASignal();
        var firstDay = portal.Today;
        await portal.As(portal.Cast.TeamLead).Open(signal);
        await portal.As(portal.Cast.TeamLead).Open(signal);
        await portal.As(portal.Cast.Deputy).Open(signal);

        portal.Clock.AdvanceDays(1);
        await portal.As(portal.Cast.TeamLead).Open(signal);

        (await Lines(signal)).ShouldBe(
        [
            $"Tess Teamleider, teamleider {firstDay.AddDays(1).InDutch()}",
            $"Pim Plaatsvervanger, medewerker {firstDay.InDutch()}",
            $"Tess Teamleider, teamleider {firstDay.InDutch()}",
        ]);
    }

    [Fact]
    public async Task What_the_reporter_opens_is_no_line()
    {
        var signal = await _reporter.SubmitsASignal();

        await _reporter.Open(signal);
        await _reporter.Open($"{signal}/aanvullen");

        (await Lines(signal)).ShouldBeEmpty();
        _reporter.Text.ShouldContain("Nog niemand anders dan jij.");
    }

    [Theory]
    [InlineData("/antwoord")]
    [InlineData("/oppakken")]
    [InlineData("/reactie")]
    [InlineData("/antwoord?handler=Preview")]
    public async Task A_page_to_act_on_it_is_opening_it_too(string page)
    {
        var signal = await _reporter.SubmitsASignal();
        var manager = await portal.Caller(portal.Cast.TeamLead);

        using var response = page.Contains('?', StringComparison.Ordinal) ? await manager.Post(signal + page, []) : await manager.Get(signal + page);

        (await Lines(signal)).ShouldHaveSingleItem().ShouldStartWith("Tess Teamleider");
    }

    [Fact]
    public async Task Who_reads_it_in_the_list_of_what_came_up_has_opened_it()
    {
        var signal = await _reporter.SubmitsASignal();
        await portal.As(portal.Cast.TeamLead).Escalates(signal);

        await portal.As(portal.Cast.HeadOfDepartment).Open("/directie");

        (await Lines(signal)).Select(line => line.Split(',')[0]).ShouldBe(["Aad Afdeling", "Tess Teamleider"]);
    }

    [Fact]
    public async Task Who_may_not_see_it_leaves_no_line()
    {
        var signal = await _reporter.SubmitsASignal();

        await portal.As(portal.Cast.Colleague).Open(signal);
        await portal.As(portal.Cast.HeadOfDepartment).Open("/directie");
        await portal.As(portal.Cast.TeamLead).Open("/werkvoorraad?staat=alle");

        (await Lines(signal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_but_the_reporter_reads_who_read_it()
    {
        var signal = await _reporter.SubmitsASignal();
        await portal.As(portal.Cast.Deputy).Open(signal);

        var manager = await portal.As(portal.Cast.TeamLead).Open(signal);

        manager.Text.ShouldNotContain("Wie heeft dit gelezen?");
        manager.Text.ShouldNotContain("Pim Plaatsvervanger");
    }

    /// <summary>So whoever has the code sees that somebody else has it too.</summary>
    [Fact]
    public async Task Each_day_on_which_the_code_was_used_is_a_line()
    {
        var reporter = await portal.Nameless().Raises(Nameless.Form(portal.Cast.Units["TEAM"]));
        await reporter.Follows();
        var firstDay = portal.Today;
        portal.Clock.AdvanceDays(1);
        await reporter.Follows();

        await reporter.Follows();

        Lines(reporter.Page).ShouldBe([$"Met de volgcode {firstDay.AddDays(1).InDutch()}", $"Met de volgcode {firstDay.InDutch()}"]);
    }

    private async Task<IReadOnlyList<string>> Lines(string signal)
    {
        await _reporter.Open(signal);
        return Lines(_reporter.Page);
    }

    private static IReadOnlyList<string> Lines(IDocument page)
    {
        var card = page.QuerySelectorAll("aside .sp-card")
            .Single(card => card.QuerySelector("h2")?.TextContent == "Wie heeft dit gelezen?");
        return [.. card.QuerySelectorAll("li").Select(line =>
            string.Join(' ', line.ChildNodes.Select(part => part.TextContent.Trim()).Where(text => text.Length > 0)))];
    }
}
