using System.Net;
using System.Text.Json;
using Npgsql;
using SignaalPortaal.Application.Publications;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Chain;
using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Publications;

public sealed class PublicationPageTests(FrozenTests.OneQuarter portal) : IClassFixture<FrozenTests.OneQuarter>
{
    private const string Page = "/publicaties";

    [Fact]
    public async Task Union_works_council_and_human_resources_read_the_same()
    {
        var union = (await portal.As(portal.Union).Open(Page)).Page.QuerySelector(".sp-grid-main")!.TextContent;

        union.ShouldContain("Collega’s stuurden 60 signalen.");
        union.ShouldContain("Waar gaan de signalen over?");
        union.ShouldNotContain("Niet te begrijpen.");
        (await portal.As(portal.WorksCouncil).Open(Page)).Page.QuerySelector(".sp-grid-main")!.TextContent.ShouldBe(union);
        (await portal.As(portal.HumanResources).Open(Page)).Page.QuerySelector(".sp-grid-main")!.TextContent.ShouldBe(union);
    }

    [Fact]
    public async Task For_anybody_else_it_does_not_exist()
    {
        foreach (var person in new[] { portal.Administrator, await portal.Person("lead TOP"), await portal.Person("desk"), await portal.Person("A1-1") })
        {
            foreach (var address in new[] { Page, "/publicaties/2026-Q3.csv", "/publicaties/2026-Q3.json", "/publicaties/naast-elkaar" })
            {
                (await portal.As(person).Open(address)).Status.ShouldBe(HttpStatusCode.NotFound);
            }
        }

        (await portal.As(portal.HumanResources).Open("/publicaties/naast-elkaar")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.As(portal.Union).Open("/beheer/publicaties")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Each_number_on_the_page_is_published()
    {
        var published = (await portal.Published()).Single();
        var page = (await portal.As(portal.Union).Open(Page)).Page;

        var themes = published.Tables.Single(table => table is { Measure: PublishedMeasure.Raised, Dimensions: [PublishedDimension.Theme] });
        page.QuerySelectorAll("figure[aria-labelledby=onderwerpen] .sp-bars strong").Select(number => int.Parse(number.TextContent))
            .ShouldBe(themes.Cells.Select(cell => cell.Count), ignoreOrder: true);
        var units = published.Tables.Single(table => table is { Measure: PublishedMeasure.Raised, Dimensions: [PublishedDimension.Unit] });
        var shown = page.QuerySelectorAll("figure[aria-labelledby=onderdelen] tbody tr td:last-child").Select(number => int.Parse(number.TextContent));
        units.Cells.Select(cell => cell.Count).Except(shown).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/publicaties?kwartaal=2026-Q2", HttpStatusCode.NotFound)]
    [InlineData("/publicaties?kwartaal=2026-Q5", HttpStatusCode.NotFound)]
    [InlineData("/publicaties?kwartaal=9999-Q4", HttpStatusCode.NotFound)]
    [InlineData("/publicaties?kwartaal=zomer", HttpStatusCode.NotFound)]
    [InlineData("/publicaties/2026-Q2.csv", HttpStatusCode.NotFound)]
    [InlineData("/publicaties/9999-Q4.json", HttpStatusCode.NotFound)]
    [InlineData("/publicaties?kwartaal=2026-Q3", HttpStatusCode.OK)]
    public async Task Only_what_is_published_can_be_chosen(string address, HttpStatusCode expected) =>
        (await portal.As(portal.Union).Open(address)).Status.ShouldBe(expected);

    [Fact]
    public async Task The_json_can_be_checked_with_the_hash_in_it()
    {
        var caller = await portal.Caller(portal.Union);
        using var answer = await caller.Get("/publicaties/2026-Q3.json");
        var text = await answer.Content.ReadAsStringAsync();

        using var json = JsonDocument.Parse(text);
        var content = json.RootElement.GetProperty("Content").GetRawText();
        var previous = Convert.FromHexString(json.RootElement.GetProperty("PreviousHash").GetString()!);
        Convert.ToHexStringLower(new CanonicalEncoding("SP-publication-v2").Add("previous", previous).Add("content", content).Hash()).ShouldBe(json.RootElement.GetProperty("Hash").GetString());
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task The_csv_has_a_row_for_each_number()
    {
        var caller = await portal.Caller(portal.WorksCouncil);
        using var answer = await caller.Get("/publicaties/2026-Q3.csv");
        var rows = (await answer.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        rows[0].ShouldBe("Kwartaal;Wat is geteld;Verdeeld naar;Samen genomen;En naar;Samen genomen (tweede);Aantal");
        rows[1].ShouldStartWith("2026-Q3;Signalen;;;;;60");
        rows.Length.ShouldBe(1 + (await portal.Published()).Single().Tables.Sum(table => table.Cells.Count));
    }

    [Fact]
    public async Task The_export_is_in_the_shape_that_others_judge()
    {
        var lines = await portal.SendAsPortal(new ExportPublications(PublishingPortal.Large));

        using var json = JsonDocument.Parse(lines.Single());
        json.RootElement.GetProperty("k").GetInt32().ShouldBe(5);
        json.RootElement.GetProperty("cells").GetArrayLength().ShouldBe((await portal.Published()).Single().Tables.Sum(table => table.Cells.Count));
        (await portal.SendAsPortal(new ExportPublications(null))).Count.ShouldBe(3);
        (await portal.SendAsPortal(new ExportPublications("Onbekend"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_organisation_of_which_nothing_is_safe_says_so()
    {
        await using var small = new Portal();
        await small.InitializeAsync();
        (await small.As(small.Cast.Union).Open(Page)).Text.ShouldContain("Er zijn nog geen cijfers.");

        await small.Raises(small.Cast.Reporter);
        small.Clock.AdvanceDays(40);
        await small.SendAsPortal(new MakePublications());

        var union = await small.As(small.Cast.Union).Open(Page);
        union.Text.ShouldContain("Over dit kwartaal laten we geen cijfers zien.");
        (await small.As(small.Cast.Union).Open("/publicaties/naast-elkaar")).Text.ShouldContain("Geen cijfers over dit kwartaal.");
        (await small.As(small.Cast.Union).Open("/publicaties/2026-Q3.csv")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_administrator_makes_the_rules_stricter_and_the_readers_see_what_when_and_by_whom()
    {
        await using var stricter = new PublishingPortal();
        await stricter.InitializeAsync();
        var administrator = await stricter.As(stricter.Administrator).Open("/beheer/publicaties");

        await administrator.Fill("Hoeveel signalen minstens in een getal?", "8").Press("Maak strenger");
        administrator.Text.ShouldContain("De regels zijn strenger.");
        await administrator.Fill("Hoeveel signalen minstens in een getal?", "7").Press("Maak strenger");
        administrator.Status.ShouldBe(HttpStatusCode.BadRequest);
        administrator.Text.ShouldContain("De regels voor cijfers worden alleen strenger.");
        await administrator.Fill("Hoeveel signalen minstens in een getal?", "4").Press("Maak strenger");
        administrator.Page.QuerySelector("#Input_SmallestCount")!.GetAttribute("aria-invalid").ShouldBe("true");

        await stricter.SomethingHappens(weeks: 1, signalsPerWeek: 60);
        await stricter.ItBecomes(new DateOnly(2026, 10, 1));
        await stricter.Publish();
        var union = await stricter.As(stricter.Union).Open(Page);
        union.Text.ShouldContain("maandag 7 september 2026: strenger gemaakt door Bo Beheer, beheerder. Minstens 8 signalen, 10 mensen en 3 melders.");
        (await stricter.Published()).Single().Rules.ShouldBe(new PublicationRules(8, 10, 3));
        (await stricter.Published()).Single().Tables.SelectMany(table => table.Cells).ShouldAllBe(cell => cell.Count == 0 || cell.Count >= 8);
    }

    [Theory]
    [InlineData(5, 10, 3)]
    [InlineData(5, 11, 3)]
    [InlineData(6, 10, 3)]
    [InlineData(7, 11, 2)]
    public async Task Nor_does_the_database_take_looser_rules(int signals, int people, int reporters)
    {
        await using var database = await TestDatabase.Create();
        await database.Scalar<int>(Insert(6, 11, 3));

        (await Should.ThrowAsync<PostgresException>(() => database.Scalar<int>(Insert(signals, people, reporters)))).SqlState.ShouldBe(PostgresErrorCodes.CheckViolation);

        static string Insert(int signals, int people, int reporters) =>
            $"insert into publication_rules select organisation_id, {signals}, {people}, {reporters}, date '2026-09-07', id from people where number = '82'; select 1";
    }

    [Fact]
    public async Task Somebody_who_is_no_administrator_changes_no_rules() =>
        await Should.ThrowAsync<SignalNotFoundException>(() => portal.Send(new SetPublicationRules { SmallestCount = 9, FewestPeople = 10, FewestReporters = 3 }, portal.Union));
}
