using System.Net;
using SignaalPortaal.Application.Absences;
using SignaalPortaal.Application.Organisations;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Anonymity;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Signals;

/// <summary>What people remember of a signal finds it for who holds it, and for nobody else.</summary>
public sealed class SearchTests(Portal portal) : IClassFixture<Portal>
{
    private const string Words =
        "De parkeervergunning van D’Hondt ligt stil: zaak 2026-0012345, over de één-op-één brief. Volgens de café-eigenaar loopt € 12.345 gevaar.";

    [Theory]
    [InlineData("vergunning")]
    [InlineData("parkeervergunningen")]
    [InlineData("D'Hondt")]
    [InlineData("d’hondt")]
    [InlineData("dhondt")]
    [InlineData("0012345")]
    [InlineData("2026-0012345")]
    [InlineData("2026–0012345")]
    [InlineData("brieven")]
    [InlineData("brief")]
    [InlineData("BRIEF vergunning")]
    [InlineData("een op een")]
    [InlineData("één-op-één")]
    [InlineData("cafe")]
    [InlineData("CAFÉ")]
    [InlineData("zaken")]
    [InlineData("12345")]
    [InlineData("12.345")]
    [InlineData("  vergunning \t stil ")]
    [InlineData("“parkeervergunning”")]
    [InlineData("(vergunning")]
    [InlineData("omweg")]
    [InlineData("Zita")]
    [InlineData("zuid zita")]
    public async Task A_part_of_what_was_written_finds_it(string typed)
    {
        var reference = await Raises();

        (await Finds(typed)).ShouldContain(Reference.Show(reference));
    }

    [Theory]
    [InlineData("verguning")]
    [InlineData("vergunning trein")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\\")]
    [InlineData("vergunning' or 1=1 --")]
    [InlineData(".*")]
    [InlineData("verg.nning")]
    public async Task What_is_not_in_it_does_not(string typed)
    {
        await Raises();

        (await Finds(typed)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reference_finds_one_signal_however_it_is_written()
    {
        await Raises();
        var reference = await Raises();
        var shown = Reference.Show(reference);
        string[] spellings =
        [
            reference, shown, shown.ToLowerInvariant(), shown.Replace('-', '‑'), shown.Replace("-", " – "), shown.Replace('-', '—'), shown.Replace('-', '−'), $" {shown} ",
            shown.Replace('0', 'o').Replace('1', 'l'), shown.Replace('0', 'O').Replace('1', 'i'),
        ];

        foreach (var spelling in spellings)
        {
            (await Finds(spelling)).ShouldBe([shown], spelling);
        }
    }

    [Fact]
    public async Task A_name_finds_nothing_that_was_raised_without_it_and_changes_no_count()
    {
        await portal.HasAnAdviser();
        var confidential = (await portal.Send(
            new SubmitSignal { Disclosure = Disclosure.Confidential, Kind = SignalKind.Bottleneck, Subject = "Vlinderdas", OwnWords = "Mijn naam is weg.", ReceiptKey = Nameless.NewKey() },
            portal.Cast.Reporter)).Reference;
        var anonymous = (await portal.Nameless().Raises(Nameless.Form(portal.Cast.Units["AFDELING"]))).Reference;
        var named = await portal.Raises(portal.Cast.Reporter, forUnit: portal.Cast.Units["AFDELING"]);
        await portal.Database.Scalar<int>("update signals set hidden_until = null");

        (await Finds("Rosa Melder", portal.Cast.HeadOfDepartment)).ShouldBe([Reference.Show(named)]);
        (await Finds("vlinderdas", portal.Cast.HeadOfDepartment)).ShouldBeEmpty();
        foreach (var nameless in new[] { confidential, anonymous })
        {
            (await Finds(nameless, portal.Cast.HeadOfDepartment)).ShouldBe([Reference.Show(nameless)]);
        }

        (await Counts("Rosa Melder")).ShouldBe(await Counts("vlinderdas"));
        (await portal.Database.Scalar<long>("select count(*) from signal_search f join signals s on s.id = f.signal_id where s.reporter_id is null and words <> ''")).ShouldBe(0);
    }

    [Fact]
    public async Task A_new_name_finds_what_was_raised_under_the_old_one()
    {
        var reference = await portal.Raises(portal.Cast.HumanResources);
        await portal.Database.Scalar<int>($"update people set name = 'Hân van ''t Nieuwland' where id = '{portal.Cast.HumanResources}'");

        (await Finds("han nieuwland")).ShouldBe([Reference.Show(reference)]);
        (await Finds("Han Personeel")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_sealed_is_found_by_its_reference_and_not_by_its_words()
    {
        var reference = await portal.Raises(portal.Cast.Reporter, SignalKind.UndesirableBehaviour);

        (await Finds(reference, portal.Cast.ConfidentialAdviser)).ShouldBe([Reference.Show(reference)]);
        (await Finds("burgers bellen", portal.Cast.ConfidentialAdviser)).ShouldBeEmpty();
        (await portal.Database.Scalar<string>($"select words from signal_search f join signals s on s.id = f.signal_id where reference = '{reference}'")).ShouldBe("rosa melder");
    }

    [Fact]
    public async Task Who_passed_it_on_still_finds_it_there_and_who_never_had_it_does_not()
    {
        var reference = await Raises();
        await portal.Does(portal.Cast.TeamLeadOfTheSouth, reference, new EscalateSignal { Reason = "Te groot voor ons.", Advice = "Haal de vergunning weg." });

        (await Finds(reference, portal.Cast.TeamLeadOfTheSouth)).ShouldBeEmpty();
        (await Finds(reference, portal.Cast.TeamLeadOfTheSouth, "doorgezet")).ShouldBe([Reference.Show(reference)]);
        (await Finds("vergunning", portal.Cast.TeamLeadOfTheSouth, "doorgezet")).ShouldBe([Reference.Show(reference)]);
        (await Finds("vergunning", portal.Cast.HeadOfDepartment)).ShouldContain(Reference.Show(reference));
        foreach (var list in new[] { "alle", "doorgezet", "Closed" })
        {
            (await Finds(reference, portal.Cast.TeamLead, list)).ShouldBeEmpty();
            (await Finds(reference, portal.Cast.ConfidentialAdviser, list)).ShouldBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Whatever_is_typed_breaks_no_search(string typed)
    {
        var manager = portal.As(portal.Cast.TeamLeadOfTheSouth);
        foreach (var address in new[] { "/werkvoorraad?staat=alle&zoek=", "/werkvoorraad?staat=doorgezet&zoek=", "/inloggen?zoek=" })
        {
            await manager.Open(address + Uri.EscapeDataString(typed));
            manager.Status.ShouldBe(HttpStatusCode.OK, address);
        }

        await portal.Send(new FindPeople(typed, null), portal.Cast.TeamLead);
        await portal.Send(new FindUnits(typed, null, WithHelpTeams: true), portal.Cast.TeamLead);
    }

    public static TheoryData<string> Hostile() =>
    [
        new string('a', 99) + "😀", new string('a', 98) + "e\u0301\u0301", new string('a', 10_000), new string('%', 10_000), new string(' ', 500), "\0", "a\0b", "%", "_", "\\", "\\\\", "'", "''",
        "\"", "((((", "[", "*", "+?{9,}", "|", "a|b", "|||", "$$", "\\y", "(?i)a", "&!:*", "😀", "\u0301", "ﬃ", "\u202eabc", "\u200b", "K7QM-3XWD\0", "a b c d e f g h i j k l m n o p q r s t u v w x y z",
        "ı İ ß", "\uffff",
    ];

    [Fact]
    public async Task Where_nothing_is_found_the_page_says_what_was_searched_and_what_can_be_done()
    {
        await Raises();

        var manager = await portal.As(portal.Cast.TeamLeadOfTheSouth).Open("/werkvoorraad?staat=alle&soort=Bottleneck&zoek=vlinderdas");

        manager.Text.ShouldContain("Wat je zocht, staat niet in de lijst ‘Alles wat openstaat’.");
        manager.Text.ShouldContain("daar zoeken wij niet in de tekst");
        await manager.Open(manager.Page.QuerySelector(".sp-stack li:last-child a")!.GetAttribute("href")!);
        manager.Location.Query.ShouldBe("?staat=doorgezet&zoek=vlinderdas");
    }

    [Theory]
    [InlineData("marielle")]
    [InlineData("Mariëlle")]
    [InlineData("marielle  hof")]
    [InlineData("hof mariëlle")]
    [InlineData("Mariëlle van 't Hof")]
    [InlineData("Mariëlle van ’t  Hof")]
    [InlineData("hof, marielle van t")]
    [InlineData("mevr. Van der Hof")]
    [InlineData("'t hof")]
    public async Task A_person_is_found_as_people_write_a_name(string typed)
    {
        await portal.Database.Scalar<int>($"update people set name = 'Mariëlle van ''t Hof' where id = '{portal.Cast.Union}'");

        (await portal.Send(new FindPeople(typed, null), portal.Cast.Reporter)).Items.Select(person => person.Id).ShouldBe([portal.Cast.Union]);
    }

    [Theory]
    [InlineData("toekenning")]
    [InlineData("Toekénning  afdeling")]
    [InlineData("toekenningen")]
    public async Task A_unit_is_found_as_people_write_its_name(string typed) =>
        (await portal.Send(new FindUnits(typed, null, WithHelpTeams: false), portal.Cast.Reporter)).Items.ShouldHaveSingleItem().Name.ShouldBe("Afdeling Toekenning");

    [Fact]
    public async Task Where_there_are_more_than_fit_the_form_says_so()
    {
        await portal.Database.Scalar<int>($"""
            insert into units (organisation_id, id, parent_id, code, name, layer, kind)
            select organisation_id, gen_random_uuid(), id, 'VEEL-' || n, 'Bureau Overvloed ' || n, 'team', 'Line' from units, generate_series(1, 13) n where code = 'AFDELING'
            """);
        var reporter = await portal.As(portal.Cast.Reporter).Open("/signalen/nieuw");

        await reporter.Fill("Zoek een onderdeel op naam", "overvloed").Press("Zoek");

        reporter.Text.ShouldContain("Dit zijn de eerste 12. Er zijn er meer: typ meer van de naam.");
        await reporter.Fill("Zoek een onderdeel op naam", "overvloed 13").Press("Zoek");
        reporter.Text.ShouldNotContain("Er zijn er meer");
    }

    private async Task<string> Raises() =>
        (await portal.Send(
            new SubmitSignal { Kind = SignalKind.Bottleneck, Subject = "Vergunning kwijt", OwnWords = Words, Workaround = "Wij nemen een omweg." },
            portal.Cast.ColleagueInTheSouth)).Reference;

    private Task<List<string>> Finds(string typed) => Finds(typed, portal.Cast.TeamLeadOfTheSouth);

    private async Task<List<string>> Finds(string typed, Guid person, string list = "alle")
    {
        var visitor = await portal.As(person).Open($"/werkvoorraad?staat={list}&zoek={Uri.EscapeDataString(typed)}");
        visitor.Status.ShouldBe(HttpStatusCode.OK);
        return [.. visitor.Page.QuerySelectorAll(".sp-queue__meta .sp-num").Select(reference => reference.TextContent)];
    }

    private async Task<List<int>> Counts(string typed)
    {
        var visitor = await portal.As(portal.Cast.HeadOfDepartment).Open($"/werkvoorraad?staat=alle&zoek={Uri.EscapeDataString(typed)}");
        return [.. visitor.Page.QuerySelectorAll(".sp-tabs .sp-n").Select(count => int.Parse(count.TextContent))];
    }
}
