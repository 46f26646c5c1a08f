using Microsoft.Playwright;
using SignaalPortaal.Browser.Tests.Infrastructure;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace SignaalPortaal.Browser.Tests;

/// <summary>Every page in every state has no violation of WCAG 2.2 AA or of a best practice that axe knows of, and fits a phone.</summary>
public sealed class AccessibilityTests(BrowserPortal portal) : BrowserTest(portal)
{
    private static readonly Dictionary<string, PageToSee> Pages = new()
    {
        ["sign in, tour"] = new(_ => null, _ => "/inloggen"),
        ["sign in, somebody found"] = new(_ => null, _ => "/inloggen?zoek=e"),
        ["sign in, nobody found"] = new(_ => null, _ => "/inloggen?zoek=zzz"),
        ["sign out"] = new(cast => cast.Reporter, _ => "/uitloggen"),
        ["how it works, nobody signed in"] = new(_ => null, _ => "/zo-werkt-het"),
        ["how we protect you, nobody signed in"] = new(_ => null, _ => "/hoe-beschermen-wij-je"),
        ["how we protect you"] = new(cast => cast.Reporter, _ => "/hoe-beschermen-wij-je"),
        ["how it works"] = new(cast => cast.Reporter, _ => "/zo-werkt-het"),
        ["home of an employee"] = new(cast => cast.Colleague, _ => "/"),
        ["home of a reporter"] = new(cast => cast.Reporter, _ => "/"),
        ["home of a director"] = new(cast => cast.Director, _ => "/"),
        ["my signals, none"] = new(cast => cast.EmployeeWithoutManager, _ => "/mijn-signalen"),
        ["my signals"] = new(cast => cast.Reporter, _ => "/mijn-signalen"),

        ["reporter, new"] = new(cast => cast.Reporter, seeded => seeded.New),
        ["reporter, late"] = new(cast => cast.Reporter, seeded => seeded.Late),
        ["reporter, question"] = new(cast => cast.Reporter, seeded => seeded.Asked),
        ["reporter, answered"] = new(cast => cast.Reporter, seeded => seeded.Answered),
        ["reporter, waiting for clearer words"] = new(cast => cast.Reporter, seeded => seeded.Unclear),
        ["reporter, disagreed"] = new(cast => cast.Reporter, seeded => seeded.Disputed),
        ["reporter, promise reported"] = new(cast => cast.Reporter, seeded => seeded.Reported),
        ["reporter, promise kept"] = new(cast => cast.Reporter, seeded => seeded.Kept),
        ["reporter, withdrawn"] = new(cast => cast.Reporter, seeded => seeded.Withdrawn),
        ["reporter, eventful"] = new(cast => cast.Reporter, seeded => seeded.Eventful),
        ["reporter, text for everybody proposed"] = new(cast => cast.Reporter, seeded => seeded.Proposed),
        ["reporter, text for everybody on the page"] = new(cast => cast.Reporter, seeded => seeded.Released),
        ["take the text back"] = new(cast => cast.Reporter, seeded => $"{seeded.Released}/delen/weghalen"),
        ["what we did"] = new(cast => cast.Colleague, _ => "/wat-deden-we-ermee"),
        ["what we did, filtered"] = new(cast => cast.Colleague, _ => "/wat-deden-we-ermee?antwoord=Adopted"),
        ["what we did, nothing found"] = new(cast => cast.Colleague, _ => "/wat-deden-we-ermee?onderwerp=Safety"),
        ["reporter, given to the union"] = new(cast => cast.Reporter, seeded => seeded.Entrusted),
        ["manager, new"] = new(cast => cast.TeamLead, seeded => seeded.New),
        ["manager, late"] = new(cast => cast.TeamLead, seeded => seeded.Late),
        ["manager, in progress"] = new(cast => cast.TeamLead, seeded => seeded.InProgress),
        ["manager, waiting for the reporter"] = new(cast => cast.TeamLead, seeded => seeded.Asked),
        ["manager, answered"] = new(cast => cast.TeamLead, seeded => seeded.Answered),
        ["manager, clearer words"] = new(cast => cast.TeamLead, seeded => seeded.Unclear),
        ["manager, both sides"] = new(cast => cast.HeadOfDepartment, seeded => seeded.Disputed),
        ["manager, promise open"] = new(cast => cast.TeamLead, seeded => seeded.Promised),
        ["director, eventful"] = new(cast => cast.Director, seeded => seeded.Eventful),

        ["queue"] = new(cast => cast.TeamLead, _ => "/werkvoorraad?staat=alle"),
        ["queue, one state"] = new(cast => cast.TeamLead, _ => "/werkvoorraad?staat=InProgress"),
        ["queue, filtered"] = new(cast => cast.TeamLead, _ => "/werkvoorraad?staat=alle&soort=Bottleneck&risico=Medium&zoek=brief"),
        ["queue, nothing found"] = new(cast => cast.TeamLead, _ => "/werkvoorraad?staat=alle&zoek=zzz"),
        ["queue, passed on"] = new(cast => cast.TeamLead, _ => "/werkvoorraad?staat=doorgezet"),
        ["queue, empty"] = new(cast => cast.ConfidentialAdviser, _ => "/werkvoorraad?staat=alle"),
        ["escalated"] = new(cast => cast.Director, _ => "/directie"),
        ["escalated, nothing"] = new(cast => cast.Board, _ => "/directie"),
        ["insight"] = new(cast => cast.Director, _ => "/directie/inzicht"),
        ["inbox"] = new(cast => cast.TeamLead, _ => "/berichten"),
        ["inbox, empty"] = new(cast => cast.HumanResources, _ => "/berichten"),
        ["given by reporters"] = new(cast => cast.Union, _ => "/namens-een-melder"),
        ["what a reporter gave"] = new(cast => cast.Union, seeded => seeded.WhatTheUnionReads),
        ["messages of the union"] = new(cast => cast.Union, _ => "/berichten"),
        ["mail choices of the union"] = new(cast => cast.Union, _ => "/berichten/instellingen"),
        ["mail choices of an employee"] = new(cast => cast.Colleague, _ => "/berichten/instellingen"),
        ["mail choices of a manager"] = new(cast => cast.TeamLead, _ => "/berichten/instellingen"),
        ["deputies"] = new(cast => cast.HeadOfDepartment, _ => "/vervanging"),
        ["deputies, administrator"] = new(cast => cast.Administrator, _ => "/vervanging"),
        ["administration"] = new(cast => cast.Administrator, _ => "/beheer"),
        ["closed days"] = new(cast => cast.Administrator, _ => "/beheer/vrije-dagen"),
        ["reminders"] = new(cast => cast.Administrator, _ => "/beheer/herinneringen"),
        ["delivery of mail"] = new(cast => cast.Administrator, _ => "/beheer/verzending"),
        ["publications, none"] = new(cast => cast.HumanResources, _ => "/publicaties"),
        ["publications, side by side"] = new(cast => cast.Union, _ => "/publicaties/naast-elkaar"),
        ["rules of publications"] = new(cast => cast.Administrator, _ => "/beheer/publicaties"),
        ["own numbers"] = new(cast => cast.Administrator, _ => "/beheer/nummers"),
        ["summaries of a manager"] = new(cast => cast.TeamLead, _ => "/samenvattingen"),
        ["summaries to review"] = new(cast => cast.HumanResources, _ => "/samenvattingen"),
        ["summaries, no part in them"] = new(cast => cast.Colleague, _ => "/samenvattingen"),
        ["published summaries, none"] = new(cast => cast.Union, _ => "/publicaties/samenvattingen"),
        ["timeline of the organisation"] = new(cast => cast.ConfidentialAdviser, _ => "/organisatie/tijdlijn"),
        ["taken back because somebody asked"] = new(cast => cast.ConfidentialAdviser, _ => "/vertrouwensloket/ingetrokken"),
        ["not found"] = new(cast => cast.Reporter, _ => "/bestaat-niet"),
        ["broken"] = new(cast => cast.Reporter, _ => BrokenPage.Address),
    };

    private static readonly Dictionary<string, FormToSee> Forms = new()
    {
        ["acknowledge"] = new(cast => cast.TeamLead, seeded => $"{seeded.New}/oppakken", page => page.Fill("Een persoonlijk bericht", "Dank je.")),
        ["ask"] = new(cast => cast.TeamLead, seeded => $"{seeded.New}/vraag", page => page.Fill("Wat wil je weten?", "Welke brief?")),
        ["assess"] = new(cast => cast.TeamLead, seeded => $"{seeded.New}/inschatting", page => page.Fill("Hoe kijk jij hiernaar?", "Ik herken het.")),
        ["escalate"] = new(cast => cast.TeamLead, seeded => $"{seeded.New}/doorzetten", async page =>
        {
            await page.Fill("Waarom kun je hier niet zelf over beslissen?", "Wij gaan hier niet over.");
            await page.Fill("Wat adviseer jij?", "Schrijf hem opnieuw.");
        }),
        ["reroute"] = new(cast => cast.TeamLead, seeded => $"{seeded.New}/overdragen", async page =>
        {
            await page.Choose("Hulpteam");
            await page.Fill("Waarom draag je het over?", "Zij weten dit beter.");
        }),
        ["postpone"] = new(cast => cast.TeamLead, seeded => $"{seeded.InProgress}/uitstellen", async page =>
        {
            await page.Fill("Wat wordt de nieuwe dag?", (await page.Field("Wat wordt de nieuwe dag?").GetAttributeAsync("max"))!);
            await page.Fill("Waarom lukt het niet op tijd?", "Wij wachten op een ander.");
        }),
        ["answer no"] = new(cast => cast.TeamLead, seeded => $"{seeded.New}/antwoord", async page =>
        {
            await page.Choose("Niet overgenomen");
            await page.Choose("Geld");
            await page.Fill("Welk feit zit daarachter?", "Het budget is op.");
            await page.Fill("Wat moet er veranderen voor een ja?", "Nieuw geld.");
            await page.Fill("Het antwoord in je eigen woorden", "Dit doen we niet.");
        }),
        ["answer yes"] = new(cast => cast.TeamLead, seeded => $"{seeded.New}/antwoord", async page =>
        {
            await page.Choose("Overgenomen");
            await page.Fill("Het antwoord in je eigen woorden", "Dit doen we.");
            await page.Field("Wat gaan jullie doen?").First.FillAsync("Wij schrijven de brief opnieuw.");
            await page.Field("Wie doet het?").First.FillAsync("Team Brieven");
            await page.Field("Wanneer is het klaar?").First.FillAsync("2026-12-01");
        }),
        ["update"] = new(cast => cast.TeamLead, seeded => $"{seeded.InProgress}/tussenbericht", page => page.Fill("Hoe staat het ervoor?", "Wij wachten op een ander.")),
        ["clarify"] = new(cast => cast.TeamLead, seeded => $"{seeded.Unclear}/uitleg", page => page.Fill("Het antwoord in gewone woorden", "Er is geen geld.")),
        ["report promise"] = new(cast => cast.TeamLead, seeded => $"{seeded.PromiseOfPromised}/gedaan", page => page.Fill("Waaraan kan iemand zien dat het klaar is?", "Aan de brief.")),
        ["move promise"] = new(cast => cast.TeamLead, seeded => $"{seeded.PromiseOfPromised}/uitstellen", async page =>
        {
            await page.Fill("Wat wordt de nieuwe dag?", "2026-12-15");
            await page.Fill("Waarom lukt het niet op tijd?", "Wij wachten op een ander.");
        }),
        ["propose a text for everybody"] = new(cast => cast.TeamLead, seeded => $"{seeded.Promised}/delen", async page =>
        {
            await page.Fill("Waar gaat het over, in één zin?", "De brief is te moeilijk");
            await page.Fill("Wat zei de werkvloer?", "Mensen bellen over de brief, zegt Zeger Zuidleider.");
            await page.Fill("Wat is het antwoord, in het kort?", "Wij schrijven hem opnieuw.");
            await page.Fill("Toezegging in het kort", "Er komt een nieuwe brief.");
        }),
        ["decide on a text for everybody"] = new(cast => cast.Reporter, seeded => $"{seeded.Proposed}/delen/keuze"),
        ["add facts"] = new(cast => cast.Reporter, seeded => $"{seeded.New}/aanvullen"),
        ["reply"] = new(cast => cast.Reporter, seeded => $"{seeded.Asked}/reactie"),
        ["verdict"] = new(cast => cast.Reporter, seeded => $"{seeded.Answered}/oordeel"),
        ["withdraw"] = new(cast => cast.Reporter, seeded => $"{seeded.New}/intrekken"),
        ["judge promise"] = new(cast => cast.Reporter, seeded => $"{seeded.PromiseOfReported}/oordeel"),
    };

    public static TheoryData<string> PageNames => [.. Pages.Keys];

    public static TheoryData<string> FormNames => [.. Forms.Keys];

    [Fact]
    public async Task A_barrier_would_be_found()
    {
        var page = await PageOf(Portal.Cast.Reporter);
        await page.GotoAsync("/zo-werkt-het");

        await page.EvaluateAsync("document.querySelector('main').append(document.createElement('button'))");

        (await page.Violations()).ShouldHaveSingleItem().ShouldStartWith("button-name");
    }

    [Theory]
    [MemberData(nameof(PageNames))]
    public async Task A_page_has_no_barriers(string name)
    {
        var (who, where) = Pages[name];
        var seeded = await Portal.Seeded;
        var page = await PageOf(who(Portal.Cast));
        await page.GotoAsync(where(seeded));

        await page.ShouldHaveNoBarriers(name);
    }

    [Theory]
    [MemberData(nameof(FormNames))]
    public async Task A_form_has_no_barriers_when_it_is_empty_comes_back_with_errors_or_shows_what_will_be_sent(string name)
    {
        var (who, where, fill) = Forms[name];
        var seeded = await Portal.Seeded;
        var page = await PageOf(who(Portal.Cast));
        await page.GotoAsync(where(seeded));
        await page.ShouldHaveNoBarriers(name);

        await page.Press(fill is null ? "Verstuur" : "Bekijk hoe de melder dit leest");
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        (await page.TitleAsync()).ShouldStartWith("Fout: ");
        await page.ShouldHaveNoBarriers($"{name}, with errors");

        if (fill is not null)
        {
            await fill(page);
            await page.Press("Bekijk hoe de melder dit leest");
            await page.ReadsHeading("Zo leest de melder dit");
            await page.ShouldHaveNoBarriers($"{name}, preview");
        }
    }

    [Fact]
    public async Task What_time_did_and_a_contact_to_confirm_have_no_barriers()
    {
        await Portal.Seeded;
        var reference = await Portal.Raises(Portal.Cast.Colleague, SignalKind.Aggression);
        await Portal.Database.Scalar<int>($"""
            update signals set next_step_on = next_step_on + 1000 where reference <> '{reference}';
            update contacts set "by" = "by" - 40;
            update signals set due_on = due_on - 40, next_step_on = '{Portal.Today:yyyy-MM-dd}' where reference = '{reference}';
            select 1;
            """);
        await Portal.LetTimePass();
        await Portal.Database.Scalar<int>($"update signals set next_step_on = next_step_on - 1000 where reference <> '{reference}'; select 1");

        var page = await PageOf(Portal.Cast.Colleague);
        await page.GotoAsync($"/signalen/{Reference.Show(reference)}");
        await page.ReadsHeading("Contact na agressie");
        await page.ShouldHaveNoBarriers("what time did");
        await page.Follow("Meld dat er contact was");
        await page.ShouldHaveNoBarriers("confirm contact");
    }

    [Fact]
    public async Task A_new_signal_has_no_barriers_from_the_empty_form_to_the_confirmation()
    {
        var page = await PageOf(Portal.Cast.Colleague);
        await page.GotoAsync("/signalen/nieuw");
        await page.ShouldHaveNoBarriers("new signal");
        await page.GetByText("Weet je meer? Vul het aan").ClickAsync();
        await page.ShouldHaveNoBarriers("new signal, details");

        await page.Press("Verder naar controleren");
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await page.ShouldHaveNoBarriers("new signal, with errors");

        await page.GetByText("Weet je meer? Vul het aan").ClickAsync();
        await page.Choose("Idee");
        await page.Fill("Waar gaat het over?", "Een bankje buiten");
        await page.Fill("Wat zie je gebeuren?", "Mensen wachten staand, zegt Zeger Zuidleider.");
        await page.Fill("Hoe vaak gebeurt het?", "Elke dag");
        await page.Press("Verder naar controleren");
        await page.ReadsTitle("Klopt alles?");
        await page.ReadsHeading("Hierin staan namen of nummers");
        await page.ShouldHaveNoBarriers("check page, with a hint");

        await page.Press("Verstuur je signaal");
        await page.ReadsTitle("Je signaal is verstuurd");
        await page.ShouldHaveNoBarriers("confirmation");
    }

    [Fact]
    public async Task Letting_the_union_speak_has_no_barriers_from_the_empty_form_to_the_signal()
    {
        var page = await PageOf(Portal.Cast.Colleague);
        var signal = await page.SubmitSignal();
        await page.GotoAsync($"{signal}/namens-mij");
        await page.ShouldHaveNoBarriers("let somebody speak");

        await page.Press("Verder naar controleren");
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await page.ShouldHaveNoBarriers("let somebody speak, with errors");

        await page.Choose("De vakbond");
        await page.Choose("Een andere tekst");
        await page.Fill("De andere tekst", "Praat met Zeger Zuidleider over de brief.");
        await page.Fill("Tot en met welke dag?", (await page.Field("Tot en met welke dag?").GetAttributeAsync("max"))!);
        await page.Press("Verder naar controleren");
        await page.ReadsTitle("Dit lezen zij");
        await page.ShouldHaveNoBarriers("what the union will read, with a hint");

        await page.Press("Geef dit");
        await page.ReadsHeading("Laat iemand namens je spreken");
        await page.ShouldHaveNoBarriers("given to the union");
    }

    [Fact]
    public async Task A_form_that_came_second_has_no_barriers()
    {
        var reporter = await PageOf(Portal.Cast.Colleague);
        var signal = await reporter.SubmitSignal();
        var page = await PageOf(Portal.Cast.TeamLead);
        await page.GotoAsync($"{signal}/vraag");
        await page.Fill("Wat wil je weten?", "Welke brief?");
        await reporter.GotoAsync($"{signal}/aanvullen");
        await reporter.Fill("Wat wil je toevoegen?", "Het is nu erger.");
        await reporter.Press("Verstuur");
        await reporter.ReadsHeading("Feiten toegevoegd");

        await page.Press("Bekijk hoe de melder dit leest");

        await page.ReadsHeading("Dit gebeurde intussen");
        await page.Reads("Het is nu erger.");
        await Expect(page.Field("Wat wil je weten?")).ToHaveValueAsync("Welke brief?");
        await page.ShouldHaveNoBarriers("somebody else was first");
    }

    [Fact]
    public async Task A_form_that_has_expired_gives_the_text_back_without_barriers()
    {
        var page = await PageOf(Portal.Cast.Colleague);
        await page.GotoAsync("/signalen/nieuw");
        await page.Fill("Wat zie je gebeuren?", "Dit mag niet weg zijn.");
        await page.Context.ClearCookiesAsync(new() { Name = "signaalportaal-formulier" });

        await page.Press("Verder naar controleren");

        await page.ReadsTitle("Dit formulier is verlopen");
        await page.Reads("Dit mag niet weg zijn.");
        await page.ShouldHaveNoBarriers("expired form");
    }

    [Fact]
    public async Task The_menus_have_no_barriers()
    {
        var page = await PageOf(Portal.Cast.Director);
        await page.GotoAsync("/");
        await page.GetByText("Dina Directeur").First.ClickAsync();
        await Expect(page.Button("Uitloggen")).ToBeVisibleAsync();
        await page.ShouldPassAxe("the menu of the person");

        await page.SetViewportSizeAsync(BrowserPortal.Phone, 900);
        await page.GetByText("Menu", new() { Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Menu" }).GetByText("Werkvoorraad")).ToBeVisibleAsync();
        await page.ShouldPassAxe("the menu of a phone");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/zo-werkt-het")]
    [InlineData("/signalen/nieuw")]
    [InlineData("/mijn-signalen")]
    [InlineData("/werkvoorraad?staat=alle")]
    [InlineData("/directie")]
    public async Task A_main_page_has_no_barriers_in_the_dark(string address)
    {
        await Portal.Seeded;
        var page = await PageOf(Portal.Cast.Director);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.GotoAsync(address);

        await page.ShouldHaveNoBarriers($"{address} in the dark");
    }

    [Fact]
    public async Task A_signal_and_its_forms_have_no_barriers_in_the_dark()
    {
        var seeded = await Portal.Seeded;
        foreach (var (person, address) in new[]
        {
            (Portal.Cast.Reporter, seeded.Answered), (Portal.Cast.Reporter, seeded.Late), (Portal.Cast.Reporter, seeded.Reported), (Portal.Cast.Director, seeded.Eventful),
        })
        {
            var page = await PageOf(person);
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await page.GotoAsync(address);
            await page.ShouldHaveNoBarriers($"{address} in the dark");
        }

        var manager = await PageOf(Portal.Cast.TeamLead);
        await manager.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await manager.GotoAsync($"{seeded.New}/antwoord");
        await manager.Choose("Niet overgenomen");
        await manager.Press("Bekijk hoe de melder dit leest");
        await Expect(manager.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await manager.ShouldHaveNoBarriers("answer with errors in the dark");
    }

    private sealed record PageToSee(Func<Cast, Guid?> Who, Func<SeededSignals, string> Where);

    /// <param name="Fill">Null for a form of the reporter, which has no preview.</param>
    private sealed record FormToSee(Func<Cast, Guid> Who, Func<SeededSignals, string> Where, Func<IPage, Task>? Fill = null);
}
