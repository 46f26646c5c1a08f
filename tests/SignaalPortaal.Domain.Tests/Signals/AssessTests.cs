using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

public class AssessTests
{
    [Fact]
    public void A_layer_puts_its_reading_beside_that_of_the_reporter()
    {
        var signal = Given.ASignal();
        var (original, due) = (signal.Original, signal.DueOn);

        signal.Assess("Dit speelt in drie teams.", risk: null, reason: null, Given.FromTeam, by: Given.TeamLead, Given.Tuesday);

        signal.LastEvent.ShouldBe(new Assessed("Dit speelt in drie teams.", Risk: null, Lowers: false, Reason: null));
        (signal.Status, signal.DueOn, signal.Original).ShouldBe((SignalStatus.New, due, original));
    }

    [Theory]
    [InlineData(RiskLevel.Medium)]
    [InlineData(RiskLevel.High)]
    [InlineData(RiskLevel.StopNow)]
    public void An_estimate_that_is_not_lower_needs_no_reason(RiskLevel risk)
    {
        var signal = Given.ASignal(risk: RiskLevel.Medium);

        signal.Assess("Dit is erger.", risk, reason: null, Given.FromTeam, by: Given.TeamLead, Given.Tuesday);

        signal.LastEvent.ShouldBe(new Assessed("Dit is erger.", risk, Lowers: false, Reason: null));
        signal.Risk.ShouldBe(RiskLevel.Medium);
    }

    [Fact]
    public void A_lower_estimate_stands_on_the_timeline_with_its_reason()
    {
        var signal = Given.ASignal(risk: RiskLevel.High);

        signal.Assess("Het valt mee.", RiskLevel.Low, "Er is een tweede controle.", Given.FromTeam, by: Given.TeamLead, Given.Tuesday);

        signal.LastEvent.ShouldBe(new Assessed("Het valt mee.", RiskLevel.Low, Lowers: true, "Er is een tweede controle.", Told: Given.Department.UnitId));
        signal.Risk.ShouldBe(RiskLevel.High);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void A_lower_risk_needs_a_reason(string? reason)
    {
        var signal = Given.ASignal(risk: RiskLevel.High);

        Given.Breaks(
            SignalRule.ALowerRiskNeedsAReason, signal,
            () => signal.Assess("Het valt mee.", RiskLevel.Medium, reason, Given.FromTeam, by: Given.TeamLead, Given.Tuesday));
    }

    [Fact]
    public void A_reason_that_is_not_asked_for_is_not_kept()
    {
        var signal = Given.ASignal(risk: RiskLevel.Low);

        signal.Assess("Zoals gemeld.", RiskLevel.Low, "Per ongeluk ingevuld.", Given.FromTeam, by: Given.TeamLead, Given.Tuesday);

        signal.LastEvent.ShouldBe(new Assessed("Zoals gemeld.", RiskLevel.Low, Lowers: false, Reason: null));
    }

    [Fact]
    public void Only_who_acts_for_the_holder_assesses()
    {
        var signal = Given.ASignal();

        Given.Breaks(SignalRule.OnlyTheHolderActs, signal, () => signal.Assess("Mening.", null, null, Given.FromTeam, by: Given.Colleague, Given.Tuesday));
    }

    [Fact]
    public void A_reading_and_a_reason_are_readable_text()
    {
        var signal = Given.ASignal(risk: RiskLevel.High);

        Given.Breaks(SignalRule.TextIsWithinItsLimits, signal, () => signal.Assess("", null, null, Given.FromTeam, by: Given.TeamLead, Given.Tuesday));
        Given.Breaks(
            SignalRule.TextIsWithinItsLimits, signal,
            () => signal.Assess("Lager.", RiskLevel.Low, new('a', Words.LongMaxLength + 1), Given.FromTeam, by: Given.TeamLead, Given.Tuesday));
    }

    [Fact]
    public void An_estimate_is_one_of_the_levels()
    {
        var signal = Given.ASignal();

        Should.Throw<BrokenRuleException>(
            () => signal.Assess("Hoger dan hoog.", (RiskLevel)99, reason: null, Given.FromTeam, by: Given.TeamLead, Given.Tuesday));
    }

    [Fact]
    public void After_the_answer_nothing_is_put_beside_it()
    {
        var (answered, closed) = (Given.AnAnsweredSignal(), Given.AClosedSignal());

        Given.Breaks(
            SignalRule.AnAnsweredSignalAwaitsTheVerdict, answered,
            () => answered.Assess("Mening.", null, null, Given.FromTeam, by: Given.TeamLead, Given.Tuesday));
        Given.Breaks(
            SignalRule.AClosedSignalIsNotChanged, closed, () => closed.Assess("Mening.", null, null, Given.FromTeam, by: Given.TeamLead, Given.Tuesday));
    }
}
