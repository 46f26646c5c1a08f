using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

public class GiveVerdictTests
{
    [Fact]
    public void Understood_closes_the_signal()
    {
        var signal = Given.AnAnsweredSignal();

        signal.GiveVerdict(Verdict.Understood, text: null, Given.FromTeam, by: Given.Reporter, Given.Tuesday);

        (signal.Status, signal.ClosedBecause, signal.DueOn).ShouldBe((SignalStatus.Closed, Closing.Understood, null));
        signal.LastEvent.ShouldBe(new VerdictGiven(Verdict.Understood, Closes: true));
    }

    [Fact]
    public void Not_understood_returns_it_to_who_answered()
    {
        var signal = Given.AnAnsweredSignal();

        signal.GiveVerdict(Verdict.NotUnderstood, "Welk budget?", Given.FromTeam, by: Given.Reporter, Given.Tuesday);

        (signal.Status, signal.DueOn).ShouldBe((SignalStatus.AwaitingClarification, Given.November(10)));
        signal.HeldByUnitId.ShouldBe(Given.Team.UnitId);
        signal.LastEvent.ShouldBe(new VerdictGiven(Verdict.NotUnderstood, Closes: false, ClarifyBy: Given.November(10), "Welk budget?"));
    }

    [Fact]
    public void An_answer_is_clarified_once()
    {
        var signal = Given.AnUnclearAnswer();
        signal.Clarify("Het budget voor ICT.", by: Given.TeamLead, Given.Tuesday);

        Given.Breaks(
            SignalRule.AnAnswerIsClarifiedOnce, signal,
            () => signal.GiveVerdict(Verdict.NotUnderstood, "Nog niet.", Given.FromTeam, by: Given.Reporter, Given.Tuesday));
        signal.CanAskForClearerWords.ShouldBeFalse();
    }

    [Fact]
    public void The_answer_of_the_next_layer_can_be_asked_about_again()
    {
        var signal = Given.AnUnclearAnswer();
        signal.Clarify("Het budget voor ICT.", by: Given.TeamLead, Given.Tuesday);
        signal.GiveVerdict(Verdict.Disagree, "Dat is er wel.", Given.FromTeam, by: Given.Reporter, Given.Tuesday);
        signal.Answer(Given.No, by: Given.DepartmentHead, Given.Tuesday);

        signal.GiveVerdict(Verdict.NotUnderstood, "Welke post?", Given.FromDepartment, by: Given.Reporter, Given.Tuesday);

        signal.Status.ShouldBe(SignalStatus.AwaitingClarification);
    }

    [Fact]
    public void Disagree_takes_it_to_a_layer_that_has_not_decided()
    {
        var signal = Given.AnAnsweredSignal(Given.No with { LookAgainOn = Given.November(20) });

        signal.GiveVerdict(Verdict.Disagree, "Het budget is er wel.", Given.FromTeam, by: Given.Reporter, Given.Tuesday);

        (signal.Status, signal.HeldByUnitId, signal.LookAgainOn).ShouldBe((SignalStatus.New, Given.Department.UnitId, null));
        signal.Timeline[^2].Happened.ShouldBe(new VerdictGiven(Verdict.Disagree, Closes: false, ClarifyBy: null, "Het budget is er wel."));
        signal.LastEvent.ShouldBe(new Escalated(
            EscalationCause.ByReporter, Given.Team.UnitId, Given.Department.UnitId, Given.November(6), Given.December(1)));
    }

    [Fact]
    public void Nobody_decides_twice_on_the_same_signal()
    {
        var signal = Given.AnAnsweredSignal();
        var line = new ManagementLine([Given.Team, Given.Department.ManagedBy(Given.TeamLead), Given.Directorate]);

        signal.GiveVerdict(Verdict.Disagree, "Dezelfde persoon.", line, by: Given.Reporter, Given.Tuesday);

        signal.HeldByUnitId.ShouldBe(Given.Directorate.UnitId);
    }

    [Fact]
    public void Nobody_decides_twice_by_standing_in_for_another()
    {
        var signal = Given.AnAnsweredSignal();
        var line = new ManagementLine([Given.Team, Given.Department with { StandInId = Given.TeamLead.PersonId }, Given.Directorate]);

        signal.GiveVerdict(Verdict.Disagree, "Dezelfde persoon.", line, by: Given.Reporter, Given.Tuesday);

        signal.HeldByUnitId.ShouldBe(Given.Directorate.UnitId);
    }

    [Fact]
    public void When_no_layer_is_left_disagreement_closes_it_and_says_so()
    {
        var signal = Given.AnAnsweredSignal();

        signal.GiveVerdict(Verdict.Disagree, "Het budget is er wel.", new([Given.Team]), by: Given.Reporter, Given.Tuesday);

        (signal.Status, signal.ClosedBecause, signal.DueOn).ShouldBe((SignalStatus.Closed, Closing.Disagreed, null));
        signal.LastEvent.ShouldBe(new VerdictGiven(Verdict.Disagree, Closes: true, ClarifyBy: null, "Het budget is er wel."));
    }

    [Fact]
    public void What_the_desk_decided_goes_to_no_layer()
    {
        var signal = Given.ASignal(SignalKind.Wrongdoing);
        signal.Answer(Given.Yes, by: Given.ConfidentialAdviser, Given.Tuesday);

        signal.GiveVerdict(Verdict.Disagree, "Dit is te weinig.", Given.FromDesk, by: Given.Reporter, Given.Tuesday);

        (signal.ClosedBecause, signal.HeldByUnitId).ShouldBe((Closing.Disagreed, Given.Desk.UnitId));
    }

    [Theory]
    [InlineData(Verdict.NotUnderstood)]
    [InlineData(Verdict.Disagree)]
    public void A_verdict_that_asks_for_more_is_explained(Verdict verdict)
    {
        var signal = Given.AnAnsweredSignal();

        Given.Breaks(
            SignalRule.AVerdictIsExplained, signal,
            () => signal.GiveVerdict(verdict, " ", Given.FromTeam, by: Given.Reporter, Given.Tuesday));
    }

    [Fact]
    public void Without_an_answer_there_is_nothing_to_judge()
    {
        foreach (var signal in new[] { Given.ASignal(), Given.AnUnclearAnswer(), Given.AClosedSignal() })
        {
            Given.Breaks(
                SignalRule.ThereIsNoAnswerToJudge, signal,
                () => signal.GiveVerdict(Verdict.Understood, text: null, Given.FromTeam, by: Given.Reporter, Given.Tuesday));
        }
    }

    [Fact]
    public void A_verdict_that_does_not_exist_is_refused()
    {
        var signal = Given.AnAnsweredSignal();

        Given.Breaks(
            SignalRule.ThereIsNoAnswerToJudge, signal,
            () => signal.GiveVerdict((Verdict)99, "Tja.", Given.FromTeam, by: Given.Reporter, Given.Tuesday));
    }

    [Fact]
    public void Only_the_reporter_judges_the_answer()
    {
        var signal = Given.AnAnsweredSignal();

        Given.Breaks(
            SignalRule.OnlyTheReporterDoesThis, signal,
            () => signal.GiveVerdict(Verdict.Understood, text: null, Given.FromTeam, by: Given.TeamLead, Given.Tuesday));
    }

    [Fact]
    public void A_verdict_is_within_its_limits()
    {
        var (signal, tooLong) = (Given.AnAnsweredSignal(), new string('a', Words.LongMaxLength + 1));

        Given.Breaks(
            SignalRule.TextIsWithinItsLimits, signal,
            () => signal.GiveVerdict(Verdict.Understood, tooLong, Given.FromTeam, by: Given.Reporter, Given.Tuesday));
    }
}
