using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Signals;

public sealed class SubmitTests(Portal portal) : IClassFixture<Portal>
{
    private readonly Visitor _reporter = portal.As(portal.Cast.Reporter);

    [Fact]
    public async Task The_reporter_reads_who_has_it_now_and_by_when()
    {
        await _reporter.SubmitsASignal();

        _reporter.Text.ShouldContain("Je signaal is verstuurd");
        _reporter.Text.ShouldContain("Het ligt bij Team Noord (Tess Teamleider).");
        _reporter.Text.ShouldContain("Uiterlijk donderdag 10 september 2026");
        _reporter.Text.ShouldContain("Uiterlijk maandag 5 oktober 2026");
        await _reporter.Open("/mijn-signalen");
        _reporter.Text.ShouldContain("Brief is niet te begrijpen");
    }

    [Fact]
    public async Task Everything_that_was_filled_in_is_read_back_before_it_is_sent_and_comes_back_to_be_changed()
    {
        await _reporter.Open("/signalen/nieuw");
        await _reporter.Choose("Idee").Choose("Systemen en gegevens").Choose("Hoog").Fill("Waar gaat het over?", "Eén brief")
            .Fill("Wat zie je gebeuren?", "Eerste regel\nTweede regel").Fill("Welke wet, regel of welk systeem?", "Awb").Fill("Hoe gaat het echt?", "Anders").Press("Verder naar controleren");
        var readBack = _reporter.Page.QuerySelector("dl")!.TextContent;

        await _reporter.Press("Aanpassen");

        readBack.ShouldContain("Idee");
        readBack.ShouldContain("Systemen en gegevens");
        readBack.ShouldContain("Hoog");
        readBack.ShouldContain("Eerste regel\nTweede regel");
        readBack.ShouldContain("Awb");
        _reporter.ValueOf("Waar gaat het over?").ShouldBe("Eén brief");
        _reporter.ValueOf("Wat zie je gebeuren?").ShouldBe("Eerste regel\nTweede regel");
        _reporter.ValueOf("Welke wet, regel of welk systeem?").ShouldBe("Awb");
        _reporter.ValueOf("Hoe gaat het echt?").ShouldBe("Anders");
    }

    [Theory]
    [InlineData("Werkdruk en roosters", "Werkdruk en roosters")]
    [InlineData(null, "Niet ingevuld")]
    public async Task The_theme_may_be_left_out_and_stands_on_the_page(string? chosen, string shown)
    {
        await _reporter.Open("/signalen/nieuw");
        _reporter.Choose("Idee").Fill("Waar gaat het over?", "Een rooster").Fill("Wat zie je gebeuren?", "Te laat bekend.");
        if (chosen is not null)
        {
            _reporter.Choose(chosen);
        }

        await _reporter.Press("Verder naar controleren");
        await _reporter.Press("Verstuur je signaal");

        await _reporter.Open(_reporter.Page.QuerySelector("main a[href^='/signalen/']")!.GetAttribute("href")!);
        _reporter.Page.QuerySelectorAll("dt").Single(term => term.TextContent == "Onderwerp").NextElementSibling!.TextContent.ShouldBe(shown);
    }

    [Fact]
    public async Task A_signal_about_the_own_manager_skips_that_manager_and_the_deputy_never_sees_it_either()
    {
        var signal = await _reporter.SubmitsASignal(aboutMyManager: true);

        _reporter.Text.ShouldContain("Het ligt bij Afdeling Toekenning (Aad Afdeling).");
        (await portal.As(portal.Cast.HeadOfDepartment).Sees(signal)).ShouldBeTrue();
        (await portal.As(portal.Cast.TeamLead).Sees(signal)).ShouldBeFalse();
        (await portal.As(portal.Cast.Deputy).Sees(signal)).ShouldBeFalse();
    }

    [Fact]
    public async Task Whom_a_signal_is_about_does_not_see_it_either_as_the_deputy_of_a_unit_that_holds_it()
    {
        var signal = await _reporter.SubmitsASignal("Over mijn leidinggevende", aboutMyManager: true);
        await portal.Database.Scalar<int>($"""
            insert into mandates select organisation_id, id, '{portal.Cast.TeamLead}', 'Deputy' from units where code = 'AFDELING'
            """);
        var other = await portal.As(portal.Cast.EmployeeWithoutManager).SubmitsASignal("Over iets anders");
        var manager = portal.As(portal.Cast.TeamLead);

        (await manager.Sees(other)).ShouldBeTrue();
        (await manager.Sees(signal)).ShouldBeFalse();
        await manager.Open("/werkvoorraad?staat=alle");
        manager.Text.ShouldContain("Over iets anders");
        manager.Text.ShouldNotContain("Over mijn leidinggevende");
        manager.Page.QuerySelector(".sp-tabs .sp-n")!.TextContent.ShouldBe($"{manager.Page.QuerySelectorAll(".sp-queue__title").Length}");
    }

    [Theory]
    [InlineData("Agressie")]
    [InlineData("Ongewenst gedrag")]
    [InlineData("Misstand")]
    public async Task What_must_not_go_through_the_line_goes_to_the_confidential_desk(string kind)
    {
        var signal = await _reporter.SubmitsASignal(kind: kind);

        _reporter.Text.ShouldContain("Het ligt bij het vertrouwensloket (Vera Vertrouwen).");
        (await portal.As(portal.Cast.ConfidentialAdviser).Sees(signal)).ShouldBeTrue();
        (await portal.As(portal.Cast.TeamLead).Sees(signal)).ShouldBeFalse();
        (await portal.As(portal.Cast.Board).Sees(signal)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_unit_is_found_by_its_name_without_script_and_nothing_typed_is_lost()
    {
        await _reporter.Open("/signalen/nieuw");
        await _reporter.Choose("Vraag").Fill("Waar gaat het over?", "Voor Zuid").Fill("Wat zie je gebeuren?", "Klopt dit?")
            .Fill("Zoek een onderdeel op naam", "zuid").Press("Zoek");
        _reporter.ValueOf("Wat zie je gebeuren?").ShouldBe("Klopt dit?");

        await _reporter.Choose("Team Zuid").Press("Verder naar controleren");
        await _reporter.Press("Verstuur je signaal");

        _reporter.Text.ShouldContain("Het ligt bij Team Zuid (Zeger Zuidleider).");
    }

    [Theory]
    [InlineData("loket")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("bestaat niet")]
    public async Task The_confidential_desk_is_not_found_by_name_and_a_mark_of_a_pattern_is_just_a_mark(string search)
    {
        await _reporter.Open("/signalen/nieuw");

        await _reporter.Fill("Zoek een onderdeel op naam", search).Press("Zoek");

        _reporter.Text.ShouldContain("Geen onderdeel gevonden met deze naam.");
    }

    [Fact]
    public async Task A_signal_from_a_team_without_a_manager_starts_at_the_layer_above()
    {
        var reporter = portal.As(portal.Cast.EmployeeWithoutManager);

        await reporter.SubmitsASignal();

        reporter.Text.ShouldContain("Het ligt bij Afdeling Toekenning (Aad Afdeling).");
    }

    [Fact]
    public async Task What_a_manager_raises_starts_at_the_layer_above_and_is_not_in_the_own_queue()
    {
        var manager = portal.As(portal.Cast.TeamLead);

        await manager.SubmitsASignal("Wij komen mensen tekort");

        manager.Text.ShouldContain("Het ligt bij Afdeling Toekenning (Aad Afdeling).");
        await manager.Open("/werkvoorraad?staat=alle");
        manager.Text.ShouldNotContain("Wij komen mensen tekort");
    }

    [Fact]
    public async Task Whoever_works_at_the_confidential_desk_can_raise_a_signal_too()
    {
        var adviser = portal.As(portal.Cast.ConfidentialAdviser);

        await adviser.SubmitsASignal();

        adviser.Text.ShouldContain("Het ligt bij Raad van bestuur (Bea Bestuur).");
    }

    [Fact]
    public async Task The_confidential_desk_cannot_be_picked_past_the_form()
    {
        var caller = await portal.Caller(portal.Cast.Reporter);

        using var response = await caller.Post("/signalen/nieuw", new Dictionary<string, string>
        {
            ["Input.Kind"] = "Idea",
            ["Input.Subject"] = "Idee",
            ["Input.OwnWords"] = "Idee.",
            ["Input.ForUnit"] = $"{portal.Cast.Units["LOKET"]}",
        });

        await _reporter.Show(response);
        _reporter.ShouldReadTheRule(SignalRule.TheUnitCannotTakeIt);
        _reporter.ValueOf("Wat zie je gebeuren?").ShouldBe("Idee.");
    }
}
