using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

public class WakeUpTests
{
    [Fact]
    public void On_its_day_a_no_comes_back_to_the_unit_that_decided()
    {
        var signal = Given.AClosedSignal(Given.No with { LookAgainOn = Given.November(9) });

        signal.WakeUp(Given.On(9));

        (signal.Status, signal.ClosedBecause, signal.LookAgainOn).ShouldBe((SignalStatus.New, null, null));
        (signal.HeldByUnitId, signal.DueOn, signal.AnswerBy).ShouldBe((Given.Team.UnitId, Given.November(12), Given.December(7)));
        signal.LastEvent.ShouldBe(new WokenUp(AnsweredOn: Given.November(2), Given.November(12), Given.December(7)));
    }

    [Fact]
    public void The_portal_itself_did_it()
    {
        var signal = Given.AClosedSignal(Given.No with { LookAgainOn = Given.November(9) });

        signal.WakeUp(Given.On(9));

        var entry = signal.Timeline[^1];
        (entry.ActorId, entry.ActedAs, entry.ActedForUnitId).ShouldBe((null, ActedAs.Portal, null));
    }

    [Fact]
    public void Downtime_does_not_make_it_miss_its_day()
    {
        var signal = Given.AClosedSignal(Given.No with { LookAgainOn = Given.November(9) });

        signal.WakeUp(Given.On(30));

        signal.DueOn.ShouldBe(Given.December(3));
    }

    [Fact]
    public void It_wakes_up_once_and_not_before_its_day()
    {
        var signal = Given.AClosedSignal(Given.No with { LookAgainOn = Given.November(9) });

        Given.Breaks(SignalRule.ItIsNotTimeToLookAgain, signal, () => signal.WakeUp(Given.On(8)));
        signal.WakeUp(Given.On(9));

        Given.Breaks(SignalRule.ItIsNotTimeToLookAgain, signal, () => signal.WakeUp(Given.On(10)));
    }

    [Fact]
    public void What_has_no_day_to_look_again_stays_closed()
    {
        var signal = Given.AClosedSignal();

        Given.Breaks(SignalRule.ItIsNotTimeToLookAgain, signal, () => signal.WakeUp(Given.Monday.AddYears(1)));
    }

    [Fact]
    public void A_new_answer_replaces_the_day_of_the_old_one()
    {
        var signal = Given.AClosedSignal(Given.No with { LookAgainOn = Given.November(9) });
        signal.WakeUp(Given.On(9));

        signal.Answer(Given.No, by: Given.TeamLead, Given.On(10));

        signal.LookAgainOn.ShouldBeNull();
    }

    [Fact]
    public void What_woke_up_can_be_postponed_again()
    {
        var signal = Given.AnAcknowledgedSignal();
        signal.Postpone(Given.November(20), "Druk.", by: Given.TeamLead, Given.Monday);
        signal.Answer(Given.No with { LookAgainOn = Given.November(9) }, by: Given.TeamLead, Given.Monday);
        signal.WakeUp(Given.On(9));
        signal.Acknowledge(Given.November(20), "Weer opgepakt.", by: Given.TeamLead, Given.On(9));

        signal.Postpone(Given.November(25), "Druk.", by: Given.TeamLead, Given.On(9));

        signal.DueOn.ShouldBe(Given.November(25));
    }
}
