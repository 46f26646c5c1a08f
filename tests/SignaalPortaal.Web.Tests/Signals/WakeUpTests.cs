using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Signals;

public sealed class WakeUpTests(Portal portal) : IClassFixture<Portal>
{
    private readonly Visitor _reporter = portal.As(portal.Cast.Reporter);

    [Fact]
    public async Task On_the_day_to_look_again_it_comes_back_with_the_old_answer_and_not_a_day_earlier()
    {
        var signal = await NotNow(lookAgainInDays: 60);

        portal.Clock.AdvanceDays(59);
        (await WakeUpRound()).ShouldBe(0);
        portal.Clock.AdvanceDays(1);
        (await WakeUpRound()).ShouldBe(1);

        await _reporter.Open(signal);
        _reporter.EventCalled("Tijd om opnieuw te kijken").ShouldContain("door het portaal");
        _reporter.Text.ShouldContain("Team Noord laat uiterlijk");
        var manager = await portal.As(portal.Cast.TeamLead).Open(signal);
        manager.Text.ShouldContain("Hiervoor is dit jaar geen budget.");
        manager.Offers("Geef antwoord").ShouldBeTrue();
    }

    [Fact]
    public async Task Another_round_finds_nothing_to_do()
    {
        await NotNow(lookAgainInDays: 5);
        portal.Clock.AdvanceDays(5);

        await WakeUpRound();

        (await WakeUpRound()).ShouldBe(0);
    }

    [Fact]
    public async Task Nodes_that_wake_it_up_at_the_same_moment_do_it_once()
    {
        var signal = await NotNow(lookAgainInDays: 5);
        portal.Clock.AdvanceDays(5);
        var due = (await portal.SendAsPortal(new GetSignalsToWakeUp())).ShouldHaveSingleItem();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => portal.SendAsPortal(new WakeUpSignal(due.OrganisationId, due.SignalId))));

        await _reporter.Open(signal);
        _reporter.EventCalled("Tijd om opnieuw te kijken").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_is_withdrawn_or_went_to_another_layer_meanwhile_stays_asleep()
    {
        var withdrawn = await NotNow(lookAgainInDays: 5);
        await _reporter.Open($"{withdrawn}/intrekken");
        await _reporter.Fill("Waarom trek je je signaal in?", "Laat maar.").Press("Verstuur");
        var disputed = await NotNow(lookAgainInDays: 5);
        await _reporter.Open($"{disputed}/oordeel?keuze=Disagree");
        await _reporter.Fill("Vertel waarom", "Dit kan wel.").Press("Verstuur");

        portal.Clock.AdvanceDays(5);

        (await WakeUpRound()).ShouldBe(0);
    }

    private async Task<string> NotNow(int lookAgainInDays)
    {
        var signal = await _reporter.SubmitsASignal();
        await portal.Does(portal.Cast.TeamLead, signal.ToReference(), new AnswerSignal
        {
            Outcome = Outcome.NotAdopted,
            Explanation = "Hiervoor is dit jaar geen budget.",
            NotAdoptedReason = NotAdoptedReason.Money,
            Fact = "Het budget is op.",
            WhatWouldChange = "Nieuw geld.",
            LookAgainOn = portal.Today.AddDays(lookAgainInDays),
        });
        return signal;
    }

    /// <summary>What the worker does every few minutes. How many signals there were to wake up.</summary>
    private async Task<int> WakeUpRound()
    {
        var due = await portal.SendAsPortal(new GetSignalsToWakeUp());
        foreach (var signal in due)
        {
            await portal.SendAsPortal(new WakeUpSignal(signal.OrganisationId, signal.SignalId));
        }

        return due.Count;
    }
}
