using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

public class EraseTests
{
    private static readonly Guid List = Guid.NewGuid();
    private static readonly Viewer Administrator = Given.Colleague with { Roles = Roles.Administrator };

    [Fact]
    public void What_is_closed_is_erased_with_its_ground_and_no_words()
    {
        var signal = Given.AClosedSignal();

        signal.Erase(ErasureGround.RetentionEnded, List, Given.Tuesday);

        (signal.ErasedOn, signal.ErasedBecause, signal.ReporterId).ShouldBe((Given.Tuesday.Today, ErasureGround.RetentionEnded, null));
        signal.LastEvent.ShouldBe(new Erased(ErasureGround.RetentionEnded, List));
        signal.Timeline[^1].Words.ShouldBeNull();
    }

    [Fact]
    public void What_is_open_is_not_erased() =>
        Breaks(SignalRule.OnlyAClosedSignalIsErased, Given.AnAnsweredSignal(), signal => signal.Erase(ErasureGround.Court, List, Given.Tuesday));

    [Fact]
    public void What_is_held_is_not_erased_until_it_is_released()
    {
        var signal = Given.AClosedSignal();
        signal.HoldForLaw("Er loopt een rechtszaak.", by: Administrator, Given.Tuesday);
        Given.Breaks(SignalRule.WhatIsHeldIsNotErased, signal, () => signal.Erase(ErasureGround.Court, List, Given.Tuesday));
        Given.Breaks(SignalRule.ASignalIsHeldOnce, signal, () => signal.HoldForLaw("Nog eens.", by: Administrator, Given.Tuesday));

        signal.ReleaseFromHold("De zaak is voorbij.", by: Administrator, Given.Tuesday);
        signal.Erase(ErasureGround.Court, List, Given.Tuesday);

        signal.IsHeldForLaw.ShouldBeFalse();
        signal.ErasedBecause.ShouldBe(ErasureGround.Court);
    }

    [Fact]
    public void Only_an_administrator_holds_it_and_not_one_whom_it_is_about()
    {
        Breaks(SignalRule.OnlyAnAdministratorHolds, Given.AClosedSignal(), signal => signal.HoldForLaw("Ja.", by: Given.TeamLead, Given.Tuesday));
        Breaks(
            SignalRule.NobodyHandlesASignalAboutThemselves, Given.ASignal(aboutMyManager: true),
            signal => signal.HoldForLaw("Ja.", by: Given.TeamLead with { Roles = Roles.Administrator }, Given.Tuesday));
    }

    [Fact]
    public void The_reporter_asks_for_it_once_after_it_was_closed()
    {
        Breaks(SignalRule.OnlyAClosedSignalIsErased, Given.ASignal(), signal => signal.AskErasure(by: Given.Reporter, Given.Tuesday));
        var signal = Given.AWithdrawnSignal();
        Given.Breaks(SignalRule.OnlyTheReporterDoesThis, signal, () => signal.AskErasure(by: Given.TeamLead, Given.Tuesday));

        signal.AskErasure(by: Given.Reporter, Given.Tuesday);

        signal.LastEvent.ShouldBe(new ErasureAsked(Given.Tuesday.Today.AddMonths(1)));
        Given.Breaks(SignalRule.ErasureIsAskedOnce, signal, () => signal.AskErasure(by: Given.Reporter, Given.Tuesday));
    }

    [Fact]
    public void After_that_nobody_and_no_day_adds_anything()
    {
        var signal = Given.AClosedSignal(Given.Yes);
        var promise = signal.Promises[0].Id;
        signal.Erase(ErasureGround.RetentionEnded, List, Given.Tuesday);

        Given.Breaks(SignalRule.NothingHappensAfterErasure, signal, () => signal.ReportPromise(promise, "Kijk.", by: Given.TeamLead, Given.Tuesday));
        Given.Breaks(SignalRule.NothingHappensAfterErasure, signal, () => signal.HoldForLaw("Te laat.", by: Administrator, Given.Tuesday));
        Given.Breaks(SignalRule.NothingHappensAfterErasure, signal, () => signal.Erase(ErasureGround.Court, List, Given.Tuesday));
        signal.PassTime(Given.FromTeam, Given.Tuesday.AddDays(1000)).ShouldBeFalse();
        signal.LastEvent.ShouldBeOfType<Erased>();
    }

    [Fact]
    public void The_day_of_closing_is_kept_while_it_is_closed()
    {
        Given.ASignal().ClosedOn.ShouldBeNull();
        Given.AClosedSignal().ClosedOn.ShouldBe(Given.Monday.Today);
        var signal = Given.AClosedSignal(Given.No with { LookAgainOn = Given.November(9) });

        signal.PassTime(Given.FromTeam, Given.On(9));

        (signal.IsOpen, signal.ClosedOn).ShouldBe((true, null));
    }

    private static void Breaks(SignalRule rule, Signal signal, Action<Signal> act) => Given.Breaks(rule, signal, () => act(signal));
}
