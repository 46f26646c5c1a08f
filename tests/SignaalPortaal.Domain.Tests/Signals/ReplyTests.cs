using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

public class ReplyTests
{
    [Fact]
    public void After_the_reply_the_clock_goes_on_with_the_days_it_stood_still()
    {
        var signal = Given.ASignalWithAQuestion();

        signal.Reply("De herzieningen WW.", by: Given.Reporter, Given.On(5));

        signal.Status.ShouldBe(SignalStatus.InProgress);
        signal.DueOn.ShouldBe(Given.November(19));
        signal.AnswerBy.ShouldBe(Given.December(3));
        signal.LastEvent.ShouldBe(new Replied("De herzieningen WW.", DueOn: Given.November(19)));
    }

    [Fact]
    public void A_reply_on_the_same_day_moves_nothing()
    {
        var signal = Given.ASignalWithAQuestion();

        signal.Reply("De herzieningen WW.", by: Given.Reporter, Given.Monday);

        (signal.DueOn, signal.AnswerBy).ShouldBe((Given.November(16), Given.November(30)));
    }

    [Fact]
    public void The_clock_stands_still_for_ten_working_days_at_most()
    {
        var signal = Given.ASignalWithAQuestion();

        signal.Reply("Ik was met verlof.", by: Given.Reporter, Given.On(30));

        (signal.DueOn, signal.AnswerBy).ShouldBe((Given.November(30), Given.December(14)));
    }

    [Fact]
    public void A_reply_to_a_question_about_a_new_signal_leaves_the_whole_term_for_the_answer()
    {
        var signal = Given.ASignal();
        signal.Ask("Sinds wanneer?", by: Given.TeamLead, Given.Monday);

        signal.Reply("Sinds mei.", by: Given.Reporter, Given.Tuesday);

        (signal.DueOn, signal.AnswerBy).ShouldBe((Given.December(1), Given.December(1)));
    }

    [Fact]
    public void Only_the_reporter_replies()
    {
        var signal = Given.ASignalWithAQuestion();

        Given.Breaks(SignalRule.OnlyTheReporterDoesThis, signal, () => signal.Reply("Ik weet het.", by: Given.Colleague, Given.Tuesday));
        Given.Breaks(SignalRule.OnlyTheReporterDoesThis, signal, () => signal.Reply("Ik weet het.", by: Given.TeamLead, Given.Tuesday));
    }

    [Fact]
    public void Without_a_question_there_is_nothing_to_reply_to()
    {
        var (signal, closed) = (Given.AnAcknowledgedSignal(), Given.AClosedSignal());

        Given.Breaks(SignalRule.ThereIsNoQuestionToReplyTo, signal, () => signal.Reply("Ja.", by: Given.Reporter, Given.Tuesday));
        Given.Breaks(SignalRule.ThereIsNoQuestionToReplyTo, closed, () => closed.Reply("Ja.", by: Given.Reporter, Given.Tuesday));
    }

    [Fact]
    public void A_reply_has_words()
    {
        var signal = Given.ASignalWithAQuestion();

        Given.Breaks(SignalRule.TextIsWithinItsLimits, signal, () => signal.Reply("\t", by: Given.Reporter, Given.Tuesday));
    }
}
