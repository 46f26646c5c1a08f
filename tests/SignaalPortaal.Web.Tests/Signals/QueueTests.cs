using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Signals;

public sealed class QueueTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Page_after_page_shows_each_signal_once_the_first_day_first_also_when_some_are_handled_meanwhile()
    {
        var references = new List<string>();
        for (var count = 0; count < 30; count++)
        {
            var kind = count % 3 == 0 ? SignalKind.Question : SignalKind.Bottleneck;
            references.Add(await portal.Raises(portal.Cast.Reporter, kind, forUnit: portal.Cast.Units["HULP"]));
        }

        var helper = await portal.As(portal.Cast.HelpTeamLead).Open("/werkvoorraad?staat=alle");
        var first = Shown(helper);
        await portal.Does(portal.Cast.HelpTeamLead, first[0].ToReference(), new AcknowledgeSignal { Line = "Ja.", ExpectedOn = portal.Today });
        await helper.Follow("Volgende");
        var second = Shown(helper);

        first.Count.ShouldBe(GetQueue.PageSize);
        first.Concat(second).Select(VisitorChecks.ToReference).ShouldBe(references, ignoreOrder: true);
        helper.Offers("Volgende").ShouldBeFalse();
    }

    [Fact]
    public async Task Whoever_comes_back_without_a_filter_finds_the_last_one_but_not_the_last_search()
    {
        await portal.Raises(portal.Cast.Reporter);
        var manager = await portal.As(portal.Cast.TeamLead).Open("/werkvoorraad?staat=New&soort=Idea&zoek=brief");

        await manager.Open("/werkvoorraad");

        manager.Location.PathAndQuery.ShouldBe("/werkvoorraad?staat=New&soort=Idea");
        manager.Page.QuerySelector("#soort option[selected]")!.GetAttribute("value").ShouldBe("Idea");
    }

    [Fact]
    public async Task A_filter_shows_only_what_it_says()
    {
        await portal.Raises(portal.Cast.ColleagueInTheSouth, SignalKind.Idea);
        await portal.Raises(portal.Cast.ColleagueInTheSouth, SignalKind.Mistake);
        var manager = portal.As(portal.Cast.TeamLeadOfTheSouth);

        Shown(await manager.Open("/werkvoorraad?staat=alle&soort=Mistake")).ShouldHaveSingleItem();
        Shown(await manager.Open("/werkvoorraad?staat=alle&soort=Mistake&risico=High")).ShouldBeEmpty();
        Shown(await manager.Open("/werkvoorraad?staat=InProgress")).ShouldBeEmpty();
        Shown(await manager.Open($"/werkvoorraad?staat=alle&onderdeel={portal.Cast.Units["TEAM"]}")).ShouldBeEmpty();
        Shown(await manager.Open("/werkvoorraad?staat=alle&zoek=burger")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Each_list_says_what_is_in_it_and_what_is_late_is_counted_where_it_lies()
    {
        var reference = await portal.Raises(portal.Cast.ColleagueInTheSouth);
        await portal.Does(portal.Cast.TeamLeadOfTheSouth, reference, new EscalateSignal { Reason = "Te groot.", Advice = "Doen." });
        await portal.Database.Scalar<int>($"update signals set due_on = '{portal.Today.AddDays(-400):yyyy-MM-dd}' where reference = '{reference}'");

        var above = await portal.As(portal.Cast.HeadOfDepartment).Open("/werkvoorraad?staat=alle");
        above.Text.ShouldContain("Van alles wat bij jullie openstaat is 1 signaal te laat.");
        above.Text.ShouldContain("400 dagen te laat");
        above.Page.QuerySelector("caption")!.TextContent.ShouldBe("Signalen die bij jullie liggen, de eerste dag bovenaan");
        above.Text.ShouldContain(portal.Today.AddDays(-400).ToString("d MMMM yyyy", new System.Globalization.CultureInfo("nl-NL")));
        above.Text.ShouldContain("Verstuurd op 7 september");
        above.Text.ShouldNotContain("Verstuurd op 7 september 2026");

        var below = await portal.As(portal.Cast.TeamLeadOfTheSouth).Open("/werkvoorraad?staat=doorgezet");
        below.Text.ShouldContain("400 dagen te laat");
        below.Text.ShouldNotContain("niets te laat");
        below.Page.QuerySelector("caption")!.TextContent.ShouldBe("Signalen die jullie hadden en die nu bij een ander liggen of lagen, op nummer");
        (await below.Open("/werkvoorraad?staat=Closed")).Text.ShouldNotContain("niets te laat");
    }

    [Fact]
    public async Task Neither_a_search_nor_a_filter_nor_a_count_finds_what_others_hold()
    {
        await portal.Raises(portal.Cast.Reporter);
        var employee = portal.As(portal.Cast.Administrator);

        var unit = portal.Cast.Units["TEAM"];
        foreach (var filter in new[] { "staat=alle", "staat=doorgezet", "staat=Closed", "staat=alle&zoek=brief", $"staat=alle&onderdeel={unit}" })
        {
            await employee.Open($"/werkvoorraad?{filter}");
            Shown(employee).ShouldBeEmpty(filter);
            employee.Page.QuerySelectorAll(".sp-tabs .sp-n").Select(count => count.TextContent).ShouldAllBe(count => count == "0");
        }
    }

    [Fact]
    public async Task What_somebody_raised_is_never_in_the_own_queue_also_not_as_a_deputy()
    {
        await portal.Raises(portal.Cast.Deputy);

        var deputy = await portal.As(portal.Cast.Deputy).Open("/werkvoorraad?staat=alle");

        deputy.Text.ShouldNotContain("Pim Plaatsvervanger medewerker Brief");
        deputy.Page.QuerySelectorAll("td .sp-privacy").ShouldAllBe(reporter => reporter.TextContent != "Pim Plaatsvervanger");
    }

    private static List<string> Shown(Visitor visitor) =>
        [.. visitor.Page.QuerySelectorAll(".sp-queue__title").Select(link => new Uri(link.GetAttribute("href")!, UriKind.Relative).OriginalString)];
}
