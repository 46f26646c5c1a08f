using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

/// <summary>Silence of a unit in the line: the signal climbs by itself.</summary>
public class PassTimeTests
{
    [Fact]
    public void A_missed_day_moves_the_signal_up()
    {
        var signal = Given.ASignal();

        signal.PassTime(Given.FromTeam, Given.On(6));

        (signal.Status, signal.HeldByUnitId).ShouldBe((SignalStatus.New, Given.Department.UnitId));
        (signal.DueOn, signal.AnswerBy, signal.TermStartedOn).ShouldBe((Given.November(11), Given.December(4), Given.November(6)));
        signal.LastEvent.ShouldBe(new Escalated(
            EscalationCause.BySilence, Given.Team.UnitId, Given.Department.UnitId, Given.November(11), Given.December(4),
            MissedOn: Given.November(5), Since: Given.November(2), Silent: Given.TeamLead.PersonId));
    }

    [Fact]
    public void The_portal_itself_did_it()
    {
        var signal = Given.ASignal();

        signal.PassTime(Given.FromTeam, Given.On(6));

        var entry = signal.Timeline[^1];
        (entry.ActorId, entry.ActedAs, entry.ActedForUnitId, entry.At).ShouldBe((null, ActedAs.Portal, null, Given.On(6).At));
    }

    [Fact]
    public void On_the_last_day_it_is_still_in_time()
    {
        var signal = Given.ASignal();
        var justBeforeMidnight = Given.Monday with { At = new DateTimeOffset(2026, 11, 5, 22, 59, 59, TimeSpan.Zero) };

        signal.PassTime(Given.FromTeam, justBeforeMidnight);
        signal.Timeline.Count.ShouldBe(1);
        signal.PassTime(Given.FromTeam, justBeforeMidnight with { At = justBeforeMidnight.At.AddSeconds(1) });

        signal.HeldByUnitId.ShouldBe(Given.Department.UnitId);
    }

    [Fact]
    public void A_promised_day_that_is_missed_moves_it_up_too()
    {
        var signal = Given.AnAcknowledgedSignal();

        signal.PassTime(Given.FromTeam, Given.On(17));

        signal.HeldByUnitId.ShouldBe(Given.Department.UnitId);
    }

    [Fact]
    public void An_explanation_that_does_not_come_moves_it_up_too()
    {
        var signal = Given.AnUnclearAnswer();

        signal.PassTime(Given.FromTeam, Given.On(10));

        (signal.Status, signal.HeldByUnitId).ShouldBe((SignalStatus.New, Given.Department.UnitId));
    }

    [Fact]
    public void Silence_says_since_when_the_unit_had_it()
    {
        var signal = Given.ASignal();
        signal.PassTime(Given.FromTeam, Given.On(6));

        signal.PassTime(Given.FromDepartment, Given.On(12));

        var silence = signal.LastEvent.ShouldBeOfType<Escalated>();
        (silence.From, silence.Since, silence.MissedOn).ShouldBe((Given.Department.UnitId, Given.November(6), Given.November(11)));
    }

    [Fact]
    public void After_three_weeks_in_which_nobody_looked_it_moves_one_layer_only()
    {
        var signal = Given.ASignal();

        signal.PassTime(Given.FromTeam, Given.On(27));

        signal.HeldByUnitId.ShouldBe(Given.Department.UnitId);
        signal.Timeline.Count.ShouldBe(2);
        (signal.DueOn, signal.NextStepOn > Given.November(27)).ShouldBe((Given.December(2), true));
    }

    [Fact]
    public void Looking_again_on_the_same_day_does_nothing()
    {
        var signal = Given.ASignal();
        signal.PassTime(Given.FromTeam, Given.On(6));
        var before = signal.Everything;

        signal.PassTime(Given.FromDepartment, Given.On(6)).ShouldBeFalse();

        signal.Everything.ShouldBe(before);
    }

    [Fact]
    public void It_climbs_to_the_top_one_missed_day_at_a_time()
    {
        var signal = Given.ASignal();

        foreach (var line in new[] { Given.FromTeam, Given.FromDepartment, Given.FromDirectorate })
        {
            signal.PassTime(line, Given.On(signal.DueOn!.Value));
            signal.HeldByUnitId.ShouldBe(line.Start.UnitId);
            signal.PassTime(line, Given.On(signal.DueOn!.Value.AddDays(1)));
            signal.HeldByUnitId.ShouldBe(line.Units[1].UnitId);
        }

        signal.Holders.Count.ShouldBe(4);
    }

    [Fact]
    public void Units_without_a_manager_are_skipped_and_named()
    {
        var signal = Given.ASignal();
        var line = new ManagementLine([Given.Team, Given.Department.WithoutManager, Given.Directorate.WithoutManager, Given.Board]);

        signal.PassTime(line, Given.On(6));

        var silence = signal.LastEvent.ShouldBeOfType<Escalated>();
        silence.To.ShouldBe(Given.Board.UnitId);
        silence.WithoutManager.ShouldBe([Given.Department.UnitId, Given.Directorate.UnitId]);
    }

    [Fact]
    public void A_unit_without_a_manager_above_the_next_one_is_not_named()
    {
        var signal = Given.ASignal();

        signal.PassTime(new([Given.Team, Given.Department, Given.Directorate.WithoutManager, Given.Board]), Given.On(6));

        signal.LastEvent.ShouldBeOfType<Escalated>().WithoutManager.ShouldBeNull();
    }

    [Fact]
    public void Units_of_the_reporter_and_of_whom_it_is_about_are_skipped_and_not_named()
    {
        foreach (var somebody in new[] { Given.Reporter, Given.TeamLead })
        {
            foreach (var unit in new[] { Given.Directorate.ManagedBy(somebody), Given.Directorate with { StandInId = somebody.PersonId } })
            {
                var signal = Given.ASignal(aboutMyManager: true);

                signal.PassTime(new([Given.Department, unit, Given.Board]), Given.On(6));

                var silence = signal.LastEvent.ShouldBeOfType<Escalated>();
                (silence.To, silence.WithoutManager).ShouldBe((Given.Board.UnitId, null));
            }
        }
    }

    [Fact]
    public void A_unit_with_somebody_else_who_stands_in_takes_it()
    {
        var signal = Given.ASignal(aboutMyManager: true);

        signal.PassTime(
            new([Given.Department, Given.Directorate with { StandInId = Given.Colleague.PersonId }, Given.Board]), Given.On(6));

        signal.HeldByUnitId.ShouldBe(Given.Directorate.UnitId);
    }

    [Fact]
    public void A_unit_that_held_it_before_is_skipped()
    {
        var signal = Given.AnEscalatedSignal();
        signal.Reroute(Given.OtherTeam, "Dit is van hen.", Given.FromDepartment, by: Given.DepartmentHead, Given.Monday);

        signal.PassTime(new([Given.OtherTeam, Given.Department, Given.Directorate]), Given.On(6));

        signal.HeldByUnitId.ShouldBe(Given.Directorate.UnitId);
    }

    [Fact]
    public void A_manager_who_decided_on_it_does_not_get_it_in_another_unit()
    {
        var signal = Given.AnUnclearAnswer();

        signal.PassTime(new([Given.Team, Given.Department.ManagedBy(Given.TeamLead), Given.Directorate]), Given.On(10));

        signal.HeldByUnitId.ShouldBe(Given.Directorate.UnitId);
    }

    [Fact]
    public void What_was_handled_in_time_does_not_move()
    {
        var signal = Given.ASignal();

        signal.Acknowledge(Given.November(16), "Opgepakt.", by: Given.TeamLead, Given.On(5));
        signal.PassTime(Given.FromTeam, Given.On(6));

        (signal.Status, signal.HeldByUnitId).ShouldBe((SignalStatus.InProgress, Given.Team.UnitId));
    }
}
