using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Signals;

public sealed class AnswerTests(Portal portal) : IClassFixture<Portal>
{
    private const string Question = "Wat is het antwoord?";
    private const string OwnWords = "Het antwoord in je eigen woorden";

    private readonly Visitor _reporter = portal.As(portal.Cast.Reporter);
    private readonly Visitor _manager = portal.As(portal.Cast.TeamLead);

    [Fact]
    public async Task A_no_comes_with_the_reason_the_fact_and_what_would_change_it()
    {
        var signal = await _reporter.SubmitsASignal();
        await _manager.DoesNotAdopt(signal);

        await _reporter.Open(signal);

        _reporter.EventCalled("Antwoord: niet overgenomen").ShouldContain(
            "Hiervoor is dit jaar geen budget. Reden: Geld Welk feit zit daarachter? Het budget voor brieven is op. "
            + "Wat moet er veranderen voor een ja? Nieuw geld in 2027.");
        _reporter.Text.ShouldContain("Er is een antwoord. Laat tot en met maandag 5 oktober 2026 weten wat je ervan vindt.");
    }

    [Fact]
    public async Task The_question_above_a_fact_is_the_one_that_was_asked()
    {
        var signal = await _reporter.SubmitsASignal();
        await _manager.Open($"{signal}/antwoord");
        var asked = _manager.Page.QuerySelector("label[for=Input_Fact]")!.TextContent;
        _manager.Page.QuerySelector($"label[for=Input_NotAdoptedReason_{NotAdoptedReason.ItCannot}]")!.TextContent.ShouldContain("Welk systeem kan het niet, en wanneer wel?");

        await _manager.Choose("Niet overgenomen").Choose("ICT kan het niet").Fill(asked, "Het zaaksysteem.").Fill("Wat moet er veranderen voor een ja?", "Een nieuw systeem.")
            .Fill(OwnWords, "Dit kan niet.").SendsAfterPreview();

        await _reporter.Open(signal);
        _reporter.EventCalled("Antwoord: niet overgenomen").ShouldContain($"Reden: ICT kan het niet {asked} Het zaaksysteem.");
    }

    [Theory]
    [InlineData("Overgenomen", "Antwoord: overgenomen")]
    [InlineData("Deels overgenomen", "Antwoord: deels overgenomen")]
    public async Task What_is_adopted_comes_with_a_promise(string outcome, string heading)
    {
        var signal = await _reporter.SubmitsASignal();
        await _manager.Open($"{signal}/antwoord");

        await _manager.Choose(outcome).Fill(OwnWords, "Dit gaan we doen.").Fill("Wat gaan jullie doen?", "De brief herschrijven.")
            .Fill("Wie doet het?", "Team Brieven").Fill("Wanneer is het klaar?", "2026-12-01").SendsAfterPreview();

        await _reporter.Open(signal);
        _reporter.EventCalled(heading).ShouldContain("Dit gaan we doen.");
        _reporter.Page.QuerySelector("#toezeggingen")!.ParentElement!.TextContent.ShouldContain("De brief herschrijven.");
        _reporter.Text.ShouldContain("Team Brieven, uiterlijk dinsdag 1 december 2026.");
    }

    [Fact]
    public async Task What_is_arranged_already_says_where()
    {
        var signal = await _reporter.SubmitsASignal();
        await _manager.Open($"{signal}/antwoord");

        await _manager.Choose("Al geregeld", Question).Fill(OwnWords, "Dit is klaar.").Fill("Waar is het geregeld?", "In de werkinstructie.")
            .SendsAfterPreview();

        await _reporter.Open(signal);
        _reporter.EventCalled("Antwoord: al geregeld").ShouldContain("Dit is klaar. Waar is het geregeld? In de werkinstructie.");
    }

    [Fact]
    public async Task What_is_outside_our_power_says_to_whom_it_was_passed_on()
    {
        var signal = await _reporter.SubmitsASignal();
        await _manager.Open($"{signal}/antwoord");

        await _manager.Choose("Buiten onze macht").Fill(OwnWords, "Het ministerie beslist.").Fill("Aan wie is het doorgegeven?", "Het ministerie")
            .SendsAfterPreview();

        await _reporter.Open(signal);
        _reporter.EventCalled("Antwoord: buiten onze macht").ShouldContain("Het ministerie beslist. Aan wie is het doorgegeven? Het ministerie");
    }

    [Fact]
    public async Task What_was_filled_in_for_another_outcome_is_neither_judged_nor_kept()
    {
        var signal = await _reporter.SubmitsASignal();
        await _manager.Open($"{signal}/antwoord");

        await _manager.Choose("Geld").Fill("Welk feit zit daarachter?", "Verborgen feit").Fill("Wanneer kijken we opnieuw?", "2020-01-01")
            .Fill("Wat gaan jullie doen?", "Verborgen belofte").Fill("Aan wie is het doorgegeven?", "Verborgen adres")
            .Choose("Al geregeld", Question).Fill(OwnWords, "Dit is klaar.").Fill("Waar is het geregeld?", "In de planning.").SendsAfterPreview();

        _manager.ShouldBeBackAt(signal);
        await _reporter.Open(signal);
        _reporter.Text.ShouldNotContain("Verborgen");
        _reporter.Page.QuerySelector("#toezeggingen").ShouldBeNull();
    }

    [Theory]
    [InlineData(null, "Input_Outcome", "Input_Explanation")]
    [InlineData("Overgenomen", "Input_Explanation", "Input_Promises_0__What")]
    [InlineData("Niet overgenomen", "Input_Explanation", "Input_NotAdoptedReason", "Input_Fact", "Input_WhatWouldChange")]
    [InlineData("Al geregeld", "Input_Explanation", "Input_Where")]
    [InlineData("Buiten onze macht", "Input_Explanation", "Input_PassedOnTo")]
    public async Task Each_outcome_asks_for_its_own_facts(string? outcome, params string[] fields)
    {
        var signal = await _reporter.SubmitsASignal();
        await _manager.Open($"{signal}/antwoord");

        await (outcome is null ? _manager : _manager.Choose(outcome, Question)).Press("Bekijk hoe de melder dit leest");

        _manager.ShouldBeAskedFor(fields);
    }

    [Fact]
    public async Task Half_a_promise_is_asked_for_the_rest_and_nothing_typed_is_lost()
    {
        var signal = await _reporter.SubmitsASignal();
        await _manager.Open($"{signal}/antwoord");

        await _manager.Choose("Overgenomen").Fill(OwnWords, "Ja.").Fill("Wat gaan jullie doen?", "De brief herschrijven.")
            .Press("Bekijk hoe de melder dit leest");

        _manager.ShouldBeAskedFor("Input_Promises_0__Who", "Input_Promises_0__By");
        _manager.ValueOf("Wat gaan jullie doen?").ShouldBe("De brief herschrijven.");
        _manager.ValueOf(OwnWords).ShouldBe("Ja.");
    }

    [Theory]
    [InlineData("Overgenomen", "Wanneer is het klaar?", "2026-09-06", SignalRule.APromiseIsForAComingDay)]
    [InlineData("Niet overgenomen", "Wanneer kijken we opnieuw?", "2026-09-07", SignalRule.LookingAgainIsInTheFuture)]
    public async Task A_day_that_has_passed_is_refused(string outcome, string field, string day, SignalRule rule)
    {
        var signal = await _reporter.SubmitsASignal();
        await _manager.Open($"{signal}/antwoord");

        await _manager.Choose(outcome).Choose("Geld").Fill("Welk feit zit daarachter?", "Op.").Fill("Wat moet er veranderen voor een ja?", "Geld.")
            .Fill(OwnWords, "Zo is het.").Fill("Wat gaan jullie doen?", "Schrijven.").Fill("Wie doet het?", "Wij").Fill(field, day)
            .Press("Bekijk hoe de melder dit leest");

        _manager.ShouldReadTheRule(rule);
        _manager.ValueOf(field).ShouldBe(day);
    }
}
