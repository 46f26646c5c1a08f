using SignaalPortaal.Application.Publications;
using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Tests.Publications;

/// <summary>A publication keeps the themes that there were: one that comes later is new on the page, and nothing in the quarters before it.</summary>
public sealed class NewCategoryTests
{
    [Fact]
    public async Task A_theme_that_was_not_there_in_four_quarters_is_new_in_the_fifth()
    {
        await using var portal = new Portal();
        await portal.InitializeAsync();
        var organisation = await portal.Database.Scalar<Guid>($"select organisation_id from people where id = '{portal.Cast.Union}'");
        var published = FiveQuarters();
        byte[]? hash = null;
        foreach (var quarter in published)
        {
            var row = Publication.Of(organisation, quarter, quarter.Quarter.Next.FirstDay, hash);
            hash = row.Hash;
            await portal.Database.Scalar<int>($"""
                insert into publications values ('{organisation}', '{row.Quarter:yyyy-MM-dd}', '{row.MadeOn:yyyy-MM-dd}', '{row.Content}',
                    decode('{Convert.ToHexString(row.PreviousHash)}', 'hex'), decode('{Convert.ToHexString(row.Hash)}', 'hex'));
                select 1
                """);
        }

        FeasibleIntervals.Findings(published).ShouldBeEmpty();
        var page = (await portal.As(portal.Cast.Union).Open("/publicaties")).Page;

        page.QuerySelector("figure[aria-labelledby=onderwerpen]")!.TextContent.ShouldContain(Theme.Workplace.Text);
        var added = page.QuerySelectorAll("figure[aria-labelledby=tijd] tbody tr").Single(row => row.TextContent.Contains(Theme.Workplace.Text, StringComparison.Ordinal));
        added.QuerySelectorAll("td").Select(cell => cell.TextContent).ShouldBe(["bestond nog niet", "bestond nog niet", "bestond nog niet", "bestond nog niet", "9"]);
        page.QuerySelector("figure[aria-labelledby=tijd] ul")!.TextContent.ShouldContain("nieuw vanaf kwartaal 2 van 2026");
        page.QuerySelectorAll("figure[aria-labelledby=tijd] tbody tr").Single(row => row.TextContent.Contains(Theme.Rules.Text, StringComparison.Ordinal))
            .QuerySelectorAll("td").Select(cell => cell.TextContent).ShouldBe(["20", "20", "20", "20", "20"]);
        (await portal.As(portal.Cast.Union).Open("/publicaties?kwartaal=2025-Q4")).Text.ShouldNotContain(Theme.Workplace.Text);
    }

    private static List<PublishedQuarter> FiveQuarters()
    {
        var unit = new PublishedUnit(Guid.NewGuid(), null, "Dienst", "dienst", 60);
        var before = PublishedLeaf.Now.ToDictionary(
            one => one.Key, one => one.Key is PublishedDimension.Theme ? [.. one.Value.Where(theme => theme != nameof(Theme.Workplace))] : one.Value);
        var published = new List<PublishedQuarter>();
        for (var quarter = new Quarter(2025, 2); published.Count < 5; quarter = quarter.Next)
        {
            var isLast = published.Count == 4;
            published.Add(QuarterMaker.Make(
                new QuarterFacts(quarter, new PublicationRules(), [unit], [.. Raised(Theme.Rules, 20), .. Raised(Theme.Systems, 12), .. Raised(Theme.Workplace, isLast ? 9 : 0)], [], [], [])
                {
                    Earlier = [.. published],
                    Categories = isLast ? PublishedLeaf.Now : before,
                }));
        }

        return published;

        IEnumerable<RaisedFact> Raised(Theme theme, int times) =>
            Enumerable.Range(0, times).Select(_ => new RaisedFact(unit.Id, theme, SignalKind.Idea, PublishedStatus.New, Guid.NewGuid()));
    }
}
