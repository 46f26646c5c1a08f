using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

public class AcknowledgeTests
{
    [Fact]
    public void The_holder_says_by_when_there_is_an_answer()
    {
        var signal = Given.ASignal();

        signal.Acknowledge(Given.November(20), "Ik ga hiermee aan de slag.", by: Given.TeamLead, Given.Tuesday);

        signal.Status.ShouldBe(SignalStatus.InProgress);
        signal.DueOn.ShouldBe(Given.November(20));
        signal.AnswerBy.ShouldBe(Given.November(30));
        signal.LastEvent.ShouldBe(new Acknowledged(Given.November(20), "Ik ga hiermee aan de slag."));
    }

    [Fact]
    public void The_timeline_says_who_acknowledged_and_for_which_unit()
    {
        var signal = Given.ASignal();

        signal.Acknowledge(Given.November(20), "Namens de teamleider.", by: Given.Deputy, Given.Tuesday);

        var entry = signal.Timeline[^1];
        (entry.ActorId, entry.ActedAs, entry.ActedForUnitId).ShouldBe((Given.Deputy.PersonId, ActedAs.Deputy, Given.Team.UnitId));
        (entry.Seq, entry.At).ShouldBe((2, Given.Tuesday.At));
    }

    [Fact]
    public void Only_who_acts_for_the_holder_acknowledges()
    {
        var signal = Given.ASignal();

        foreach (var somebody in new[] { Given.DepartmentHead, Given.Colleague, Given.Reporter, Given.TeamLead.InAnotherOrganisation })
        {
            Given.Breaks(
                SignalRule.OnlyTheHolderActs, signal,
                () => signal.Acknowledge(Given.November(20), "Gelezen.", by: somebody, Given.Tuesday));
        }
    }

    [Fact]
    public void A_deputy_does_not_handle_the_own_signal()
    {
        var signal = Signal.Submit(
            SignalKind.Bottleneck, Given.Content, RiskLevel.Low, aboutMyManager: false,
            Given.FromTeam, Given.FromTeam, Given.Desk, by: Given.Deputy, Given.Monday);

        Given.Breaks(
            SignalRule.NobodyHandlesTheOwnSignal, signal,
            () => signal.Acknowledge(Given.November(20), "Gelezen.", by: Given.Deputy, Given.Tuesday));
    }

    [Fact]
    public void A_manager_who_deputises_above_does_not_handle_a_signal_about_themselves()
    {
        var signal = Given.ASignal(aboutMyManager: true);
        var alsoDeputyAbove = Given.TeamLead with { UnitsActedFor = Given.DepartmentHead.UnitsActedFor };

        Given.Breaks(
            SignalRule.NobodyHandlesASignalAboutThemselves, signal,
            () => signal.Acknowledge(Given.November(20), "Gelezen.", by: alsoDeputyAbove, Given.Tuesday));
    }

    [Fact]
    public void A_signal_is_acknowledged_once()
    {
        var signal = Given.AnAcknowledgedSignal();

        Given.Breaks(
            SignalRule.OnlyANewSignalIsAcknowledged, signal,
            () => signal.Acknowledge(Given.November(20), "Nog eens.", by: Given.TeamLead, Given.Tuesday));
    }

    [Fact]
    public void The_expected_day_is_neither_past_nor_after_the_term()
    {
        var signal = Given.ASignal();

        foreach (var day in new[] { Given.November(2), Given.December(1) })
        {
            Given.Breaks(
                SignalRule.TheExpectedDateIsWithinTheTerm, signal,
                () => signal.Acknowledge(day, "Gelezen.", by: Given.TeamLead, Given.Tuesday));
        }

        signal.LatestExpectation(Given.Tuesday).ShouldBe(Given.November(30));
        signal.Acknowledge(Given.November(30), "Gelezen.", by: Given.TeamLead, Given.Tuesday);
    }

    [Fact]
    public void Who_acknowledges_after_the_term_may_still_name_a_day_a_week_ahead()
    {
        var signal = Given.ASignal(risk: RiskLevel.High);

        signal.LatestExpectation(Given.On(10)).ShouldBe(Given.November(17));
        Given.Breaks(
            SignalRule.TheExpectedDateIsWithinTheTerm, signal,
            () => signal.Acknowledge(Given.November(18), "Te laat gezien.", by: Given.TeamLead, Given.On(10)));
        signal.Acknowledge(Given.November(17), "Te laat gezien.", by: Given.TeamLead, Given.On(10));

        signal.DueOn.ShouldBe(Given.November(17));
    }

    [Fact]
    public void The_reporter_gets_a_personal_line()
    {
        var signal = Given.ASignal();

        Given.Breaks(
            SignalRule.TextIsWithinItsLimits, signal, () => signal.Acknowledge(Given.November(20), " ", by: Given.TeamLead, Given.Tuesday));
    }

    [Fact]
    public void Neither_an_answered_nor_a_closed_signal_is_acknowledged()
    {
        var (answered, closed) = (Given.AnAnsweredSignal(), Given.AClosedSignal());

        Given.Breaks(
            SignalRule.AnAnsweredSignalAwaitsTheVerdict, answered,
            () => answered.Acknowledge(Given.November(20), "Gelezen.", by: Given.TeamLead, Given.Tuesday));
        Given.Breaks(
            SignalRule.AClosedSignalIsNotChanged, closed,
            () => closed.Acknowledge(Given.November(20), "Gelezen.", by: Given.TeamLead, Given.Tuesday));
    }
}
