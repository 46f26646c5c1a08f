using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Signals;

namespace SignaalPortaal.Web.Tests.Organisations;

/// <summary>What is closed but not finished, and what was promised.</summary>
public sealed class ReloadUnfinishedTests : ReloadTest
{
    [Fact]
    public async Task A_promise_of_a_closed_signal_goes_along_and_can_be_reported_above()
    {
        var reference = await Portal.Raises(Cast.Reporter);
        await Portal.Adopts(Cast.TeamLead, reference);
        await Portal.Does(Cast.Reporter, reference, new GiveVerdict { Verdict = Verdict.Understood });

        (await Portal.ClosesTheTeam()).HandedOver.ShouldBe(1);

        await Portal.Does(Cast.HeadOfDepartment, reference, new ReportPromise { Promise = await Portal.PromiseOf(reference), HowToSee = "Op het intranet." });
        (await Portal.As(Cast.Reporter).Open($"/signalen/{reference}")).Text.ShouldContain("Op het intranet.");
    }

    [Fact]
    public async Task So_does_one_that_its_owner_calls_done_and_its_reporter_does_not()
    {
        var reference = await Portal.Raises(Cast.Reporter);
        await Portal.Adopts(Cast.TeamLead, reference);
        var promise = await Portal.PromiseOf(reference);
        await Portal.Does(Cast.Reporter, reference, new GiveVerdict { Verdict = Verdict.Understood });
        await Portal.Does(Cast.TeamLead, reference, new ReportPromise { Promise = promise, HowToSee = "Op het intranet." });

        (await Portal.ClosesTheTeam()).HandedOver.ShouldBe(1);
        await Portal.Does(Cast.Reporter, reference, new JudgePromise { Promise = promise, Judgement = PromiseJudgement.NotKept, JudgementText = "Niets te zien." });

        await Portal.Does(Cast.HeadOfDepartment, reference, new ReportPromise { Promise = promise, HowToSee = "Nu wel." });
    }

    [Fact]
    public async Task A_promise_in_what_others_hold_goes_to_who_holds_it_and_is_shown_to_nobody_else()
    {
        var reference = await Portal.Raises(Cast.Reporter);
        await Portal.Adopts(Cast.TeamLead, reference);
        await Portal.Does(Cast.Reporter, reference, new GiveVerdict { Verdict = Verdict.Disagree, VerdictText = "Te weinig." });
        await Portal.Escalates(Cast.HeadOfDepartment, reference);

        var loaded = await Portal.ClosesTheTeam();

        loaded.HandedOver.ShouldBe(0);
        await Portal.Does(Cast.Director, reference, new ReportPromise { Promise = await Portal.PromiseOf(reference), HowToSee = "Op het intranet." });
        (await Portal.As(Cast.Board).Sees($"/signalen/{reference}")).ShouldBeFalse();
    }

    [Fact]
    public async Task What_waits_for_a_day_to_look_again_comes_back_above()
    {
        var reference = await Portal.Raises(Cast.Reporter);
        await Portal.Does(Cast.TeamLead, reference, new AnswerSignal
        {
            Outcome = Outcome.NotAdopted,
            Explanation = "Geen geld.",
            NotAdoptedReason = NotAdoptedReason.Money,
            Fact = "Op.",
            WhatWouldChange = "Nieuw geld.",
            LookAgainOn = Portal.Today.AddDays(60),
        });
        await Portal.Does(Cast.Reporter, reference, new GiveVerdict { Verdict = Verdict.Understood });

        (await Portal.ClosesTheTeam()).HandedOver.ShouldBe(1);

        (await Portal.HolderOf(reference)).ShouldBe("AFDELING");
        (await Portal.Database.Scalar<string>($"select status from signals where reference = '{reference}'")).ShouldBe("Closed");
    }

    [Fact]
    public async Task What_is_finished_or_taken_back_stays_where_it_was()
    {
        var finished = await Portal.Raises(Cast.Reporter);
        await Portal.Does(Cast.TeamLead, finished, new AnswerSignal { Outcome = Outcome.AlreadyArranged, Explanation = "Is er al.", Where = "Op het intranet." });
        await Portal.Does(Cast.Reporter, finished, new GiveVerdict { Verdict = Verdict.Understood });
        var takenBack = await Portal.Raises(Cast.Reporter);
        await Portal.Adopts(Cast.TeamLead, takenBack);
        await Portal.Does(Cast.Reporter, takenBack, new WithdrawSignal { Reason = "Toch niet." });

        (await Portal.ClosesTheTeam()).HandedOver.ShouldBe(0);

        (await Portal.As(Cast.Reporter).Open($"/signalen/{finished}")).Text.ShouldContain("Team Noord");
        (await Portal.As(Cast.HeadOfDepartment).Sees($"/signalen/{finished}")).ShouldBeFalse();
        (await Portal.HolderOf(takenBack)).ShouldBe("TEAM");
    }

    [Fact]
    public async Task After_aggression_the_next_desk_keeps_in_touch_also_when_the_signal_is_closed()
    {
        var reference = await Portal.Raises(Cast.Reporter, SignalKind.Aggression);
        await Portal.Does(Cast.ConfidentialAdviser, reference, new AnswerSignal { Outcome = Outcome.AlreadyArranged, Explanation = "Geregeld.", Where = "Bij ons." });
        await Portal.Does(Cast.Reporter, reference, new GiveVerdict { Verdict = Verdict.Understood });

        await Portal.Reloads(
            Cast.UnitFile.Without("LOKET").With("PUNT,Meldpunt,meldpunt,ConfidentialDesk,BESTUUR,11,"), Cast.PeopleFile.Moved("PUNT", "LOKET"));

        (await Portal.HolderOf(reference)).ShouldBe("PUNT");
    }
}
