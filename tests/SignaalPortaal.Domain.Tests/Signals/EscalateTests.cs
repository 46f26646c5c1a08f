using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

public class EscalateTests
{
    [Fact]
    public void A_manager_takes_a_signal_to_the_layer_above_with_advice()
    {
        var signal = Given.AnAcknowledgedSignal();

        signal.Escalate("Ik ga hier niet over.", "Doen.", Given.FromTeam, by: Given.TeamLead, Given.Tuesday);

        signal.Status.ShouldBe(SignalStatus.New);
        signal.HeldByUnitId.ShouldBe(Given.Department.UnitId);
        (signal.DueOn, signal.AnswerBy).ShouldBe((Given.November(6), Given.December(1)));
        signal.LastEvent.ShouldBe(new Escalated(
            EscalationCause.ByManager, Given.Team.UnitId, Given.Department.UnitId, Given.November(6), Given.December(1),
            Reason: "Ik ga hier niet over.", Advice: "Doen."));
    }

    [Fact]
    public void The_layer_that_let_it_go_stays_a_holder_and_does_not_act_any_more()
    {
        var signal = Given.AnEscalatedSignal();

        signal.Holders.Select(holder => holder.UnitId).ShouldBe([Given.Team.UnitId, Given.Department.UnitId]);
        Given.Breaks(SignalRule.OnlyTheHolderActs, signal, () => signal.Answer(Given.No, by: Given.TeamLead, Given.Tuesday));
    }

    [Fact]
    public void It_passes_over_who_cannot_take_it()
    {
        var signal = Given.ASignal(aboutMyManager: true);
        var line = new ManagementLine(
        [
            Given.Department, Given.Directorate.WithoutManager, Given.OtherTeam.ManagedBy(Given.TeamLead),
            Given.HelpTeam.ManagedBy(Given.Reporter), Given.Board,
        ]);

        signal.Escalate("Hoger.", "Doen.", line, by: Given.DepartmentHead, Given.Tuesday);

        signal.HeldByUnitId.ShouldBe(Given.Board.UnitId);
    }

    [Fact]
    public void At_the_top_there_is_nobody_to_escalate_to()
    {
        var signal = Given.AnEscalatedSignal();
        signal.Escalate("Hoger.", "Doen.", Given.FromDepartment, by: Given.DepartmentHead, Given.Tuesday);
        signal.Escalate("Hoger.", "Doen.", Given.FromDirectorate, by: Given.Director, Given.Tuesday);

        Given.Breaks(
            SignalRule.NobodyAboveCanTakeIt, signal,
            () => signal.Escalate("Hoger.", "Doen.", Given.FromBoard, by: Given.BoardChair, Given.Tuesday));
    }

    [Fact]
    public void A_unit_that_held_it_does_not_get_it_back_by_escalating()
    {
        var signal = Given.AnEscalatedSignal();
        signal.Reroute(Given.OtherTeam, "Dit is van hen.", Given.FromDepartment, by: Given.DepartmentHead, Given.Tuesday);
        var line = new ManagementLine([Given.OtherTeam, Given.Department, Given.Directorate]);

        signal.Escalate("Hoger.", "Doen.", line, by: Given.OtherTeamLead, Given.Tuesday);

        signal.HeldByUnitId.ShouldBe(Given.Directorate.UnitId);
    }

    [Fact]
    public void The_desk_keeps_its_signals()
    {
        var signal = Given.ASignal(SignalKind.UndesirableBehaviour);

        Given.Breaks(
            SignalRule.TheDeskKeepsItsSignals, signal,
            () => signal.Escalate("Hoger.", "Doen.", Given.FromDesk, by: Given.ConfidentialAdviser, Given.Tuesday));
        signal.NextUnits(Given.FromDesk).ShouldBeEmpty();
    }

    [Fact]
    public void Only_who_acts_for_the_holder_escalates()
    {
        var signal = Given.ASignal();

        Given.Breaks(
            SignalRule.OnlyTheHolderActs, signal,
            () => signal.Escalate("Hoger.", "Doen.", Given.FromTeam, by: Given.DepartmentHead, Given.Tuesday));
    }

    [Fact]
    public void Escalating_needs_a_reason_and_advice()
    {
        var signal = Given.ASignal();

        Given.Breaks(
            SignalRule.TextIsWithinItsLimits, signal,
            () => signal.Escalate("", "Doen.", Given.FromTeam, by: Given.TeamLead, Given.Tuesday));
        Given.Breaks(
            SignalRule.TextIsWithinItsLimits, signal,
            () => signal.Escalate("Hoger.", " ", Given.FromTeam, by: Given.TeamLead, Given.Tuesday));
    }

    [Fact]
    public void What_is_decided_is_not_escalated()
    {
        var (answered, closed) = (Given.AnAnsweredSignal(), Given.AClosedSignal());

        Given.Breaks(
            SignalRule.AnAnsweredSignalAwaitsTheVerdict, answered,
            () => answered.Escalate("Hoger.", "Doen.", Given.FromTeam, by: Given.TeamLead, Given.Tuesday));
        Given.Breaks(
            SignalRule.AClosedSignalIsNotChanged, closed,
            () => closed.Escalate("Hoger.", "Doen.", Given.FromTeam, by: Given.TeamLead, Given.Tuesday));
    }
}
