using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

public class PostponeTests
{
    [Fact]
    public void The_day_of_the_answer_moves_with_a_reason()
    {
        var signal = Given.AnAcknowledgedSignal();

        signal.Postpone(Given.December(7), "Ik wacht op de jurist.", by: Given.TeamLead, Given.Tuesday);

        (signal.DueOn, signal.AnswerBy).ShouldBe((Given.December(7), Given.December(7)));
        signal.Status.ShouldBe(SignalStatus.InProgress);
        signal.LastEvent.ShouldBe(new Postponed(Given.November(16), Given.December(7), "Ik wacht op de jurist."));
    }

    [Fact]
    public void A_day_within_the_term_leaves_the_term_as_it_was()
    {
        var signal = Given.AnAcknowledgedSignal();

        signal.Postpone(Given.November(20), "Ik wacht op de jurist.", by: Given.TeamLead, Given.Tuesday);

        (signal.DueOn, signal.AnswerBy).ShouldBe((Given.November(20), Given.November(30)));
    }

    [Fact]
    public void A_signal_is_postponed_once_by_each_unit()
    {
        var signal = Given.AnAcknowledgedSignal();
        signal.Postpone(Given.November(20), "Druk.", by: Given.TeamLead, Given.Tuesday);

        Given.Breaks(
            SignalRule.ASignalIsPostponedOnce, signal,
            () => signal.Postpone(Given.November(24), "Druk.", by: Given.TeamLead, Given.Tuesday));
        signal.Escalate("Hoger.", "Doen.", Given.FromTeam, by: Given.TeamLead, Given.Tuesday);
        signal.Acknowledge(Given.November(20), "Gelezen.", by: Given.DepartmentHead, Given.Tuesday);
        signal.Postpone(Given.November(24), "Overleg.", by: Given.DepartmentHead, Given.Tuesday);

        signal.DueOn.ShouldBe(Given.November(24));
    }

    [Fact]
    public void A_question_in_between_is_no_new_chance_to_postpone()
    {
        var signal = Given.AnAcknowledgedSignal();
        signal.Postpone(Given.November(20), "Druk.", by: Given.TeamLead, Given.Tuesday);
        signal.Ask("Waar?", by: Given.TeamLead, Given.Tuesday);
        signal.Reply("Hier.", by: Given.Reporter, Given.Tuesday);

        Given.Breaks(
            SignalRule.ASignalIsPostponedOnce, signal,
            () => signal.Postpone(Given.November(24), "Druk.", by: Given.TeamLead, Given.Tuesday));
    }

    [Fact]
    public void A_signal_is_acknowledged_before_it_is_postponed()
    {
        var (signal, asked) = (Given.ASignal(), Given.ASignalWithAQuestion());

        Given.Breaks(
            SignalRule.OnlyAnAcknowledgedSignalIsPostponed, signal,
            () => signal.Postpone(Given.November(20), "Druk.", by: Given.TeamLead, Given.Tuesday));
        Given.Breaks(
            SignalRule.OnlyAnAcknowledgedSignalIsPostponed, asked,
            () => asked.Postpone(Given.November(20), "Druk.", by: Given.TeamLead, Given.Tuesday));
    }

    [Fact]
    public void The_new_day_is_later_and_within_one_more_term()
    {
        var signal = Given.AnAcknowledgedSignal();

        foreach (var day in new[] { Given.November(13), Given.November(16), signal.LatestPostponement(Given.Tuesday).AddDays(1) })
        {
            Given.Breaks(
                SignalRule.APostponedDateIsLaterWithinOneTerm, signal,
                () => signal.Postpone(day, "Druk.", by: Given.TeamLead, Given.Tuesday));
        }

        signal.LatestPostponement(Given.Tuesday).ShouldBe(Given.December(29));
        signal.Postpone(Given.December(29), "Druk.", by: Given.TeamLead, Given.Tuesday);
    }

    [Fact]
    public void The_new_day_is_not_past()
    {
        var signal = Given.AnAcknowledgedSignal();

        Given.Breaks(
            SignalRule.APostponedDateIsLaterWithinOneTerm, signal,
            () => signal.Postpone(Given.November(18), "Vergeten.", by: Given.TeamLead, Given.On(19)));
    }

    [Fact]
    public void Only_who_acts_for_the_holder_postpones()
    {
        var signal = Given.AnAcknowledgedSignal();

        Given.Breaks(
            SignalRule.OnlyTheHolderActs, signal, () => signal.Postpone(Given.November(20), "Druk.", by: Given.Director, Given.Tuesday));
    }

    [Fact]
    public void Postponing_needs_a_reason()
    {
        var signal = Given.AnAcknowledgedSignal();

        Given.Breaks(
            SignalRule.TextIsWithinItsLimits, signal, () => signal.Postpone(Given.November(20), "", by: Given.TeamLead, Given.Tuesday));
    }

    [Fact]
    public void What_is_decided_is_not_postponed()
    {
        var (answered, closed) = (Given.AnAnsweredSignal(), Given.AClosedSignal());

        Given.Breaks(
            SignalRule.AnAnsweredSignalAwaitsTheVerdict, answered,
            () => answered.Postpone(Given.November(20), "Druk.", by: Given.TeamLead, Given.Tuesday));
        Given.Breaks(
            SignalRule.AClosedSignalIsNotChanged, closed,
            () => closed.Postpone(Given.November(20), "Druk.", by: Given.TeamLead, Given.Tuesday));
    }
}
