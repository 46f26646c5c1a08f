using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

public class WithdrawTests
{
    [Fact]
    public void The_reporter_takes_it_back()
    {
        var signal = Given.AnAcknowledgedSignal();

        signal.Withdraw("Opgelost.", by: Given.Reporter, Given.Tuesday);

        (signal.Status, signal.ClosedBecause, signal.DueOn).ShouldBe((SignalStatus.Closed, Closing.Withdrawn, null));
        signal.LastEvent.ShouldBe(new Withdrawn("Opgelost.", Was: SignalStatus.InProgress));
    }

    [Fact]
    public void What_is_withdrawn_does_not_come_back()
    {
        var signal = Given.AnAnsweredSignal(Given.No with { LookAgainOn = Given.November(9) });

        signal.Withdraw("Laat maar.", by: Given.Reporter, Given.Tuesday);

        signal.PassTime(Given.FromTeam, Given.On(9)).ShouldBeFalse();
        (signal.LookAgainOn, signal.NextStepOn).ShouldBe((null, null));
        signal.LastEvent.ShouldBe(new Withdrawn("Laat maar.", Was: SignalStatus.Answered));
    }

    [Fact]
    public void Only_the_reporter_withdraws()
    {
        var signal = Given.ASignal();

        Given.Breaks(SignalRule.OnlyTheReporterDoesThis, signal, () => signal.Withdraw("Weg.", by: Given.TeamLead, Given.Tuesday));
    }

    [Fact]
    public void What_is_closed_is_not_withdrawn()
    {
        foreach (var signal in new[] { Given.AClosedSignal(), Given.AWithdrawnSignal() })
        {
            Given.Breaks(SignalRule.AClosedSignalIsNotChanged, signal, () => signal.Withdraw("Weg.", by: Given.Reporter, Given.Tuesday));
        }
    }

    [Fact]
    public void Withdrawing_has_a_reason()
    {
        var signal = Given.ASignal();

        Given.Breaks(SignalRule.TextIsWithinItsLimits, signal, () => signal.Withdraw("", by: Given.Reporter, Given.Tuesday));
    }
}
