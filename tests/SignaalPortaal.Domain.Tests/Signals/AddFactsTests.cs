using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

public class AddFactsTests
{
    [Fact]
    public void The_reporter_adds_facts_and_what_was_written_stays()
    {
        var signal = Given.ASignal();
        var original = signal.Original;

        signal.AddFacts("Vandaag weer drie.", by: Given.Reporter, Given.Tuesday);

        signal.LastEvent.ShouldBe(new FactsAdded("Vandaag weer drie."));
        signal.Original.ShouldBe(original);
        (signal.Status, signal.DueOn).ShouldBe((SignalStatus.New, Given.November(5)));
    }

    [Fact]
    public void Facts_can_be_added_as_long_as_the_signal_is_open()
    {
        var signal = Given.AnAnsweredSignal();

        signal.AddFacts("Het budget is er wel.", by: Given.Reporter, Given.Tuesday);

        signal.Status.ShouldBe(SignalStatus.Answered);
    }

    [Fact]
    public void Only_the_reporter_adds_facts()
    {
        var signal = Given.ASignal();

        foreach (var somebody in new[] { Given.TeamLead, Given.Colleague, Given.Reporter.InAnotherOrganisation })
        {
            Given.Breaks(SignalRule.OnlyTheReporterDoesThis, signal, () => signal.AddFacts("Feit", by: somebody, Given.Tuesday));
        }
    }

    [Fact]
    public void Nothing_is_added_to_a_closed_signal()
    {
        var signal = Given.AClosedSignal();

        Given.Breaks(SignalRule.AClosedSignalIsNotChanged, signal, () => signal.AddFacts("Feit", by: Given.Reporter, Given.Tuesday));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("onleesbaar\u0007")]
    public void Facts_are_readable_text(string facts)
    {
        var signal = Given.ASignal();

        Given.Breaks(SignalRule.TextIsWithinItsLimits, signal, () => signal.AddFacts(facts, by: Given.Reporter, Given.Tuesday));
    }

    [Fact]
    public void Facts_have_a_longest_length()
    {
        var signal = Given.ASignal();

        signal.AddFacts(new('a', Words.LongMaxLength), by: Given.Reporter, Given.Tuesday);

        Given.Breaks(
            SignalRule.TextIsWithinItsLimits, signal,
            () => signal.AddFacts(new('a', Words.LongMaxLength + 1), by: Given.Reporter, Given.Tuesday));
    }
}
