using SignaalPortaal.Application.Signals;
using SignaalPortaal.Application.Time;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Signals;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Tests.Time;

/// <summary>Silence climbs, and everybody can see that it did.</summary>
public sealed class PassTimeTests(Portal portal) : IClassFixture<Portal>
{
    private readonly Visitor _reporter = portal.As(portal.Cast.Reporter);

    [Fact]
    public async Task On_the_last_day_nothing_happens_and_the_day_after_the_department_has_it()
    {
        var signal = await _reporter.SubmitsASignal();
        var (raised, due) = (portal.Today, await DueOn(signal));

        portal.Clock.AdvanceDays(due.DayNumber - raised.DayNumber);
        await portal.LetTimePass();
        (await portal.As(portal.Cast.HeadOfDepartment).Sees(signal)).ShouldBeFalse();
        portal.Clock.AdvanceDays(1);
        await portal.LetTimePass();

        await _reporter.Open(signal);
        var moved = _reporter.EventCalled("Doorgezet naar Afdeling Toekenning");
        moved.ShouldContain("door het portaal");
        moved.ShouldContain($"Team Noord heeft niet op tijd gereageerd. Het signaal lag daar sinds {raised.InDutch()}.");
        moved.ShouldContain($"De laatste dag om te reageren was {due.InDutch()}. Het signaal ligt nu bij Afdeling Toekenning.");
        (await portal.As(portal.Cast.HeadOfDepartment).Sees(signal)).ShouldBeTrue();
        _reporter.Text.ShouldContain("Afdeling Toekenning laat uiterlijk");
    }

    [Fact]
    public async Task After_three_weeks_in_which_no_node_ran_it_moves_one_layer_which_then_has_its_whole_term()
    {
        var signal = await _reporter.SubmitsASignal();

        portal.Clock.AdvanceDays(25);
        await portal.LetTimePass();
        await portal.LetTimePass();

        await _reporter.Open(signal);
        _reporter.EventCalled("Doorgezet naar Afdeling Toekenning").ShouldContain("Uiterlijk");
        _reporter.Text.ShouldNotContain("Doorgezet naar Directie Uitvoering");
        (await DueOn(signal)).ShouldBeGreaterThan(portal.Today);
    }

    [Fact]
    public async Task At_the_top_it_stays_and_is_visibly_late_again_and_again()
    {
        var signal = await _reporter.SubmitsASignal();
        for (var day = 0; day < 32; day++)
        {
            portal.Clock.AdvanceDays(1);
            await portal.LetTimePass();
        }

        await _reporter.Open(signal);

        _reporter.EventCalled("Doorgezet naar Raad van bestuur").ShouldContain("Directie Uitvoering heeft niet op tijd gereageerd.");
        var missed = await portal.Database.Scalar<long>(
            $"select count(*) from timeline_entries e join signals s on s.id = e.signal_id where reference = '{signal.ToReference()}' and e.kind = 'TermMissed'");
        missed.ShouldBeGreaterThan(1);
        _reporter.Text.ShouldContain("dagen te laat");
        _reporter.Text.ShouldContain($"Dit onderdeel liet nu {missed} keer een laatste dag voorbijgaan.");
    }

    [Fact]
    public async Task A_unit_without_a_manager_is_passed_over_and_named()
    {
        await portal.Database.Scalar<int>($"delete from mandates where unit_id = '{portal.Cast.Units["AFDELING"]}'");
        var signal = await _reporter.SubmitsASignal();

        await TheDayPasses(signal);
        await portal.LetTimePass();
        await portal.Database.Scalar<int>(
            $"insert into mandates select organisation_id, id, '{portal.Cast.HeadOfDepartment}', 'Manager' from units where id = '{portal.Cast.Units["AFDELING"]}'");

        await _reporter.Open(signal);
        _reporter.EventCalled("Doorgezet naar Directie Uitvoering").ShouldContain("Afdeling Toekenning is overgeslagen: daar was toen geen leidinggevende.");
    }

    [Fact]
    public async Task What_the_desk_holds_never_goes_through_the_line()
    {
        var signal = await _reporter.SubmitsASignal(kind: "Ongewenst gedrag");

        portal.Clock.AdvanceDays(30);
        await portal.LetTimePass();

        await _reporter.Open(signal);
        _reporter.Text.ShouldContain("Nog geen reactie");
        foreach (var other in new[] { portal.Cast.TeamLead, portal.Cast.HeadOfDepartment, portal.Cast.Director, portal.Cast.Board })
        {
            (await portal.As(other).Sees(signal)).ShouldBeFalse();
            (await portal.As(other).Open("/berichten")).Text.ShouldNotContain("vertrouwensloket");
        }
    }

    [Fact]
    public async Task After_aggression_a_contact_that_nobody_confirms_is_told_above_without_telling_anything_else()
    {
        var signal = await _reporter.SubmitsASignal("Klant dreigde met slaan", kind: "Agressie");
        await portal.Database.Scalar<int>("delete from mails; delete from messages");

        portal.Clock.AdvanceDays(2);
        await portal.LetTimePass();

        // What the days meant for signals of other tests would push it off the first page.
        await portal.Database.Scalar<int>("delete from mails; delete from messages where kind <> 'DeskIsLate'");

        await _reporter.Open(signal);
        _reporter.EventCalled("Geen contact gemeld: binnen 24 uur").ShouldContain("Raad van bestuur heeft een bericht gekregen dat het vertrouwensloket te laat is.");
        var board = await portal.As(portal.Cast.Board).Open("/berichten");
        board.Text.ShouldContain(EnumTexts.MessageKind_DeskIsLate);
        board.Text.ShouldNotContain("Klant dreigde");
        board.Text.ShouldNotContain(Reference.Show(signal.ToReference()));
        (await board.Sees(signal)).ShouldBeFalse();

        await _reporter.Open($"{signal}/contact");
        await _reporter.Choose("Binnen 24 uur").Press("Ja, er was contact");
        _reporter.ShouldBeBackAt(signal);
        _reporter.EventCalled("Er was contact: binnen 24 uur").ShouldContain("door jou");
    }

    [Fact]
    public async Task Without_a_verdict_it_closes_and_that_is_not_called_understood()
    {
        var signal = await _reporter.SubmitsASignal();
        await portal.As(portal.Cast.TeamLead).DoesNotAdopt(signal);

        portal.Clock.AdvanceDays(28);
        await portal.LetTimePass();
        await _reporter.Open(signal);
        _reporter.Text.ShouldNotContain("Afgerond zonder reactie");
        portal.Clock.AdvanceDays(1);
        await portal.LetTimePass();

        await _reporter.Open(signal);
        _reporter.EventCalled("Afgerond zonder reactie").ShouldContain("Dit telt niet als ‘begrepen’.");
    }

    [Fact]
    public async Task What_was_not_adopted_comes_back_on_its_day_with_the_old_answer()
    {
        var signal = await _reporter.SubmitsASignal();
        await portal.Does(portal.Cast.TeamLead, signal.ToReference(), new AnswerSignal
        {
            Outcome = Outcome.NotAdopted,
            Explanation = "Hiervoor is dit jaar geen budget.",
            NotAdoptedReason = NotAdoptedReason.Money,
            Fact = "Het budget is op.",
            WhatWouldChange = "Nieuw geld.",
            LookAgainOn = portal.Today.AddDays(60),
        });

        portal.Clock.AdvanceDays(60);
        await portal.LetTimePass();

        await _reporter.Open(signal);
        _reporter.EventCalled("Tijd om opnieuw te kijken").ShouldContain("door het portaal");
        var manager = await portal.As(portal.Cast.TeamLead).Open(signal);
        manager.Text.ShouldContain("Hiervoor is dit jaar geen budget.");
        manager.Offers("Geef antwoord").ShouldBeTrue();
    }

    [Fact]
    public async Task One_signal_that_fails_holds_up_no_other()
    {
        var references = new List<string>();
        for (var count = 0; count < 12; count++)
        {
            references.Add(await portal.Raises(portal.Cast.Reporter));
        }

        await TheDayPasses(references[0]);
        var unlucky = await portal.Database.Scalar<Guid>($"select id from signals where reference = '{references[5]}'");
        await portal.Database.Scalar<int>($"alter table timeline_entries add constraint broken check (kind <> 'Escalated' or signal_id <> '{unlucky}')");

        await portal.LetTimePass();
        await portal.Database.Scalar<int>("alter table timeline_entries drop constraint broken");

        (await HeldByTheTeam(references)).ShouldBe([references[5]]);
        await portal.LetTimePass();
        (await HeldByTheTeam(references)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Six_nodes_at_the_same_moment_do_it_once()
    {
        var references = new List<string>();
        for (var count = 0; count < 40; count++)
        {
            references.Add(await portal.Raises(portal.Cast.Reporter));
        }

        await TheDayPasses(references[0]);
        var organisation = (await portal.SendAsPortal(new GetOrganisationsWithWork())).ShouldHaveSingleItem();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            while ((await portal.SendAsPortal(new PassTime(organisation, Most: 3, Except: []))).Claimed > 0)
            {
            }
        }));

        (await HeldByTheTeam(references)).ShouldBeEmpty();
        (await portal.Database.Scalar<long>($"""
            select count(*) from timeline_entries e join signals s on s.id = e.signal_id
            where e.kind = 'Escalated' and reference in ('{string.Join("','", references)}')
            """)).ShouldBe(references.Count);
    }

    [Fact]
    public async Task Who_writes_an_answer_while_it_moves_is_told_and_keeps_every_word()
    {
        var signal = await _reporter.SubmitsASignal();
        var manager = await portal.As(portal.Cast.TeamLead).Open($"{signal}/vraag");
        await portal.Database.Scalar<int>($"update signals set due_on = '{portal.Today.AddDays(-1):O}', next_step_on = '{portal.Today:O}' where reference = '{signal.ToReference()}'");
        await portal.LetTimePass();

        await manager.Fill("Wat wil je weten?", "Om welke brief gaat het?").Press("Bekijk hoe de melder dit leest");

        manager.ShouldReadTheRule(SignalRule.SomebodyElseWasFirst);
        manager.ValueOf("Wat wil je weten?").ShouldBe("Om welke brief gaat het?");
        manager.Text.ShouldContain("Doorgezet naar Afdeling Toekenning");
    }

    private async Task TheDayPasses(string signal) => portal.Clock.AdvanceDays((await DueOn(signal)).DayNumber - portal.Today.DayNumber + 1);

    private async Task<DateOnly> DueOn(string signal) => await portal.Database.Scalar<DateOnly>($"select due_on from signals where reference = '{signal.ToReference()}'");

    private async Task<string[]> HeldByTheTeam(IEnumerable<string> references) => (await portal.Database.Scalar<string[]>(
        $"select array(select reference::text from signals where held_by_unit_id = '{portal.Cast.Units["TEAM"]}' and reference in ('{string.Join("','", references)}'))"))!;
}
