using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

/// <summary>A "not adopted" with a date on which it comes back by itself.</summary>
public class LookAgainTests
{
    [Fact]
    public void On_its_day_a_no_comes_back_to_the_unit_that_decided()
    {
        var signal = AClosedSignalThatComesBack();

        signal.PassTime(Given.FromTeam, Given.On(9));

        (signal.Status, signal.ClosedBecause, signal.LookAgainOn).ShouldBe((SignalStatus.New, null, null));
        (signal.HeldByUnitId, signal.DueOn, signal.AnswerBy).ShouldBe((Given.Team.UnitId, Given.November(12), Given.December(7)));
        signal.LastEvent.ShouldBe(new WokenUp(AnsweredOn: Given.November(2), Given.November(12), Given.December(7)));
    }

    [Fact]
    public void The_portal_itself_did_it()
    {
        var signal = AClosedSignalThatComesBack();

        signal.PassTime(Given.FromTeam, Given.On(9));

        var entry = signal.Timeline[^1];
        (entry.ActorId, entry.ActedAs, entry.ActedForUnitId).ShouldBe((null, ActedAs.Portal, null));
    }

    [Fact]
    public void Downtime_does_not_make_it_miss_its_day()
    {
        var signal = AClosedSignalThatComesBack();

        signal.PassTime(Given.FromTeam, Given.On(30));

        signal.DueOn.ShouldBe(Given.December(3));
    }

    [Fact]
    public void It_wakes_up_once_and_not_before_its_day()
    {
        var signal = AClosedSignalThatComesBack();

        signal.PassTime(Given.FromTeam, Given.On(8));
        signal.DoneByThePortal.ShouldBeEmpty();
        signal.NextStepOn.ShouldBe(Given.November(9));
        signal.PassTime(Given.FromTeam, Given.On(9));
        signal.PassTime(Given.FromTeam, Given.On(10));

        signal.DoneByThePortal.Count().ShouldBe(1);
    }

    [Fact]
    public void What_has_no_day_to_look_again_stays_closed()
    {
        var signal = Given.AClosedSignal();

        signal.PassTime(Given.FromTeam, Given.Monday.AddDays(365)).ShouldBeFalse();

        (signal.Status, signal.NextStepOn).ShouldBe((SignalStatus.Closed, null));
        signal.DoneByThePortal.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_still_open_on_its_day_comes_back_too()
    {
        var signal = Given.AnAnsweredSignal(Given.No with { LookAgainOn = Given.November(9) });

        signal.PassTime(Given.FromTeam, Given.On(9));

        (signal.Status, signal.DueOn).ShouldBe((SignalStatus.New, Given.November(12)));
    }

    [Fact]
    public void What_went_up_meanwhile_does_not_come_back()
    {
        var signal = Given.AnAnsweredSignal(Given.No with { LookAgainOn = Given.November(9) });
        signal.GiveVerdict(Verdict.Disagree, "Dit kan niet wachten.", Given.FromTeam, by: Given.Reporter, Given.On(6));

        signal.PassTime(Given.FromDepartment, Given.On(9));

        signal.LookAgainOn.ShouldBeNull();
        signal.DoneByThePortal.ShouldBeEmpty();
    }

    [Fact]
    public void A_new_answer_replaces_the_day_of_the_old_one()
    {
        var signal = AClosedSignalThatComesBack();
        signal.PassTime(Given.FromTeam, Given.On(9));

        signal.Answer(Given.No, by: Given.TeamLead, Given.On(10));

        signal.LookAgainOn.ShouldBeNull();
    }

    [Fact]
    public void What_woke_up_can_be_postponed_again()
    {
        var signal = Given.AnAcknowledgedSignal();
        signal.Postpone(Given.November(20), "Druk.", by: Given.TeamLead, Given.Monday);
        signal.Answer(Given.No with { LookAgainOn = Given.November(9) }, by: Given.TeamLead, Given.Monday);
        signal.PassTime(Given.FromTeam, Given.On(9));
        signal.Acknowledge(Given.November(20), "Weer opgepakt.", by: Given.TeamLead, Given.On(9));

        signal.Postpone(Given.November(25), "Druk.", by: Given.TeamLead, Given.On(9));

        signal.DueOn.ShouldBe(Given.November(25));
    }

    private static Signal AClosedSignalThatComesBack() => Given.AClosedSignal(Given.No with { LookAgainOn = Given.November(9) });
}
