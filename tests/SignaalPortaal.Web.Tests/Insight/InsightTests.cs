using System.Net;
using System.Text.RegularExpressions;
using SignaalPortaal.Application.Insight;
using SignaalPortaal.Application.Publications;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Organisations;

namespace SignaalPortaal.Web.Tests.Insight;

public sealed partial class InsightTests : ReloadTest
{
    [Fact]
    public async Task Who_acts_for_a_unit_with_others_below_it_sees_that_part_and_nobody_another()
    {
        var director = await Portal.As(Cast.Director).Open(InsightSteps.Page);
        director.Text.ShouldContain("Inzicht: Directie Uitvoering");
        director.Page.QuerySelectorAll("nav a").ShouldContain(link => link.GetAttribute("href") == InsightSteps.Page);
        (await Portal.As(Cast.DeputyDirector).Open($"{InsightSteps.Page}?onderdeel={Cast.Units["DIRECTIE"]}")).Status.ShouldBe(HttpStatusCode.OK);

        foreach (var (person, part) in new[] { (Cast.Director, "BESTUUR"), (Cast.Director, "AFDELING"), (Cast.HeadOfDepartment, "DIRECTIE"), (Cast.TeamLead, "TEAM") })
        {
            (await Portal.As(person).Open($"{InsightSteps.Page}?onderdeel={Cast.Units[part]}")).Status.ShouldBe(HttpStatusCode.NotFound, $"{part}");
        }

        (await Portal.As(Cast.TeamLead).Open(InsightSteps.Page)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Portal.As(Cast.Stranger).Open($"{InsightSteps.Page}?onderdeel={Cast.Units["DIRECTIE"]}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>Beside each other a part and a part of it would be a third: what is in one and not in the other.</summary>
    [Fact]
    public async Task Who_acts_for_a_unit_and_for_one_above_it_chooses_among_the_highest()
    {
        await Portal.Reloads(Cast.UnitFile
            .With("AFDELING,Afdeling Toekenning,afdeling,Line,DIRECTIE,40,")
            .With("STAF,Directie Staf,directie,Line,BESTUUR,40,") + "\nBUREAU,Bureau,team,Line,STAF,,");

        var choices = (await Portal.Send(new GetInsight(null), Cast.Director)).Choices;

        choices.Select(choice => choice.Name).ShouldBe(["Directie Staf", "Directie Uitvoering"]);
        var staff = await Portal.As(Cast.Director).Open($"{InsightSteps.Page}?onderdeel={choices[0].Id}");
        staff.Text.ShouldContain("In dit onderdeel werken minder dan 10 mensen.");
        staff.Page.QuerySelectorAll("figure").ShouldBeEmpty();
    }

    [Fact]
    public async Task With_too_few_signals_each_figure_says_so()
    {
        for (var count = 0; count < 4; count++)
        {
            await Portal.Refuses(Cast.TeamLead, await Portal.Raises(Cast.Reporter, SignalKind.Risk));
        }

        var director = await Portal.As(Cast.Director).Open(InsightSteps.Page);

        director.Page.QuerySelectorAll("figure").Length.ShouldBe(9);
        director.Page.QuerySelectorAll("figure svg rect").ShouldBeEmpty();
        director.Text.ShouldContain("Dit gaat nu over te weinig signalen.");
    }

    [Fact]
    public async Task What_is_about_the_viewer_raised_by_the_viewer_or_for_the_desk_is_in_no_count()
    {
        await Portal.Raises(Cast.Reporter);
        await Portal.Raises(Cast.Reporter, SignalKind.UndesirableBehaviour);
        await Portal.Raises(Cast.DeputyDirector);
        var (hidden, aboutTheDeputy) = (await Portal.Raises(Cast.Colleague), await Portal.Raises(Cast.Colleague));
        await Portal.Database.Scalar<int>($"update signals set hidden_until = now() + interval '1 year' where reference = '{hidden}'");
        await Portal.Database.Scalar<int>($"insert into signal_conflicts select organisation_id, id, '{Cast.DeputyDirector}' from signals where reference = '{aboutTheDeputy}'");

        // The same for both: what they put together does not tell the deputy of the one about the deputy.
        (await Waiting(Cast.Director)).ShouldBe(1);
        (await Waiting(Cast.DeputyDirector)).ShouldBe(1);

        async Task<int> Waiting(Guid viewer) => (await Portal.CellsOf(viewer, Cast.Units["DIRECTIE"])).Where(cell => cell.Figure == "Waiting").Sum(cell => cell.Count);
    }

    [Fact]
    public async Task In_which_units_nothing_was_raised_changes_only_when_a_quarter_begins()
    {
        await Portal.Raises(Cast.Reporter);
        (await Units()).ShouldBeEmpty();

        Portal.Clock.AdvanceDays(24);

        (await Units()).ShouldBe([$"{Cast.Units["TEAM"]}"]);

        async Task<List<string?>> Units() =>
            [.. (await Portal.CellsOf(Cast.Director, Cast.Units["DIRECTIE"])).Where(cell => cell.Figure == "Raised").Select(cell => cell.A)];
    }

    [Fact]
    public async Task Each_count_is_that_of_somebody_who_counts_the_events_anew()
    {
        await Course.Of(Portal).Take(48);

        var cells = await Portal.CellsOf(Cast.Board, Cast.Units["BESTUUR"]);

        var recounted = await Recount.Of(Portal);
        foreach (var figure in recounted.Keys)
        {
            cells.Where(cell => cell.Figure == figure && cell.Count > 0).ToDictionary(cell => $"{cell.A} {cell.B} {cell.C}".Trim(), cell => cell.Count)
                .ShouldBe(recounted[figure], ignoreOrder: true, figure);
        }

        recounted.Values.ShouldAllBe(counts => counts.Count > 0);
    }

    [Fact]
    public async Task No_number_on_the_page_and_no_difference_of_two_is_one_to_four()
    {
        await Course.Of(Portal).Take(60);

        var board = await Portal.As(Cast.Board).Open(InsightSteps.Page);

        var shown = board.Page.QuerySelectorAll("figure td, figure .sp-bars__label .sp-small, figure summary").Select(cell => cell.TextContent.Trim())
            .Where(text => !text.EndsWith("van de 100", StringComparison.Ordinal)).ToList();
        var counts = shown.SelectMany(text => Number().Matches(text)).Select(number => int.Parse(number.Value)).ToList();
        counts.Count.ShouldBeGreaterThan(10);
        counts.ShouldAllBe(count => count % 5 == 0);
        shown.ShouldContain("minder dan 5");
    }

    [Fact]
    public async Task An_organisation_that_is_stricter_with_publications_is_so_here_at_once()
    {
        for (var count = 0; count < 6; count++)
        {
            await Portal.Raises(Cast.Reporter);
        }

        (await Waiting()).ShouldBe(5);
        await Portal.Send(new SetPublicationRules { SmallestCount = 7, FewestPeople = 10, FewestReporters = 3 }, Cast.Administrator);
        (await Waiting()).ShouldBe(0);
        await Portal.Send(new SetPublicationRules { SmallestCount = 7, FewestPeople = 1000, FewestReporters = 3 }, Cast.Administrator);
        (await Portal.Send(new GetInsight(null), Cast.Director)).Figures.ShouldBeNull();

        async Task<int> Waiting() => (await Portal.Send(new GetInsight(null), Cast.Director)).Figures!.Waiting.Sum(layer => layer.Total);
    }

    [Fact]
    public async Task A_figure_is_of_one_moment_for_an_hour_and_says_of_which()
    {
        (await Portal.As(Cast.Director).Open(InsightSteps.Page)).Text.ShouldContain("Stand van maandag 7 september 2026, 10.00 uur.");
        Portal.Clock.Advance(TimeSpan.FromMinutes(59));
        (await Portal.As(Cast.Director).Open(InsightSteps.Page)).Text.ShouldContain("10.00 uur.");
        Portal.Clock.Advance(TimeSpan.FromMinutes(2));
        (await Portal.As(Cast.Director).Open(InsightSteps.Page)).Text.ShouldContain("11.01 uur.");
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
