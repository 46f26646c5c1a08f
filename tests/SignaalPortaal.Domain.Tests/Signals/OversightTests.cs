using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

/// <summary>What never goes through the line has a second door inside, and when that stays shut the reporter reads where the doors outside are.</summary>
public class OversightTests
{
    public static TheoryData<SignalKind> DeskKinds { get; } = [.. Enum.GetValues<SignalKind>().Where(kind => kind.GoesToTheDesk)];

    [Theory]
    [MemberData(nameof(DeskKinds))]
    public void What_the_desk_leaves_unanswered_goes_to_oversight(SignalKind kind)
    {
        var signal = Given.ASignal(kind);

        signal.PassTime(Given.FromDeskWithOversight, Given.On(20));

        signal.HeldByUnitId.ShouldBe(Given.Oversight.UnitId);
        signal.Timeline.Select(entry => entry.Happened).OfType<Escalated>().ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                moved => moved.Cause.ShouldBe(EscalationCause.BySilence),
                moved => moved.Silent.ShouldBe(Given.ConfidentialAdviser.PersonId),
                moved => moved.WithoutManager.ShouldBeNull());
        signal.LeadsOutside(Given.FromOversight).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(DeskKinds))]
    public void Who_disagrees_with_the_desk_is_heard_by_oversight_and_after_that_reads_where_else_to_go(SignalKind kind)
    {
        var signal = Answered(kind);

        signal.GiveVerdict(Verdict.Disagree, "Er is niets onderzocht.", Given.FromDeskWithOversight, by: Given.Reporter, Given.Tuesday);
        (signal.Status, signal.HeldByUnitId).ShouldBe((SignalStatus.New, Given.Oversight.UnitId));
        signal.Answer(Given.No, by: Given.Overseer, Given.On(4));
        signal.LeadsOutside(Given.FromOversight).ShouldBeFalse();
        signal.GiveVerdict(Verdict.Disagree, "Nog steeds niet.", Given.FromOversight, by: Given.Reporter, Given.On(5));

        signal.ClosedBecause.ShouldBe(Closing.Disagreed);
        signal.LeadsOutside(Given.FromOversight).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(DeskKinds))]
    public void Without_oversight_silence_and_disagreement_lead_outside(SignalKind kind)
    {
        var (silent, disagreed) = (Given.ASignal(kind), Answered(kind));

        silent.LeadsOutside(Given.FromDesk).ShouldBeFalse();
        silent.PassTime(Given.FromDesk, Given.On(20));
        disagreed.GiveVerdict(Verdict.Disagree, "Nee.", Given.FromDesk, by: Given.Reporter, Given.Tuesday);

        (silent.LeadsOutside(Given.FromDesk), disagreed.LeadsOutside(Given.FromDesk)).ShouldBe((true, true));
    }

    [Fact]
    public void Oversight_that_stays_silent_too_leads_outside()
    {
        var signal = Given.ASignal(SignalKind.UndesirableBehaviour);
        signal.PassTime(Given.FromDeskWithOversight, Given.On(6));

        signal.PassTime(Given.FromOversight, Given.On(30));

        signal.HeldByUnitId.ShouldBe(Given.Oversight.UnitId);
        signal.LastEvent.ShouldBeOfType<TermMissed>().Told.ShouldBeNull();
        signal.LeadsOutside(Given.FromOversight).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(DeskKinds))]
    public void What_is_about_the_desk_goes_to_oversight_at_once_and_the_desk_never_sees_it(SignalKind kind)
    {
        var signal = Submit(kind, Given.Oversight, aboutTheDesk: [Given.ConfidentialAdviser.PersonId]);

        signal.HeldByUnitId.ShouldBe(Given.Oversight.UnitId);
        SignalVisibility.For(Given.ConfidentialAdviser).Compile()(signal).ShouldBeFalse();
        SignalVisibility.For(Given.Overseer).Compile()(signal).ShouldBeTrue();
    }

    [Fact]
    public void What_the_own_desk_raises_goes_to_oversight()
    {
        var signal = Submit(SignalKind.Wrongdoing, Given.Oversight, by: Given.ConfidentialAdviser);

        signal.HeldByUnitId.ShouldBe(Given.Oversight.UnitId);
    }

    [Fact]
    public void Where_nobody_inside_can_take_it_the_reporter_is_told() => Given.Breaks(
        SignalRule.NobodyInsideCanTakeIt, () => Submit(SignalKind.Wrongdoing, oversight: null, aboutTheDesk: [Given.ConfidentialAdviser.PersonId]));

    [Fact]
    public void The_line_does_not_pass_anything_to_oversight()
    {
        var signal = Given.ASignal();

        Given.Breaks(
            SignalRule.TheUnitCannotTakeIt, signal,
            () => signal.Reroute(Given.Oversight, "Dit hoort daar.", Given.FromTeam, by: Given.TeamLead, Given.Tuesday));
        signal.NextUnits(Given.FromTeam with { Oversight = Given.Oversight }).ShouldNotContain(Given.Oversight);
    }

    [Fact]
    public void That_the_desk_is_silent_does_not_lengthen_the_law()
    {
        var signal = Given.ASignal(SignalKind.Wrongdoing);
        var legalDay = signal.AnswerBy;

        signal.PassTime(Given.FromDeskWithOversight, Given.On(10));

        (signal.HeldByUnitId, signal.AnswerBy).ShouldBe((Given.Oversight.UnitId, legalDay));
        signal.DueOn!.Value.ShouldBeLessThanOrEqualTo(legalDay);
    }

    private static Signal Answered(SignalKind kind)
    {
        var signal = Given.AnAcknowledgedSignal(kind);
        signal.Answer(Given.No, by: Given.ConfidentialAdviser, Given.Monday);
        return signal;
    }

    private static Signal Submit(SignalKind kind, LineUnit? oversight, Viewer? by = null, IReadOnlyCollection<Guid>? aboutTheDesk = null) => Signal.Submit(
        kind, Given.Content, RiskLevel.Medium, aboutMyManager: false, Given.FromTeam, Given.FromTeam, Given.Desk, by ?? Given.Reporter, Given.Monday,
        oversight: oversight, aboutTheDesk: aboutTheDesk);
}
