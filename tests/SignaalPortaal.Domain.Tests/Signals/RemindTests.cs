using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

/// <summary>An acknowledged signal is due on the 16th: half-way is the 9th, and two working days before is the 12th.</summary>
public class RemindTests
{
    [Fact]
    public void Whoever_must_act_is_reminded_on_the_day_and_once()
    {
        var signal = Given.AnAcknowledgedSignal();

        signal.RemindOn.ShouldBe(Given.November(9));
        var reminded = Enumerable.Range(2, 15).SelectMany(day => new[] { day, day }).Where(day => signal.PassTime(Given.FromTeam, Given.On(day)));

        reminded.ShouldBe([9, 12]);
    }

    [Fact]
    public void A_reminder_is_no_event()
    {
        var signal = Given.AnAcknowledgedSignal();
        var before = signal.EverythingButReminders;

        signal.PassTime(Given.FromTeam, Given.On(9)).ShouldBeTrue();

        signal.EverythingButReminders.ShouldBe(before);
        (signal.RemindOn, signal.NextStepOn).ShouldBe((Given.November(12), Given.November(12)));
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(13, true)]
    [InlineData(16, true)]
    [InlineData(17, false)]
    public void After_days_in_which_nobody_looked_there_is_one_reminder_as_long_as_the_day_has_not_passed(int day, bool isReminded)
    {
        var signal = Given.AnAcknowledgedSignal();

        signal.PassTime(Given.FromTeam, Given.On(day)).ShouldBe(isReminded);
        signal.PassTime(Given.FromTeam, Given.On(day)).ShouldBeFalse();
    }

    [Fact]
    public void What_was_handled_meanwhile_is_not_reminded_of()
    {
        var (handled, closed) = (Given.ASignal(), Given.AnAnsweredSignal());
        handled.RemindOn.ShouldBe(Given.November(3));
        closed.RemindOn.ShouldBe(Given.November(16));

        handled.Acknowledge(Given.November(30), "Opgepakt.", by: Given.TeamLead, Given.Tuesday);
        closed.GiveVerdict(Verdict.Understood, text: null, Given.FromTeam, by: Given.Reporter, Given.On(16));

        handled.PassTime(Given.FromTeam, Given.Tuesday).ShouldBeFalse();
        closed.PassTime(Given.FromTeam, Given.On(16)).ShouldBeFalse();
        (handled.RemindOn, closed.RemindOn).ShouldBe((Given.November(16), null));
    }

    [Fact]
    public void The_reporter_is_reminded_of_a_question_and_of_an_answer()
    {
        var (asked, answered) = (Given.ASignalWithAQuestion(), Given.AnAnsweredSignal());

        asked.PassTime(Given.FromTeam, Given.On(9)).ShouldBeTrue();
        answered.PassTime(Given.FromTeam, Given.On(26)).ShouldBeTrue();
    }

    [Fact]
    public void Who_gets_it_today_is_not_reminded_at_once()
    {
        var signal = Given.AnAnsweredSignal(Given.No with { LookAgainOn = Given.November(25) });

        signal.PassTime(Given.FromTeam, Given.On(25)).ShouldBeFalse();

        (signal.Status, signal.DueOn).ShouldBe((SignalStatus.New, Given.November(30)));
    }

    [Fact]
    public void Each_organisation_chooses_when_to_remind()
    {
        var signal = Given.ASignal();
        var (never, dayBefore) = (Given.Monday.RemindedAs(new(HalfWay: false, 0)), Given.Monday.RemindedAs(new(HalfWay: false, 1)));

        signal.Acknowledge(Given.November(16), "Opgepakt.", by: Given.TeamLead, never);
        signal.RemindOn.ShouldBeNull();
        signal.Postpone(Given.November(23), "Druk.", by: Given.TeamLead, dayBefore);

        signal.RemindOn.ShouldBe(Given.November(20));
    }

    [Fact]
    public void What_is_missed_at_the_top_is_not_reminded_of_again()
    {
        var signal = Given.ASignal();

        var reminded = Enumerable.Range(4, 24).Where(day => signal.PassTime(new([Given.Team]), Given.On(day)));

        reminded.ShouldBe([4]);
    }
}
