using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

public class ClarifyTests
{
    [Fact]
    public void Clearer_words_bring_it_back_to_the_reporter()
    {
        var signal = Given.AnUnclearAnswer();

        signal.Clarify("Post 4.2 is op.", by: Given.TeamLead, Given.Tuesday);

        (signal.Status, signal.DueOn).ShouldBe((SignalStatus.Answered, Given.December(1)));
        signal.LastEvent.ShouldBe(new Clarified("Post 4.2 is op.", VerdictBy: Given.December(1)));
    }

    [Fact]
    public void Only_who_acts_for_the_holder_clarifies()
    {
        var signal = Given.AnUnclearAnswer();

        Given.Breaks(SignalRule.OnlyTheHolderActs, signal, () => signal.Clarify("Zo.", by: Given.DepartmentHead, Given.Tuesday));
    }

    [Fact]
    public void What_nobody_asked_about_is_not_clarified()
    {
        foreach (var signal in new[] { Given.AnAcknowledgedSignal(), Given.AnAnsweredSignal(), Given.AClosedSignal() })
        {
            Given.Breaks(SignalRule.ThereIsNothingToClarify, signal, () => signal.Clarify("Zo.", by: Given.TeamLead, Given.Tuesday));
        }
    }

    [Fact]
    public void Clearer_words_are_words()
    {
        var signal = Given.AnUnclearAnswer();

        Given.Breaks(SignalRule.TextIsWithinItsLimits, signal, () => signal.Clarify("", by: Given.TeamLead, Given.Tuesday));
    }
}
