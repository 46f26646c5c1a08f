using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

public class EscalateForSilenceTests
{
    [Fact]
    public void A_missed_day_moves_the_signal_up()
    {
        var signal = Given.ASignal();

        signal.EscalateForSilence(Given.FromTeam, by: Given.Reporter, Given.On(6));

        signal.Status.ShouldBe(SignalStatus.New);
        signal.HeldByUnitId.ShouldBe(Given.Department.UnitId);
        signal.LastEvent.ShouldBe(new Escalated(
            EscalationCause.BySilence, Given.Team.UnitId, Given.Department.UnitId, Given.November(11), Given.December(4),
            MissedOn: Given.November(5)));
        signal.Timeline[^1].ActedAs.ShouldBe(ActedAs.Reporter);
    }

    [Fact]
    public void On_the_last_day_it_is_still_in_time()
    {
        var signal = Given.ASignal();
        var justBeforeMidnight = new DateTimeOffset(2026, 11, 5, 22, 59, 59, TimeSpan.Zero);

        Given.Breaks(
            SignalRule.OnlyAMissedDateMovesASignalUp, signal,
            () => signal.EscalateForSilence(Given.FromTeam, by: Given.Reporter, justBeforeMidnight));
        signal.EscalateForSilence(Given.FromTeam, by: Given.Reporter, justBeforeMidnight.AddSeconds(1));

        signal.HeldByUnitId.ShouldBe(Given.Department.UnitId);
    }

    [Fact]
    public void A_promised_day_that_is_missed_moves_it_up_too()
    {
        var signal = Given.AnAcknowledgedSignal();

        signal.EscalateForSilence(Given.FromTeam, by: Given.Reporter, Given.On(17));

        signal.HeldByUnitId.ShouldBe(Given.Department.UnitId);
    }

    [Fact]
    public void An_explanation_that_does_not_come_moves_it_up_too()
    {
        var signal = Given.AnUnclearAnswer();

        signal.EscalateForSilence(Given.FromTeam, by: Given.Reporter, Given.On(10));

        signal.HeldByUnitId.ShouldBe(Given.Department.UnitId);
    }

    [Fact]
    public void Once_moved_the_new_holder_has_its_own_days()
    {
        var signal = Given.ASignal();
        signal.EscalateForSilence(Given.FromTeam, by: Given.Reporter, Given.On(6));

        Given.Breaks(
            SignalRule.OnlyAMissedDateMovesASignalUp, signal,
            () => signal.EscalateForSilence(Given.FromDepartment, by: Given.Reporter, Given.On(6)));
    }

    [Fact]
    public void Who_must_act_oneself_does_not_escalate()
    {
        var (asked, answered, closed) = (Given.ASignalWithAQuestion(), Given.AnAnsweredSignal(), Given.AClosedSignal());

        foreach (var signal in new[] { asked, answered, closed })
        {
            Given.Breaks(
                SignalRule.OnlyAMissedDateMovesASignalUp, signal,
                () => signal.EscalateForSilence(Given.FromTeam, by: Given.Reporter, Given.Monday.AddDays(90)));
        }
    }

    [Fact]
    public void Only_the_reporter_does_this()
    {
        var signal = Given.ASignal();

        Given.Breaks(
            SignalRule.OnlyTheReporterDoesThis, signal, () => signal.EscalateForSilence(Given.FromTeam, by: Given.TeamLead, Given.On(6)));
    }

    [Fact]
    public void The_desk_keeps_its_signals_and_the_top_too()
    {
        var (atTheDesk, atTheTop) = (Given.ASignal(SignalKind.Wrongdoing), Given.ASignal());

        Given.Breaks(
            SignalRule.TheDeskKeepsItsSignals, atTheDesk,
            () => atTheDesk.EscalateForSilence(Given.FromDesk, by: Given.Reporter, Given.On(30)));
        Given.Breaks(
            SignalRule.NobodyAboveCanTakeIt, atTheTop,
            () => atTheTop.EscalateForSilence(new([Given.Team]), by: Given.Reporter, Given.On(30)));
    }
}
