using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

/// <summary>The unit that holds it exists no more.</summary>
public class HandOverTests
{
    [Fact]
    public void The_unit_above_starts_its_term_and_the_day_of_the_answer_stays()
    {
        foreach (var signal in new[] { Given.ASignal(), Given.AnAcknowledgedSignal() })
        {
            signal.HandOver(Given.FromTeam, Given.On(4));

            (signal.Status, signal.HeldByUnitId).ShouldBe((SignalStatus.New, Given.Department.UnitId));
            (signal.DueOn, signal.AnswerBy).ShouldBe((Given.November(9), Given.November(30)));
            signal.LastEvent.ShouldBe(
                new HandedOver(Given.Team.UnitId, Given.Department.UnitId, AcknowledgeBy: Given.November(9), AnswerBy: Given.November(30)));
            signal.Timeline[^1].ActedAs.ShouldBe(ActedAs.Portal);
        }
    }

    [Fact]
    public void There_is_never_less_time_for_the_answer_than_for_reading_it()
    {
        var signal = Given.ASignal(risk: RiskLevel.High);

        signal.HandOver(Given.FromTeam, Given.On(20));

        (signal.DueOn, signal.AnswerBy).ShouldBe((Given.November(23), Given.November(23)));
    }

    [Fact]
    public void A_missed_term_that_was_told_is_over()
    {
        var signal = Given.ASignal();
        signal.PassTime(new([Given.Team, Given.Department.WithoutManager]), Given.On(6));

        signal.HandOver(Given.FromTeam, Given.On(6));
        signal.PassTime(Given.FromDepartment, Given.On(11));

        (signal.DueOn, signal.NextTermEndsOn, signal.HeldByUnitId).ShouldBe((Given.November(11), null, Given.Department.UnitId));
    }

    [Fact]
    public void A_term_of_the_law_goes_on_as_it_was()
    {
        foreach (var signal in new[] { Given.ASignal(SignalKind.Wrongdoing), Given.AnAcknowledgedSignal(SignalKind.Wrongdoing) })
        {
            var before = (signal.Status, signal.DueOn, signal.AnswerBy);

            signal.HandOver(new([Given.Desk, Given.OtherTeam]), Given.On(6));

            (signal.Status, signal.DueOn, signal.AnswerBy).ShouldBe(before);
        }
    }

    [Fact]
    public void Who_takes_over_an_open_question_has_time_to_read_it()
    {
        var signal = Given.ASignal();
        signal.Acknowledge(Given.November(3), "Ik kijk.", by: Given.TeamLead, Given.Monday);
        signal.Ask("Om welke herzieningen gaat het?", by: Given.TeamLead, Given.Tuesday);
        signal.HandOver(Given.FromTeam, Given.On(4));

        signal.Reply("De herzieningen WW.", by: Given.Reporter, Given.On(5));

        signal.DueOn.ShouldBe(Given.November(10));
    }

    [Fact]
    public void The_reporter_keeps_the_time_for_a_reply()
    {
        var signal = Given.ASignalWithAQuestion();

        signal.HandOver(Given.FromTeam, Given.On(4));
        (signal.Status, signal.DueOn).ShouldBe((SignalStatus.AwaitingReply, Given.November(16)));
        signal.LastEvent.ShouldBe(new HandedOver(Given.Team.UnitId, Given.Department.UnitId, AcknowledgeBy: null, AnswerBy: null));
        signal.Reply("De herzieningen WW.", by: Given.Reporter, Given.On(5));
        signal.Answer(Given.No, by: Given.DepartmentHead, Given.On(6));

        signal.Status.ShouldBe(SignalStatus.Answered);
    }

    [Fact]
    public void The_reporter_keeps_the_time_for_a_verdict_and_the_unit_above_says_it_in_clearer_words()
    {
        var signal = Given.AnAnsweredSignal();

        signal.HandOver(Given.FromTeam, Given.On(4));
        (signal.Status, signal.DueOn).ShouldBe((SignalStatus.Answered, Given.November(30)));
        signal.GiveVerdict(Verdict.NotUnderstood, "Welk budget?", Given.FromDepartment, by: Given.Reporter, Given.On(5));
        signal.Clarify("Dat van ICT.", by: Given.DepartmentHead, Given.On(6));

        signal.Status.ShouldBe(SignalStatus.Answered);
    }

    [Fact]
    public void Who_gets_an_answer_to_clarify_has_the_whole_time_for_that()
    {
        var signal = Given.AnUnclearAnswer();

        signal.HandOver(Given.FromTeam, Given.On(9));
        (signal.Status, signal.DueOn).ShouldBe((SignalStatus.AwaitingClarification, Given.November(16)));
        signal.PassTime(Given.FromDepartment, Given.On(10));

        signal.HeldByUnitId.ShouldBe(Given.Department.UnitId);
    }

    [Fact]
    public void What_is_closed_stays_closed_and_comes_back_to_the_unit_above()
    {
        var signal = Given.AClosedSignal(Given.No with { LookAgainOn = Given.November(9) });

        signal.HandOver(Given.FromTeam, Given.On(4));
        (signal.Status, signal.DueOn, signal.NextStepOn).ShouldBe((SignalStatus.Closed, null, Given.November(9)));
        signal.PassTime(Given.FromDepartment, Given.On(9));

        (signal.Status, signal.HeldByUnitId).ShouldBe((SignalStatus.New, Given.Department.UnitId));
    }

    [Fact]
    public void Promises_go_along()
    {
        var signal = Given.AClosedSignal(Given.Yes);

        signal.HandOver(Given.FromTeam, Given.On(4));
        signal.ReportPromise(signal.Promises[0].Id, "Zie het rooster.", by: Given.DepartmentHead, Given.On(5));

        signal.Promises[0].OwnerUnitId.ShouldBe(Given.Department.UnitId);
    }

    [Fact]
    public void It_goes_to_the_first_who_can_take_it_also_who_had_it_before()
    {
        var signal = Given.AnEscalatedSignal();
        signal.Reroute(Given.OtherTeam, "Dit is van hen.", Given.FromDepartment, by: Given.DepartmentHead, Given.Monday);
        var line = new ManagementLine([Given.OtherTeam, Given.HelpTeam.WithoutManager, Given.Department, Given.Directorate]);

        signal.HandOver(line, Given.On(4));

        signal.HeldByUnitId.ShouldBe(Given.Department.UnitId);
        signal.Holders.Count.ShouldBe(3);
    }

    [Fact]
    public void When_nobody_above_can_take_it_the_one_above_has_it_rather_than_nobody()
    {
        var signal = Given.ASignal();

        signal.HandOver(new([Given.Team, Given.Department.WithoutManager, Given.Directorate.ManagedBy(Given.Reporter)]), Given.On(4));

        signal.HeldByUnitId.ShouldBe(Given.Department.UnitId);
    }
}
