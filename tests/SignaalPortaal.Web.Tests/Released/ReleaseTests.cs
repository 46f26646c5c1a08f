using System.Net;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Signals;

namespace SignaalPortaal.Web.Tests.Released;

/// <summary>What everybody in the organisation reads: only after a yes, only that text, and gone with the yes.</summary>
public sealed class ReleaseTests(Portal portal) : IClassFixture<Portal>
{
    private const string ToPropose = "Stel voor om dit te delen";
    private const string ToDecide = "Zeg ja of nee tegen de tekst";
    private const string ToTakeBack = "Haal de tekst van de pagina";

    private readonly Visitor _reporter = portal.As(portal.Cast.Reporter);
    private readonly Visitor _manager = portal.As(portal.Cast.TeamLead);
    private readonly Visitor _colleague = portal.As(portal.Cast.ColleagueInTheSouth);

    [Fact]
    public async Task From_the_proposal_through_the_yes_to_the_page_and_off_it_again()
    {
        const string Title = "Mensen begrijpen de brief niet";
        var signal = await _reporter.SubmitsASignal();
        await _manager.Adopts(signal);
        await _manager.Open(signal);
        await _manager.Follow(ToPropose);
        await _manager.Fill("Waar gaat het over, in één zin?", Title)
            .Fill("Wat zei de werkvloer?", "Mensen bellen over de brief, zegt Zeger Zuidleider.")
            .Fill("Wat is het antwoord, in het kort?", "We maken de brief korter.")
            .Fill("Toezegging in het kort", "Er komt een nieuwe brief.")
            .Press("Bekijk hoe de melder dit leest");
        _manager.Text.ShouldContain("Hierin staan woorden die iemand herkenbaar maken");
        _manager.Page.QuerySelectorAll("mark").ShouldContain(word => word.TextContent.Contains("Zeger", StringComparison.Ordinal));
        await _manager.Press("Aanpassen");
        await _manager.Fill("Wat zei de werkvloer?", "Mensen bellen over de brief.").SendsAfterPreview();
        _manager.ShouldBeBackAt(signal);
        (await ReadBy(_colleague, Title)).ShouldBeNull();
        (await ReadBy(_manager, Title)).ShouldBeNull();

        await _reporter.Open(signal);
        _reporter.Text.ShouldContain("Mag iedereen dit lezen?");
        await _reporter.Follow(ToDecide);
        _reporter.Text.ShouldContain("Er komt een nieuwe brief.");
        await _reporter.Press("Verstuur");
        _reporter.ShouldBeAskedFor("Input_Decision");
        (await ReadBy(_colleague, Title)).ShouldBeNull();
        await _reporter.Choose("Ja, iedereen mag dit lezen").Press("Verstuur");
        _reporter.ShouldBeBackAt(signal);
        _reporter.EventCalled("De melder zei ja tegen de tekst").ShouldContain("door jou");

        var shown = (await ReadBy(_colleague, Title)).ShouldNotBeNull();
        shown.ShouldContain("Mensen bellen over de brief.");
        shown.ShouldContain("Overgenomen");
        shown.ShouldContain("Er komt een nieuwe brief. Uiterlijk dinsdag 1 december 2026. Loopt nog");
        TellsNothingElse(signal);

        await _reporter.Follow(ToTakeBack);
        await _reporter.Press(ToTakeBack);

        _reporter.ShouldBeBackAt(signal);
        (await ReadBy(_colleague, Title)).ShouldBeNull();
        (await ReadBy(_reporter, Title)).ShouldBeNull();
        await _manager.Open(signal);
        _manager.EventsCalled("De melder haalde de tekst weg").ShouldBe(1);
    }

    [Fact]
    public async Task After_a_no_another_text_can_be_proposed_once()
    {
        var reference = await portal.HasAnAnswer(ReleaseSteps.No);
        await portal.Proposes(reference, "Eerste tekst");
        await portal.Does(portal.Cast.Reporter, reference, new DecideRelease { Decision = ReleaseDecision.Refuse });
        await _manager.Open($"/signalen/{reference}/delen");
        await _manager.Fill("Waar gaat het over, in één zin?", "Eerste tekst")
            .Fill("Wat zei de werkvloer?", "Collega’s krijgen veel vragen: Eerste tekst.")
            .Fill("Wat is het antwoord, in het kort?", "Het antwoord in het kort: Eerste tekst.")
            .Fill("Wat moet er veranderen voor een ja, in het kort?", "Er moet geld bij.")
            .Press("Bekijk hoe de melder dit leest");
        _manager.ShouldReadTheRule(SignalRule.ARefusedTextIsNotProposedAgain);

        await _manager.Fill("Waar gaat het over, in één zin?", "Tweede tekst").SendsAfterPreview();
        await portal.Does(portal.Cast.Reporter, reference, new DecideRelease { Decision = ReleaseDecision.Refuse });

        await _manager.Open($"/signalen/{reference}");
        _manager.Offers(ToPropose).ShouldBeFalse();
        (await ReadBy(_colleague, "Eerste tekst")).ShouldBeNull();
        (await ReadBy(_colleague, "Tweede tekst")).ShouldBeNull();
    }

    [Fact]
    public async Task A_no_says_why_and_what_would_change_it_and_an_empty_form_comes_back()
    {
        var reference = await portal.HasAnAnswer(ReleaseSteps.No);
        await _manager.Open($"/signalen/{reference}/delen");
        await _manager.Press("Bekijk hoe de melder dit leest");
        _manager.ShouldBeAskedFor("Input_ReleaseTitle", "Input_WhatWasSaid", "Input_AnswerInShort");
        await _manager.Fill("Waar gaat het over, in één zin?", "Geen geld").Fill("Wat zei de werkvloer?", "De brief is lang.")
            .Fill("Wat is het antwoord, in het kort?", "Dit jaar niet.").Press("Bekijk hoe de melder dit leest");
        _manager.ShouldReadTheRule(SignalRule.AReleasedNoSaysWhatWouldChangeIt);
        await _manager.Fill("Wat moet er veranderen voor een ja, in het kort?", "Er moet geld bij.").SendsAfterPreview();
        await portal.Does(portal.Cast.Reporter, reference, new DecideRelease { Decision = ReleaseDecision.Approve });

        var shown = (await ReadBy(_colleague, "Geen geld")).ShouldNotBeNull();

        shown.ShouldContain("Niet overgenomen");
        shown.ShouldContain("Reden: Geld");
        shown.ShouldContain("Er moet geld bij.");
        shown.ShouldNotContain("Het budget voor brieven is op.");
        shown.ShouldNotContain("Nieuw geld in 2027.");
    }

    [Fact]
    public async Task A_promise_is_shown_as_it_stands_today_and_in_the_words_of_the_release()
    {
        const string Title = "Toezegging die verandert";
        var reference = await portal.HasReleased(Title, ReleaseSteps.Yes);
        (await ReadBy(_colleague, Title))!.ShouldNotContain("Jolanda");
        var promise = await portal.PromiseOf(reference);

        await portal.Does(portal.Cast.TeamLead, reference, new MovePromise { Promise = promise, NewDate = new DateOnly(2026, 12, 15), Reason = "De drukker is dicht." });
        (await ReadBy(_colleague, Title))!.ShouldContain("Uiterlijk dinsdag 15 december 2026. Loopt nog. 1 keer uitgesteld.");
        await portal.Does(portal.Cast.TeamLead, reference, new ReportPromise { Promise = promise, HowToSee = "Kijk op de site." });
        (await ReadBy(_colleague, Title))!.ShouldContain("Gedaan, zegt het onderdeel.");
        await portal.Does(portal.Cast.Reporter, reference, new JudgePromise { Promise = promise, Judgement = PromiseJudgement.NotKept, JudgementText = "Nee." });
        (await ReadBy(_colleague, Title))!.ShouldContain("Niet nagekomen, zegt de melder");
        await portal.Does(portal.Cast.TeamLead, reference, new ReportPromise { Promise = promise, HowToSee = "Kijk nu." });
        await portal.Does(portal.Cast.Reporter, reference, new JudgePromise { Promise = promise, Judgement = PromiseJudgement.Kept });

        (await ReadBy(_colleague, Title))!.ShouldContain("Nagekomen, zegt de melder");
    }

    [Fact]
    public async Task The_answer_is_of_the_first_unit_that_is_large_enough()
    {
        await portal.HasReleased("Klein team", ReleaseSteps.No);

        var shown = (await ReadBy(_colleague, "Klein team")).ShouldNotBeNull();

        shown.ShouldContain("Antwoord in september 2026, van: Afdeling Toekenning");
        shown.ShouldNotContain("Team Noord");
    }

    [Fact]
    public async Task Who_disagrees_makes_it_looked_at_again_and_the_next_answer_makes_an_end_to_it()
    {
        var reference = await portal.HasReleased("Niet eens", ReleaseSteps.No);

        await portal.Does(portal.Cast.Reporter, reference, new GiveVerdict { Verdict = Verdict.Disagree, VerdictText = "Een andere brief kost niets." });
        (await ReadBy(_colleague, "Niet eens"))!.ShouldContain("Er wordt nu opnieuw naar gekeken.");
        await portal.Does(portal.Cast.HeadOfDepartment, reference, ReleaseSteps.Yes);

        (await ReadBy(_colleague, "Niet eens")).ShouldBeNull();
    }

    [Theory]
    [InlineData(SignalKind.Aggression)]
    [InlineData(SignalKind.UndesirableBehaviour)]
    [InlineData(SignalKind.Wrongdoing)]
    public async Task What_goes_to_the_desk_is_never_released(SignalKind kind)
    {
        var reference = await portal.Raises(portal.Cast.Reporter, kind);
        await portal.Does(portal.Cast.ConfidentialAdviser, reference, ReleaseSteps.No);
        var adviser = await portal.As(portal.Cast.ConfidentialAdviser).Open($"/signalen/{reference}");
        adviser.Offers(ToPropose).ShouldBeFalse();
        (await adviser.Open($"/signalen/{reference}/delen")).Location.AbsolutePath.ShouldBe($"/signalen/{Reference.Show(reference)}");

        var refused = await Should.ThrowAsync<BrokenRuleException>(() => portal.Proposes(reference, "Nooit", portal.Cast.ConfidentialAdviser));

        refused.Rule.ShouldBe(SignalRule.WhatTheDeskHandlesIsNotReleased);
    }

    [Fact]
    public async Task Another_organisation_sees_nothing_and_cannot_see_it_too()
    {
        var reference = await portal.HasReleased("Alleen hier", ReleaseSteps.No);
        var stranger = await portal.As(portal.Cast.Stranger).Open(ReleaseSteps.Page);
        stranger.Status.ShouldBe(HttpStatusCode.OK);
        stranger.Text.ShouldContain("Hier staat nog niets.");

        var released = await portal.ReleasedId(reference);

        await Should.ThrowAsync<SignalNotFoundException>(() => portal.SeesToo(portal.Cast.Stranger, released));
    }

    [Fact]
    public async Task The_reporter_and_the_unit_hear_of_it()
    {
        var reference = await portal.HasAnAnswer(ReleaseSteps.No, portal.Cast.Colleague);
        await portal.Proposes(reference, "Bericht");
        (await portal.As(portal.Cast.Colleague).Open("/berichten")).Text.ShouldContain("Er is een tekst over je signaal die iedereen mag lezen, als jij ja zegt.");

        await portal.Does(portal.Cast.Colleague, reference, new DecideRelease { Decision = ReleaseDecision.Approve });

        (await _manager.Open("/berichten")).Text.ShouldContain("De melder heeft iets gezegd over de tekst om te delen.");
    }

    private static async Task<string?> ReadBy(Visitor visitor, string title)
    {
        // Others of this class have released as well: all pages.
        for (var next = ReleaseSteps.Page; next is not null; next = visitor.Page.QuerySelector("a[rel=next]")?.GetAttribute("href"))
        {
            await visitor.Open(next);
            visitor.Status.ShouldBe(HttpStatusCode.OK);
            if (visitor.TextWith(title) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>Of what is on the page now.</summary>
    private void TellsNothingElse(string signal)
    {
        var html = _colleague.Page.QuerySelector("main")!.OuterHtml;
        string[] secrets =
        [
            signal.ToReference(), Reference.Show(signal.ToReference()), "Rosa", "Brief is niet te begrijpen", "Burgers bellen ons elke dag", "Team Brieven", "Tess",
            portal.Today.InDutch(), $"{portal.Today:yyyy-MM-dd}", $"{portal.Cast.Reporter}",
        ];
        foreach (var secret in secrets)
        {
            html.ShouldNotContain(secret, Case.Insensitive);
        }
    }
}
