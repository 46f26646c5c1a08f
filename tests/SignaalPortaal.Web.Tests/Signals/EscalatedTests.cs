using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Signals;

/// <summary>What a layer sees of what came up to it, and of promises below it.</summary>
public sealed class EscalatedTests(Portal portal) : IClassFixture<Portal>
{
    private const string NotForYou = "Toezegging bij een signaal dat niet bij jullie ligt";

    [Fact]
    public async Task Who_acts_for_no_unit_has_no_such_page()
    {
        foreach (var person in new[] { portal.Cast.Reporter, portal.Cast.Administrator, portal.Cast.Union })
        {
            (await portal.As(person).Open("/directie")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task The_words_of_the_reporter_stand_first_and_then_what_each_layer_added()
    {
        var reference = await portal.Raises(portal.Cast.Reporter);
        await portal.Does(portal.Cast.TeamLead, reference, new EscalateSignal { Reason = "Te groot voor het team.", Advice = "Opnieuw." });
        await portal.Does(portal.Cast.HeadOfDepartment, reference, new EscalateSignal { Reason = "Te groot voor de afdeling.", Advice = "Stop." });

        var director = await portal.As(portal.Cast.Director).Open("/directie");

        var places = new[] { "Burgers bellen ons elke dag", "Te groot voor het team.", "Te groot voor de afdeling." }
            .Select(words => director.Text.IndexOf(words, StringComparison.Ordinal)).ToList();
        places.ShouldAllBe(place => place > 0);
        places.ShouldBe(places.Order());
    }

    [Fact]
    public async Task A_late_promise_below_is_named_by_its_unit_only_unless_the_signal_came_here()
    {
        await LatePromise(await portal.Raises(portal.Cast.ColleagueInTheSouth), portal.Cast.TeamLeadOfTheSouth);

        var director = await portal.As(portal.Cast.Director).Open("/directie");
        var manager = await portal.As(portal.Cast.TeamLeadOfTheSouth).Open("/directie");

        director.Text.ShouldContain(NotForYou);
        director.Text.ShouldContain("Team Zuid");
        director.Text.ShouldNotContain("De zaal verbouwen.");
        manager.Text.ShouldContain("De zaal verbouwen.");
    }

    [Fact]
    public async Task What_the_confidential_desk_promises_is_nobody_elses_business()
    {
        await LatePromise(await portal.Raises(portal.Cast.Reporter, SignalKind.UndesirableBehaviour), portal.Cast.ConfidentialAdviser);

        var board = await portal.As(portal.Cast.Board).Open("/directie");

        board.Text.ShouldNotContain("Vertrouwensloket");
        board.Text.ShouldNotContain("De zaal verbouwen.");
    }

    [Fact]
    public async Task A_late_promise_about_the_viewer_or_of_a_withdrawn_signal_is_not_counted()
    {
        var aboutTheLead = await portal.Raises(portal.Cast.Reporter, aboutMyManager: true);
        var helpTeam = portal.Cast.Units["HULP"];
        await portal.Does(portal.Cast.HeadOfDepartment, aboutTheLead, new RerouteSignal { ToUnit = helpTeam, Reason = "Hulp nodig." });
        await LatePromise(aboutTheLead, portal.Cast.HelpTeamLead);
        await portal.Database.Scalar<int>($"""
            insert into signal_conflicts select organisation_id, id, '{portal.Cast.DeputyDirector}' from signals where reference = '{aboutTheLead}'
            """);

        (await portal.As(portal.Cast.Director).Open("/directie")).Text.ShouldContain("Hulpteam");
        (await portal.As(portal.Cast.DeputyDirector).Open("/directie")).Text.ShouldNotContain("Hulpteam");
        await portal.Does(portal.Cast.Reporter, aboutTheLead, new WithdrawSignal { Reason = "Opgelost." });
        (await portal.As(portal.Cast.Director).Open("/directie")).Text.ShouldNotContain("Hulpteam");
    }

    /// <summary>For a day that has passed two days later.</summary>
    private async Task LatePromise(string reference, Guid holder)
    {
        await portal.Does(holder, reference, new AnswerSignal
        {
            Outcome = Outcome.Adopted,
            Explanation = "Dit gaan we doen.",
            Promises = [new PromiseRow { What = "De zaal verbouwen.", Who = "De beheerder", By = portal.Today }],
        });
        portal.Clock.AdvanceDays(2);
    }
}
