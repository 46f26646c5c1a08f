using Microsoft.Playwright;
using SignaalPortaal.Browser.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace SignaalPortaal.Browser.Tests;

public sealed class JourneyTests(BrowserPortal portal) : BrowserTest(portal)
{
    [Fact]
    public async Task Going_back_after_sending_opens_the_form_and_not_a_page_of_the_browser()
    {
        var reporter = await PageOf(Portal.Cast.Reporter);
        await reporter.GotoAsync("/signalen/nieuw");
        await reporter.Choose("Idee");
        await reporter.Fill("Waar gaat het over?", "Terug na versturen");
        await reporter.Fill("Wat zie je gebeuren?", "Dan staat er een foutpagina.");
        await reporter.Press("Verder naar controleren");
        await reporter.Press("Verstuur je signaal");
        await reporter.ReadsTitle("Je signaal is verstuurd");

        await reporter.GoBackAsync();

        await Expect(reporter.GetByLabel("Waar gaat het over?")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_signal_goes_up_and_the_answer_comes_back_as_a_promise_that_is_kept(bool javaScript)
    {
        var reporter = await PageOf(Portal.Cast.Reporter, javaScript: javaScript);
        await reporter.GotoAsync("/");
        await reporter.GetByRole(AriaRole.Navigation, new() { Name = "Hoofdmenu" }).GetByRole(AriaRole.Link, new() { Name = "Nieuw signaal" }).ClickAsync();
        await reporter.Choose("Knelpunt");
        await reporter.Fill("Waar gaat het over?", "Brief is niet te begrijpen");
        await reporter.Fill("Wat zie je gebeuren?", "Burgers bellen ons elke dag.\nZij begrijpen de brief niet.");
        await reporter.Choose("Hoog");
        await reporter.GetByText("Weet je meer? Vul het aan").ClickAsync();
        await reporter.Fill("Hoe vaak gebeurt het?", "Tien keer per dag");
        await reporter.Press("Verder naar controleren");

        await reporter.ReadsTitle("Klopt alles?");
        await reporter.Reads("Je signaal is nog niet verstuurd.");
        await reporter.Reads("Zij begrijpen de brief niet.");
        await reporter.Reads("Tien keer per dag");
        await reporter.Reads("Je signaal gaat naar Team Noord (Tess Teamleider).");
        await reporter.Press("Verstuur je signaal");

        await reporter.ReadsTitle("Je signaal is verstuurd");
        await reporter.Reads("Het ligt bij Team Noord (Tess Teamleider).");
        await reporter.Follow("Bekijk je signaal");
        await reporter.ReadsTitle("Brief is niet te begrijpen");
        await reporter.Reads("Team Noord laat uiterlijk");
        await reporter.Reads("Nog niemand anders dan jij.");
        var signal = new Uri(reporter.Url).AbsolutePath;

        var teamLead = await PageOf(Portal.Cast.TeamLead, javaScript: javaScript);
        await teamLead.GotoAsync(signal);
        await teamLead.Reads("Zij begrijpen de brief niet.");
        await teamLead.Follow("Laat weten dat je het oppakt");
        await teamLead.Fill("Een persoonlijk bericht", "Dank je, ik zoek dit uit.");
        await teamLead.SendAfterPreview();

        await reporter.ReloadAsync();
        await reporter.ReadsHeading("Gelezen en opgepakt");
        await reporter.Reads("Dank je, ik zoek dit uit.");
        await reporter.Reads("Tess Teamleider, teamleider");
        await reporter.Reads("Team Noord geeft uiterlijk");

        await teamLead.Follow("Zet door naar de laag erboven");
        await teamLead.Reads("Het signaal gaat naar Afdeling Toekenning (Aad Afdeling).");
        await teamLead.Fill("Waarom kun je hier niet zelf over beslissen?", "Wij gaan niet over deze brief.");
        await teamLead.Fill("Wat adviseer jij?", "Schrijf de brief opnieuw.");
        await teamLead.SendAfterPreview();

        await reporter.ReloadAsync();
        await reporter.ReadsHeading("Doorgezet naar Afdeling Toekenning");
        await reporter.Reads("Wij gaan niet over deze brief.");
        await reporter.Reads("Schrijf de brief opnieuw.");

        var headOfDepartment = await PageOf(Portal.Cast.HeadOfDepartment, javaScript: javaScript);
        await headOfDepartment.GotoAsync(signal);
        await headOfDepartment.Reads("Zij begrijpen de brief niet.");
        await headOfDepartment.Follow("Geef antwoord");
        await headOfDepartment.Choose("Niet overgenomen");
        await headOfDepartment.Choose("Geld");
        await headOfDepartment.Fill("Welk feit zit daarachter?", "Het budget voor brieven is op.");
        await headOfDepartment.Fill("Wat moet er veranderen voor een ja?", "Nieuw geld in het volgende jaar.");
        await Expect(headOfDepartment.Field("Wat gaan jullie doen?").First).ToBeHiddenAsync();
        await headOfDepartment.Fill("Het antwoord in je eigen woorden", "Hiervoor is dit jaar geen budget.");
        await headOfDepartment.SendAfterPreview();

        await reporter.ReloadAsync();
        await reporter.ReadsHeading("Antwoord: niet overgenomen");
        await reporter.Reads("Hiervoor is dit jaar geen budget.");
        await reporter.Reads("Het budget voor brieven is op.");
        await reporter.Reads("Nieuw geld in het volgende jaar.");
        await reporter.Follow("Ik ben het er niet mee eens");
        await Expect(reporter.Choice("Ik ben het er niet mee eens")).ToBeCheckedAsync();
        await reporter.Fill("Vertel waarom", "Een andere brief kost niets.");
        await reporter.Press("Verstuur");
        await reporter.ReadsHeading("Doorgezet naar Directie Uitvoering");
        await reporter.Reads("Directie Uitvoering laat uiterlijk");

        var director = await PageOf(Portal.Cast.Director, javaScript: javaScript);
        await director.GotoAsync(signal);
        await director.ReadsHeading("Het eerdere antwoord en wat de melder ervan vindt");
        await director.Reads("Hiervoor is dit jaar geen budget.");
        await director.Reads("Een andere brief kost niets.");
        await director.Follow("Geef antwoord");
        await director.Choose("Overgenomen");
        await director.Fill("Het antwoord in je eigen woorden", "Dit gaan we doen.");
        var promise = director.GetByRole(AriaRole.Group, new() { Name = "Toezegging 1" });
        await promise.GetByLabel("Wat gaan jullie doen?").FillAsync("Wij herschrijven de brief.");
        await promise.GetByLabel("Wie doet het?").FillAsync("Team Brieven");
        await promise.GetByLabel("Wanneer is het klaar?").FillAsync(Portal.Clock.GetUtcNow().AddDays(60).ToString("yyyy-MM-dd"));
        await director.SendAfterPreview();

        await reporter.ReloadAsync();
        await reporter.ReadsHeading("Antwoord: overgenomen");
        await reporter.Reads("Wij herschrijven de brief.");
        await reporter.Reads("Team Brieven, uiterlijk");
        await reporter.Follow("Ik begrijp het");
        await reporter.Press("Verstuur");
        await reporter.Reads("Dit signaal is afgerond. De melder begrijpt het antwoord.");

        await director.ReloadAsync();
        await director.Follow("Meld dat het klaar is");
        await director.Fill("Waaraan kan iemand zien dat het klaar is?", "De nieuwe brief staat op de site.");
        await director.SendAfterPreview();

        await reporter.ReloadAsync();
        await reporter.ReadsHeading("Toezegging gedaan, zegt het onderdeel");
        await reporter.Reads("De nieuwe brief staat op de site.");
        await reporter.Follow("Is het gedaan?");
        await reporter.Choose("Ja, nagekomen");
        await reporter.Press("Verstuur");
        await reporter.ReadsHeading("Toezegging nagekomen");
        await reporter.ReadsHeading("De melder over de toezegging: ja, nagekomen");
        await reporter.Reads("Dina Directeur, directeur");
    }

    [Fact]
    public async Task A_question_and_its_reply_stand_on_the_timeline()
    {
        var reporter = await PageOf(Portal.Cast.Reporter);
        var signal = await reporter.SubmitSignal();

        var teamLead = await PageOf(Portal.Cast.TeamLead);
        await teamLead.GotoAsync(signal);
        await teamLead.Follow("Stel een vraag");
        await teamLead.Fill("Wat wil je weten?", "Over welke brief gaat het?");
        await teamLead.SendAfterPreview();
        await teamLead.Reads("De melder heeft tot en met");

        await reporter.GotoAsync(signal);
        await reporter.ReadsHeading("Er is een vraag aan jou");
        await reporter.Reads("Over welke brief gaat het?");
        await Expect(reporter.GetByRole(AriaRole.Navigation, new() { Name = "Hoofdmenu" }).GetByText("wacht op jou")).ToBeAttachedAsync();
        await reporter.Follow("Beantwoord de vraag");
        await reporter.Fill("Jouw antwoord", "Over de brief van terugbetalen.");
        await reporter.Press("Verstuur");

        await reporter.ReadsHeading("Antwoord op de vraag");
        await teamLead.ReloadAsync();
        await teamLead.Reads("Over de brief van terugbetalen.");
        await teamLead.Reads("De tijd loopt weer.");
    }

    [Fact]
    public async Task A_signal_is_rerouted_to_a_unit_that_is_found_by_name()
    {
        var reporter = await PageOf(Portal.Cast.Reporter);
        var signal = await reporter.SubmitSignal("Systeem valt steeds uit");

        var teamLead = await PageOf(Portal.Cast.TeamLead);
        await teamLead.GotoAsync(signal);
        await teamLead.Follow("Draag over");
        await teamLead.Fill("Waarom draag je het over?", "Zij gaan over dit systeem.");
        await teamLead.Fill("Zoek een onderdeel op naam", "zuid");
        await teamLead.Press("Zoek");
        await Expect(teamLead.Choice("Team Zuid")).ToBeVisibleAsync();
        await Expect(teamLead.Field("Waarom draag je het over?")).ToHaveValueAsync("Zij gaan over dit systeem.");
        await teamLead.Fill("Zoek een onderdeel op naam", "hulp");
        await teamLead.Press("Zoek");
        await teamLead.Choose("Hulpteam");
        await teamLead.SendAfterPreview();

        await reporter.GotoAsync(signal);
        await reporter.ReadsHeading("Overgedragen aan Hulpteam");
        await reporter.Reads("Zij gaan over dit systeem.");
        await reporter.Reads("Hulpteam laat uiterlijk");

        var helpTeamLead = await PageOf(Portal.Cast.HelpTeamLead);
        await helpTeamLead.GotoAsync("/werkvoorraad");
        await helpTeamLead.Follow("Systeem valt steeds uit");
        await Expect(helpTeamLead.Link("Geef antwoord")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_risk_that_is_estimated_lower_is_seen_by_the_reporter_and_by_the_layer_above()
    {
        var reporter = await PageOf(Portal.Cast.Reporter);
        var signal = await reporter.SubmitSignal("Mensen krijgen te laat geld", risk: "Hoog");

        var teamLead = await PageOf(Portal.Cast.TeamLead);
        await teamLead.GotoAsync(signal);
        await teamLead.Follow("Geef je eigen inschatting");
        await teamLead.Fill("Hoe kijk jij hiernaar?", "Ik herken het.");
        await teamLead.Choose("Laag");
        await teamLead.Fill("Waarom schat je het risico lager in?", "Het gaat om twee mensen.");
        await teamLead.SendAfterPreview();
        await teamLead.Follow("Zet door naar de laag erboven");
        await teamLead.Fill("Waarom kun je hier niet zelf over beslissen?", "Het is het beleid.");
        await teamLead.Fill("Wat adviseer jij?", "Pas het beleid aan.");
        await teamLead.SendAfterPreview();

        await reporter.GotoAsync(signal);
        await reporter.ReadsHeading("Deze laag schat het risico lager in");
        await reporter.Reads("Risico volgens deze laag: Laag. Risico volgens de melder: Hoog.");
        await reporter.Reads("Het gaat om twee mensen.");

        var headOfDepartment = await PageOf(Portal.Cast.HeadOfDepartment);
        await headOfDepartment.GotoAsync("/directie");
        var story = headOfDepartment.GetByRole(AriaRole.Article, new() { Name = "Mensen krijgen te laat geld" });
        await Expect(story.GetByText("Burgers bellen ons elke dag over deze brief.").First).ToBeVisibleAsync();
        await Expect(story.GetByText("Melder: Hoog", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(story.GetByText("Team Noord: Laag lager dan de melder", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(story.GetByText("Het gaat om twee mensen.")).ToBeVisibleAsync();
        await Expect(story.GetByText("Pas het beleid aan.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_withdrawn_signal_exists_for_its_reporter_only()
    {
        var reporter = await PageOf(Portal.Cast.Reporter);
        var signal = await reporter.SubmitSignal();
        var teamLead = await PageOf(Portal.Cast.TeamLead);
        await teamLead.GotoAsync(signal);
        await teamLead.ReadsTitle("Brief is niet te begrijpen");

        await reporter.GotoAsync(signal);
        await reporter.Follow("Trek je signaal in");
        await reporter.Fill("Waarom trek je je signaal in?", "Het is al opgelost.");
        await reporter.Press("Verstuur");

        await reporter.ReadsHeading("Signaal ingetrokken");
        await reporter.Reads("Dit signaal is ingetrokken. Niemand anders ziet het nog.");
        (await teamLead.ReloadAsync())!.Status.ShouldBe(404);
        await teamLead.ReadsTitle("Deze pagina bestaat niet");
    }

    [Fact]
    public async Task Who_signs_out_is_out()
    {
        // Somebody whom no other test signs in as: they share a session.
        var stranger = await PageOf(Portal.Cast.Stranger);
        await stranger.GotoAsync("/mijn-signalen");

        await stranger.GetByText("Olga Ander").First.ClickAsync();
        await stranger.Button("Uitloggen").ClickAsync();
        await stranger.ReadsTitle("Wie ben je?");

        await stranger.GotoAsync("/mijn-signalen");
        await stranger.ReadsTitle("Wie ben je?");
    }
}
