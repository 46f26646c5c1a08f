using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

/// <summary>Who acts is a person: another unit with the same person is another name for the same silence, or the same conflict.</summary>
public class SamePersonTests
{
    [Fact]
    public void Silence_passes_over_the_layer_that_the_same_person_manages()
    {
        var signal = Given.ASignal();

        signal.PassTime(new([Given.Team, Given.Department.ManagedBy(Given.TeamLead), Given.Directorate, Given.Board]), Given.On(6));

        signal.HeldByUnitId.ShouldBe(Given.Directorate.UnitId);
    }

    [Fact]
    public void Silence_passes_over_whoever_was_silent_two_layers_ago()
    {
        var signal = Given.ASignal();
        signal.PassTime(Given.FromTeam, Given.On(6));

        signal.PassTime(new([Given.Department, Given.Directorate.ManagedBy(Given.TeamLead), Given.Board]), Given.On(20));

        signal.HeldByUnitId.ShouldBe(Given.Board.UnitId);
    }

    [Fact]
    public void It_is_the_one_who_stands_in_that_was_silent()
    {
        var away = Given.Team with { StandInId = Given.Deputy.PersonId };
        var signal = Given.ASignal();

        signal.PassTime(new([away, Given.Department with { StandInId = Given.Deputy.PersonId }, Given.Directorate, Given.Board]), Given.On(6));

        signal.HeldByUnitId.ShouldBe(Given.Directorate.UnitId);
    }

    [Fact]
    public void Nobody_hands_a_signal_to_themselves()
    {
        var signal = Given.ASignal();
        ManagementLine line = new([Given.Team, Given.Department.ManagedBy(Given.TeamLead)]);

        Given.Breaks(
            SignalRule.NobodyAboveCanTakeIt, signal,
            () => signal.Escalate("Te groot voor ons.", "Doen.", line, by: Given.TeamLead, Given.Tuesday));
        signal.ActsOf(Given.TeamLead, line, Given.Tuesday).HasFlag(SignalActs.Escalate).ShouldBeFalse();
    }

    [Fact]
    public void A_signal_leaves_the_unit_for_which_its_reporter_now_acts()
    {
        var signal = Given.ASignal();
        var answerBy = signal.AnswerBy;

        signal.LeaveConflict(Given.FromTeam with { Units = [Given.Team with { StandInId = Given.Reporter.PersonId }, Given.Department, Given.Directorate] }, Given.Tuesday)
            .ShouldBeTrue();

        (signal.HeldByUnitId, signal.Status).ShouldBe((Given.Department.UnitId, SignalStatus.New));
        signal.LastEvent.ShouldBe(new HandedOver(Given.Team.UnitId, Given.Department.UnitId, signal.DueOn, signal.AnswerBy, InConflict: true));
        signal.AnswerBy.ShouldBeGreaterThanOrEqualTo(answerBy);
    }

    [Fact]
    public void A_signal_leaves_the_unit_for_which_now_the_one_acts_whom_it_is_about()
    {
        var signal = Signal.Submit(
            SignalKind.Bottleneck, Given.Content, RiskLevel.Medium, aboutMyManager: true, Given.FromDepartment, Given.FromTeam, Given.Desk, by: Given.Reporter,
            Given.Monday);

        signal.LeaveConflict(new([Given.Department.ManagedBy(Given.TeamLead), Given.Directorate]), Given.Tuesday).ShouldBeTrue();

        signal.HeldByUnitId.ShouldBe(Given.Directorate.UnitId);
    }

    [Fact]
    public void From_the_desk_it_leaves_to_oversight_and_never_to_the_line()
    {
        var (withOversight, without) = (Given.ASignal(SignalKind.Wrongdoing), Given.ASignal(SignalKind.Wrongdoing));
        var desk = Given.Desk with { StandInId = Given.Reporter.PersonId };

        withOversight.LeaveConflict(new([desk, Given.Board], Given.Oversight), Given.Tuesday).ShouldBeTrue();
        without.LeaveConflict(new([desk, Given.Board]), Given.Tuesday).ShouldBeFalse();

        (withOversight.HeldByUnitId, without.HeldByUnitId).ShouldBe((Given.Oversight.UnitId, Given.Desk.UnitId));
    }

    [Fact]
    public void Where_nobody_is_in_conflict_nothing_moves()
    {
        var signal = Given.ASignal();
        var before = signal.Everything;

        signal.LeaveConflict(Given.FromTeam, Given.Tuesday).ShouldBeFalse();
        signal.LeaveConflict(new([Given.Team with { StandInId = Given.Deputy.PersonId }, Given.Department]), Given.Tuesday).ShouldBeFalse();

        signal.Everything.ShouldBe(before);
    }

    [Fact]
    public void A_lower_risk_is_told_to_the_next_unit_of_another_person_and_never_to_the_line_by_the_desk()
    {
        var (high, desk, deskWithOversight) = (
            Given.ASignal(risk: RiskLevel.High), Given.ASignal(SignalKind.Aggression, RiskLevel.High), Given.ASignal(SignalKind.Aggression, RiskLevel.High));

        high.Assess("Het valt mee.", RiskLevel.Low, "Er is een controle.", new([Given.Team, Given.Department.ManagedBy(Given.TeamLead), Given.Directorate]), Given.TeamLead, Given.Tuesday);
        desk.Assess("Het valt mee.", RiskLevel.Low, "Er is een controle.", Given.FromDesk, Given.ConfidentialAdviser, Given.Tuesday);
        deskWithOversight.Assess("Het valt mee.", RiskLevel.Low, "Er is een controle.", Given.FromDeskWithOversight, Given.ConfidentialAdviser, Given.Tuesday);

        Told(high).ShouldBe(Given.Directorate.UnitId);
        Told(desk).ShouldBeNull();
        Told(deskWithOversight).ShouldBe(Given.Oversight.UnitId);
        Notice.Of(high.LastEvent, high, high.HeldByUnitId).ShouldContain(new Notice(MessageKind.RiskLowered, Given.Directorate.UnitId));

        static Guid? Told(Signal signal) => ((Assessed)signal.LastEvent).Told;
    }

    [Fact]
    public void Whom_it_is_about_is_not_told_that_the_risk_is_lower()
    {
        var signal = Given.ASignal(risk: RiskLevel.High, aboutMyManager: true);

        signal.Assess(
            "Het valt mee.", RiskLevel.Low, "Er is een controle.", new([Given.Department, Given.Directorate.ManagedBy(Given.TeamLead), Given.Board]),
            Given.DepartmentHead, Given.Tuesday);

        ((Assessed)signal.LastEvent).Told.ShouldBe(Given.Board.UnitId);
    }
}
