using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Deadlines;

/// <summary>The default clocks of design.md, section 4, for what arrives on Monday 2 November 2026.</summary>
public class ClockTests
{
    [Theory]
    [InlineData(SignalKind.Question, "2026-11-09", "2026-11-16")]
    [InlineData(SignalKind.GoesWell, "2026-11-09", "2026-11-16")]
    [InlineData(SignalKind.Idea, "2026-11-05", "2026-11-16")]
    [InlineData(SignalKind.Bottleneck, "2026-11-05", "2026-11-30")]
    [InlineData(SignalKind.Unworkable, "2026-11-05", "2026-11-30")]
    [InlineData(SignalKind.RegulatoryBurden, "2026-11-05", "2026-11-30")]
    [InlineData(SignalKind.Risk, "2026-11-05", "2026-11-30")]
    [InlineData(SignalKind.Mistake, "2026-11-05", "2026-11-30")]
    [InlineData(SignalKind.Aggression, "2026-11-03", "2026-11-05")]
    [InlineData(SignalKind.UndesirableBehaviour, "2026-11-05", "2026-12-02")]
    public void Each_kind_has_its_clock(SignalKind kind, string acknowledgeBy, string answerBy)
    {
        foreach (var risk in new[] { RiskLevel.Low, RiskLevel.Medium })
        {
            Days(kind, risk).ShouldBe((DateOnly.Parse(acknowledgeBy), DateOnly.Parse(answerBy)));
        }
    }

    [Theory]
    [InlineData(SignalKind.Bottleneck, RiskLevel.High, "2026-11-03", "2026-11-09")]
    [InlineData(SignalKind.Question, RiskLevel.High, "2026-11-03", "2026-11-09")]
    [InlineData(SignalKind.Aggression, RiskLevel.High, "2026-11-03", "2026-11-05")]
    [InlineData(SignalKind.Wrongdoing, RiskLevel.High, "2026-11-03", "2026-11-09")]
    [InlineData(SignalKind.Bottleneck, RiskLevel.StopNow, "2026-11-02", "2026-11-03")]
    [InlineData(SignalKind.UndesirableBehaviour, RiskLevel.StopNow, "2026-11-02", "2026-11-03")]
    public void A_high_risk_makes_it_run_faster_and_never_slower(SignalKind kind, RiskLevel risk, string acknowledgeBy, string answerBy) =>
        Days(kind, risk).ShouldBe((DateOnly.Parse(acknowledgeBy), DateOnly.Parse(answerBy)));

    [Theory]
    [InlineData("2026-11-02", "2026-11-09", "2027-02-02")]
    [InlineData("2026-11-07", "2026-11-16", "2027-02-08")]
    [InlineData("2026-12-18", "2026-12-28", "2027-03-18")]
    [InlineData("2026-12-26", "2027-01-04", "2027-03-30")]
    [InlineData("2026-11-30", "2026-12-07", "2027-03-01")]
    public void The_terms_for_wrongdoing_end_on_a_working_day(string arrived, string acknowledgeBy, string answerBy)
    {
        var days = Days(SignalKind.Wrongdoing, RiskLevel.Low, DateOnly.Parse(arrived));

        days.ShouldBe((DateOnly.Parse(acknowledgeBy), DateOnly.Parse(answerBy)));
    }

    [Fact]
    public void No_day_lies_before_the_arrival_and_no_answer_is_due_before_the_acknowledgement()
    {
        var risks = Enum.GetValues<RiskLevel>();
        var kindsAndRisks = Enum.GetValues<SignalKind>().SelectMany(kind => risks.Select(risk => (kind, risk))).ToList();

        foreach (var arrived in Enumerable.Range(0, 400).Select(Given.November(1).AddDays))
        {
            foreach (var (kind, risk) in kindsAndRisks)
            {
                var (acknowledgeBy, answerBy) = Days(kind, risk, arrived);

                acknowledgeBy.ShouldBeGreaterThanOrEqualTo(arrived);
                answerBy.ShouldBeGreaterThanOrEqualTo(acknowledgeBy);
            }
        }
    }

    [Fact]
    public void The_reporter_has_two_weeks_for_a_reply_and_four_for_a_verdict()
    {
        Clock.Reply.EndsOn(Given.November(2), WorkingCalendar.National).ShouldBe(Given.November(16));
        Clock.Verdict.EndsOn(Given.November(2), WorkingCalendar.National).ShouldBe(Given.November(30));
        Clock.Clarification.EndsOn(Given.November(2), WorkingCalendar.National).ShouldBe(Given.November(9));
    }

    private static (DateOnly AcknowledgeBy, DateOnly AnswerBy) Days(SignalKind kind, RiskLevel risk, DateOnly? arrived = null)
    {
        var (clock, from) = (Clock.For(kind, risk), arrived ?? Given.November(2));
        return (clock.AcknowledgeBy(from, WorkingCalendar.National), clock.AnswerBy(from, WorkingCalendar.National));
    }
}
