using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

public class RerouteTests
{
    [Fact]
    public void A_signal_goes_sideways_with_the_reason()
    {
        var signal = Given.AnAcknowledgedSignal();

        signal.Reroute(Given.OtherTeam, "Zij doen de herzieningen.", Given.FromTeam, by: Given.TeamLead, Given.Tuesday);

        (signal.Status, signal.HeldByUnitId).ShouldBe((SignalStatus.New, Given.OtherTeam.UnitId));
        signal.LastEvent.ShouldBe(new Rerouted(
            Given.Team.UnitId, Given.OtherTeam.UnitId, Given.November(6), Given.November(30), "Zij doen de herzieningen."));
    }

    [Fact]
    public void Passing_it_on_does_not_buy_time()
    {
        var signal = Given.ASignal();

        signal.Reroute(Given.HelpTeam, "Zij kunnen dit.", Given.FromTeam, by: Given.TeamLead, Given.On(23));

        (signal.DueOn, signal.AnswerBy).ShouldBe((Given.November(26), Given.November(30)));
    }

    [Fact]
    public void The_new_unit_has_at_least_until_it_must_acknowledge()
    {
        var signal = Given.ASignal();

        signal.Reroute(Given.HelpTeam, "Zij kunnen dit.", Given.FromTeam, by: Given.TeamLead, Given.On(30));

        (signal.DueOn, signal.AnswerBy).ShouldBe((Given.December(3), Given.December(3)));
    }

    [Fact]
    public void It_can_go_down_and_back()
    {
        var signal = Given.AnEscalatedSignal();

        signal.Reroute(Given.Team, "Jullie kunnen dit zelf.", Given.FromDepartment, by: Given.DepartmentHead, Given.Tuesday);

        signal.HeldByUnitId.ShouldBe(Given.Team.UnitId);
        signal.Holders.Count.ShouldBe(2);
    }

    [Fact]
    public void The_layers_above_are_reached_by_escalating()
    {
        var signal = Given.ASignal();

        Given.Breaks(
            SignalRule.TheLayerAboveIsReachedByEscalating, signal,
            () => signal.Reroute(Given.Directorate, "Hoger.", Given.FromTeam, by: Given.TeamLead, Given.Tuesday));
    }

    [Fact]
    public void It_does_not_go_to_where_it_is()
    {
        var signal = Given.ASignal();

        Given.Breaks(
            SignalRule.TheUnitAlreadyHoldsIt, signal,
            () => signal.Reroute(Given.Team, "Hier.", Given.FromTeam, by: Given.TeamLead, Given.Tuesday));
    }

    [Fact]
    public void It_does_not_go_to_a_unit_that_cannot_take_it()
    {
        var signal = Given.ASignal(aboutMyManager: true);

        foreach (var unit in new[] { Given.HelpTeam.WithoutManager, Given.HelpTeam.ManagedBy(Given.Reporter), Given.Team, Given.Desk })
        {
            Given.Breaks(
                SignalRule.TheUnitCannotTakeIt, signal,
                () => signal.Reroute(unit, "Daar.", Given.FromDepartment, by: Given.DepartmentHead, Given.Tuesday));
        }
    }

    [Fact]
    public void The_desk_keeps_its_signals()
    {
        var signal = Given.ASignal(SignalKind.Aggression);

        Given.Breaks(
            SignalRule.TheDeskKeepsItsSignals, signal,
            () => signal.Reroute(Given.HelpTeam, "Daar.", Given.FromDesk, by: Given.ConfidentialAdviser, Given.Tuesday));
    }

    [Fact]
    public void Only_who_acts_for_the_holder_reroutes()
    {
        var signal = Given.ASignal();

        Given.Breaks(
            SignalRule.OnlyTheHolderActs, signal,
            () => signal.Reroute(Given.OtherTeam, "Hier.", Given.FromTeam, by: Given.OtherTeamLead, Given.Tuesday));
    }

    [Fact]
    public void Rerouting_needs_a_reason()
    {
        var signal = Given.ASignal();

        Given.Breaks(
            SignalRule.TextIsWithinItsLimits, signal,
            () => signal.Reroute(Given.OtherTeam, "", Given.FromTeam, by: Given.TeamLead, Given.Tuesday));
    }

    [Fact]
    public void What_is_decided_is_not_rerouted()
    {
        var (answered, closed) = (Given.AnAnsweredSignal(), Given.AClosedSignal());

        Given.Breaks(
            SignalRule.AnAnsweredSignalAwaitsTheVerdict, answered,
            () => answered.Reroute(Given.OtherTeam, "Daar.", Given.FromTeam, by: Given.TeamLead, Given.Tuesday));
        Given.Breaks(
            SignalRule.AClosedSignalIsNotChanged, closed,
            () => closed.Reroute(Given.OtherTeam, "Daar.", Given.FromTeam, by: Given.TeamLead, Given.Tuesday));
    }
}
