using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

public class AskTests
{
    [Fact]
    public void A_question_stops_the_holders_clock()
    {
        var signal = Given.AnAcknowledgedSignal();

        signal.Ask("Sinds wanneer?", by: Given.TeamLead, Given.Tuesday);

        signal.Status.ShouldBe(SignalStatus.AwaitingReply);
        signal.DueOn.ShouldBe(Given.November(17));
        signal.HeldByUnitId.ShouldBe(Given.Team.UnitId);
        signal.LastEvent.ShouldBe(new Asked("Sinds wanneer?", ReplyBy: Given.November(17), StoppedOn: Given.November(16)));
    }

    [Fact]
    public void A_question_shows_that_a_new_signal_was_read()
    {
        var signal = Given.ASignal();

        signal.Ask("Sinds wanneer?", by: Given.TeamLead, Given.Tuesday);

        signal.LastEvent.ShouldBe(new Asked("Sinds wanneer?", ReplyBy: Given.November(17), StoppedOn: Given.November(30)));
    }

    [Fact]
    public void There_is_one_question_at_a_time()
    {
        var signal = Given.ASignalWithAQuestion();

        Given.Breaks(SignalRule.OneQuestionAtATime, signal, () => signal.Ask("En waar?", by: Given.TeamLead, Given.Tuesday));
    }

    [Fact]
    public void Only_who_acts_for_the_holder_asks()
    {
        var signal = Given.ASignal();

        Given.Breaks(SignalRule.OnlyTheHolderActs, signal, () => signal.Ask("Waar?", by: Given.Director, Given.Tuesday));
        Given.Breaks(SignalRule.OnlyTheHolderActs, signal, () => signal.Ask("Waar?", by: Given.Reporter, Given.Tuesday));
    }

    [Fact]
    public void A_question_has_words()
    {
        var signal = Given.ASignal();

        Given.Breaks(SignalRule.TextIsWithinItsLimits, signal, () => signal.Ask("", by: Given.TeamLead, Given.Tuesday));
    }

    [Fact]
    public void After_the_answer_there_are_no_questions()
    {
        var (answered, closed) = (Given.AnAnsweredSignal(), Given.AClosedSignal());

        Given.Breaks(SignalRule.AnAnsweredSignalAwaitsTheVerdict, answered, () => answered.Ask("Waar?", by: Given.TeamLead, Given.Tuesday));
        Given.Breaks(SignalRule.AClosedSignalIsNotChanged, closed, () => closed.Ask("Waar?", by: Given.TeamLead, Given.Tuesday));
    }
}
