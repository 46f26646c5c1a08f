using System.Net;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Signals;

/// <summary>Requests that are both under way before either has changed anything: not often, but here every time.</summary>
public sealed class SameMomentTests(Portal portal) : IClassFixture<Portal>
{
    private const string OwnWords = "Het antwoord in je eigen woorden";

    [Fact]
    public async Task Of_two_people_who_answer_one_wins_and_the_other_reads_the_answer_and_keeps_the_own_text()
    {
        var signal = await portal.As(portal.Cast.Reporter).SubmitsASignal();
        var manager = await Prepares(portal.Cast.TeamLead, signal, "Wij gaan erover in gesprek.");
        var deputy = await Prepares(portal.Cast.Deputy, signal, "Dit ligt bij het ministerie.");

        await Together(signal, () => manager.Press("Verstuur"), () => deputy.Press("Verstuur"));

        var (won, lost, kept) = manager.Status is HttpStatusCode.OK
            ? (manager, deputy, "Dit ligt bij het ministerie.")
            : (deputy, manager, "Wij gaan erover in gesprek.");
        won.ShouldBeBackAt(signal);
        lost.ShouldReadTheRule(SignalRule.SomebodyElseWasFirst);
        lost.EventCalled("Antwoord: buiten onze macht").ShouldNotContain(kept);
        lost.ValueOf(OwnWords).ShouldBe(kept);

        lost.Text.ShouldContain("Hierdoor kan wat je wilde doen niet meer.");
        lost.Offers("Bekijk hoe de melder dit leest").ShouldBeFalse();
        (await EventsOf(signal)).ShouldBe("Submitted,Answered");
    }

    [Fact]
    public async Task Whoever_came_second_can_still_send_what_is_still_possible()
    {
        var signal = await portal.As(portal.Cast.Reporter).SubmitsASignal();
        var reporter = await portal.As(portal.Cast.Reporter).Open($"{signal}/aanvullen");
        reporter.Fill("Wat wil je toevoegen?", "Vandaag weer.");
        var manager = await portal.As(portal.Cast.TeamLead).Open($"{signal}/inschatting");
        await manager.Fill("Hoe kijk jij hiernaar?", "Dit herken ik.").Press("Bekijk hoe de melder dit leest");

        await Together(signal, () => reporter.Press("Verstuur"), () => manager.Press("Verstuur"));

        var (lost, rest) = reporter.Status is HttpStatusCode.OK
            ? (manager, new[] { "Bekijk hoe de melder dit leest", "Verstuur" })
            : (reporter, ["Verstuur"]);
        lost.ShouldReadTheRule(SignalRule.SomebodyElseWasFirst);
        foreach (var button in rest)
        {
            await lost.Press(button);
        }

        lost.ShouldBeBackAt(signal);
        (await EventsOf(signal)).Split(',').ShouldBe(["Submitted", "FactsAdded", "Assessed"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_double_click_is_one_event_and_both_answers_lead_to_the_signal()
    {
        var signal = await portal.As(portal.Cast.Reporter).SubmitsASignal();
        var reporter = await portal.As(portal.Cast.Reporter).Open($"{signal}/aanvullen");
        reporter.Fill("Wat wil je toevoegen?", "Vandaag weer.");
        var answers = new List<HttpResponseMessage>();

        await Together(signal, Send, Send);

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK && answer.RequestMessage!.RequestUri!.AbsolutePath == signal);
        (await EventsOf(signal)).ShouldBe("Submitted,FactsAdded");

        async Task Send()
        {
            using var request = reporter.Request("Verstuur");
            var answer = await reporter.Http.SendAsync(request);
            lock (answers)
            {
                answers.Add(answer);
            }
        }
    }

    /// <summary>Both have begun before either can finish.</summary>
    private async Task Together(string signal, Func<Task> one, Func<Task> other)
    {
        await using var held = await HeldSignal.Hold(portal.Database, signal.ToReference());
        var both = Task.WhenAll(one(), other());
        await held.WaitFor(requests: 2);
        await held.Release();
        await both;
    }

    private async Task<Visitor> Prepares(Guid person, string signal, string answer)
    {
        var visitor = await portal.As(person).Open($"{signal}/antwoord");
        return await visitor.Choose("Buiten onze macht").Fill("Aan wie is het doorgegeven?", "Het ministerie").Fill(OwnWords, answer)
            .Press("Bekijk hoe de melder dit leest");
    }

    private async Task<string> EventsOf(string signal) => (await portal.Database.Scalar<string>($"""
        select string_agg(entry.kind, ',' order by seq)
        from timeline_entries entry
        join signals on signals.id = signal_id
        where reference = '{signal.ToReference()}'
        """))!;
}
