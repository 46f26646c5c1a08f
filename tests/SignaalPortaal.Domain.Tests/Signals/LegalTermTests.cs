using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

/// <summary>
/// Wet bescherming klokkenluiders, article 2: confirmed within seven days, informed within three months after that. Nobody lengthens it.
/// </summary>
public class LegalTermTests
{
    [Fact]
    public void Wrongdoing_is_acknowledged_within_seven_days_and_answered_within_three_months_after_that()
    {
        var signal = Given.ASignal(SignalKind.Wrongdoing);

        signal.DueOn.ShouldBe(Given.November(9));
        signal.AnswerBy.ShouldBe(new DateOnly(2027, 2, 9));
    }

    [Fact]
    public void The_three_months_start_on_the_day_of_acknowledging()
    {
        var signal = Given.ASignal(SignalKind.Wrongdoing);

        signal.Acknowledge(Given.November(30), "Ontvangen.", by: Given.ConfidentialAdviser, Given.On(4));

        signal.AnswerBy.ShouldBe(new DateOnly(2027, 2, 4));
    }

    [Fact]
    public void Acknowledging_too_late_does_not_lengthen_the_term()
    {
        var signal = Given.ASignal(SignalKind.Wrongdoing);
        var latest = signal.AnswerBy;

        signal.Acknowledge(Given.November(27), "Te laat gezien.", by: Given.ConfidentialAdviser, Given.On(26));

        signal.AnswerBy.ShouldBe(latest);
    }

    [Fact]
    public void A_question_to_the_reporter_does_not_lengthen_the_term()
    {
        var signal = Given.AnAcknowledgedSignal(SignalKind.Wrongdoing);
        var latest = signal.AnswerBy;

        signal.Ask("Wie weet hier nog meer van?", by: Given.ConfidentialAdviser, Given.Tuesday);
        signal.Reply("Mijn collega.", by: Given.Reporter, Given.On(10));

        signal.AnswerBy.ShouldBe(latest);
    }

    [Fact]
    public void The_term_is_not_postponed()
    {
        var signal = Given.AnAcknowledgedSignal(SignalKind.Wrongdoing);

        Given.Breaks(
            SignalRule.ALegalTermIsNotPostponed, signal,
            () => signal.Postpone(Given.November(20), "Ik heb meer tijd nodig.", by: Given.ConfidentialAdviser, Given.Tuesday));
    }
}
