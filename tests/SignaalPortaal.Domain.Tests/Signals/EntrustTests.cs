using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

/// <summary>The reporter lets the union or the works council speak, and takes that back.</summary>
public class EntrustTests
{
    private static NewEntrustment Gift { get; } =
        new(Spokesperson.Union, EntrustedText.AsWritten, Words: null, Until: Given.December(1), WithOutcome: false, WithName: false);

    [Fact]
    public void The_reporter_chooses_who_reads_what_and_until_when()
    {
        var signal = Given.ASignal();

        var given = signal.Entrust(
            new(Spokesperson.WorksCouncil, EntrustedText.Other, "Dit mag de raad zeggen.", Given.December(1), WithOutcome: true, WithName: true), by: Given.Reporter, Given.Tuesday);

        (given.Spokesperson, given.Text, given.Words, given.WithOutcome, given.WithName)
            .ShouldBe((Spokesperson.WorksCouncil, EntrustedText.Other, "Dit mag de raad zeggen.", true, true));
        (given.From, given.Until, given.EndedOn).ShouldBe((Given.November(3), Given.December(1), null));
        signal.Entrustments.ShouldBe([given]);
    }

    [Fact]
    public void Nothing_on_the_signal_tells_of_it()
    {
        var signal = Given.ASignal();
        var (version, events) = (signal.Version, signal.Timeline.Count);

        signal.Entrust(Gift, by: Given.Reporter, Given.Tuesday);
        signal.TakeBack(Spokesperson.Union, by: Given.Reporter, Given.Tuesday);

        (signal.Version, signal.Timeline.Count).ShouldBe((version, events));
    }

    [Fact]
    public void Without_a_name_it_can_be_read_from_the_next_working_day()
    {
        var signal = Given.AConfidentialSignal();
        var reporter = Viewer.Nobody with { OrganisationId = signal.OrganisationId, ReceiptOf = signal.Id };

        signal.Entrust(Gift, reporter, Given.Tuesday).From.ShouldBe(Given.November(4));
        signal.Entrust(Gift, reporter, Given.On(6)).From.ShouldBe(Given.November(9));
        signal.Entrust(Gift, reporter, Given.On(6).ClosedOn(Given.November(9))).From.ShouldBe(Given.November(10));
    }

    [Fact]
    public void Giving_again_replaces_what_was_given_to_the_same_and_nothing_else()
    {
        var signal = Given.ASignal();
        var union = signal.Entrust(Gift, by: Given.Reporter, Given.Monday);
        var council = signal.Entrust(Gift with { Spokesperson = Spokesperson.WorksCouncil }, by: Given.Reporter, Given.Monday);

        var again = signal.Entrust(Gift with { Until = Given.December(8) }, by: Given.Reporter, Given.Tuesday);

        (union.EndedOn, council.EndedOn, again.EndedOn).ShouldBe((Given.November(3), null, null));
    }

    [Fact]
    public void What_is_taken_back_is_over_and_stays_so()
    {
        var signal = Given.ASignal();
        var given = signal.Entrust(Gift, by: Given.Reporter, Given.Monday);

        signal.TakeBack(Spokesperson.WorksCouncil, by: Given.Reporter, Given.Tuesday);
        given.IsOver(Given.November(3)).ShouldBeFalse();
        signal.TakeBack(Spokesperson.Union, by: Given.Reporter, Given.Tuesday);
        signal.TakeBack(Spokesperson.Union, by: Given.Reporter, Given.On(5));

        (given.EndedOn, given.IsOver(Given.November(3))).ShouldBe((Given.November(3), true));
    }

    [Fact]
    public void It_ends_by_itself_after_its_last_day()
    {
        var given = Given.ASignal().Entrust(Gift, by: Given.Reporter, Given.Monday);

        (given.IsOver(Given.December(1)), given.IsOver(Given.December(2))).ShouldBe((false, true));
    }

    [Fact]
    public void What_ended_by_itself_ended_then_also_when_something_else_is_given_later()
    {
        var signal = Given.ASignal();
        var given = signal.Entrust(Gift with { Until = Given.November(5) }, by: Given.Reporter, Given.Monday);

        signal.Entrust(Gift, by: Given.Reporter, Given.On(20));

        given.EndedOn.ShouldBe(Given.November(5));
    }

    [Fact]
    public void It_ends_within_a_year_and_not_before_it_begins()
    {
        var signal = Given.ASignal();
        var latest = Given.November(3).AddYears(1);

        foreach (var until in new[] { Given.November(2), latest.AddDays(1) })
        {
            Given.Breaks(SignalRule.EntrustingEndsWithinAYear, signal, () => signal.Entrust(Gift with { Until = until }, by: Given.Reporter, Given.Tuesday));
        }

        signal.Entrust(Gift with { Until = Given.November(3) }, by: Given.Reporter, Given.Tuesday);
        signal.Entrust(Gift with { Until = latest }, by: Given.Reporter, Given.Tuesday);
    }

    [Fact]
    public void Only_the_reporter_gives_and_takes_back()
    {
        var signal = Given.ASignal();
        var given = signal.Entrust(Gift, by: Given.Reporter, Given.Monday);

        foreach (var somebody in new[] { Given.TeamLead, Given.Colleague, Given.ConfidentialAdviser, Given.Reporter.InAnotherOrganisation, Viewer.Nobody })
        {
            Given.Breaks(SignalRule.OnlyTheReporterDoesThis, signal, () => signal.Entrust(Gift, by: somebody, Given.Tuesday));
            Given.Breaks(SignalRule.OnlyTheReporterDoesThis, signal, () => signal.TakeBack(Spokesperson.Union, by: somebody, Given.Tuesday));
        }

        (given.EndedOn, signal.Entrustments.Count).ShouldBe((null, 1));
    }

    [Fact]
    public void Another_text_is_written_and_only_then_kept()
    {
        var signal = Given.ASignal();

        foreach (var words in new[] { null, "", "  " })
        {
            Given.Breaks(
                SignalRule.AnotherTextIsWritten, signal, () => signal.Entrust(Gift with { Text = EntrustedText.Other, Words = words }, by: Given.Reporter, Given.Tuesday));
        }

        Given.Breaks(
            SignalRule.TextIsWithinItsLimits, signal,
            () => signal.Entrust(Gift with { Text = EntrustedText.Other, Words = new string('x', Words.LongMaxLength + 1) }, by: Given.Reporter, Given.Tuesday));
        signal.Entrust(Gift with { Words = "Toch niet." }, by: Given.Reporter, Given.Tuesday).Words.ShouldBeNull();
    }

    [Fact]
    public void A_name_that_the_line_does_not_know_is_not_given_either()
    {
        var signal = Given.AConfidentialSignal();
        var reporter = Viewer.Nobody with { OrganisationId = signal.OrganisationId, ReceiptOf = signal.Id };

        Given.Breaks(SignalRule.OnlyAKnownNameIsEntrusted, signal, () => signal.Entrust(Gift with { WithName = true }, reporter, Given.Tuesday));
    }

    [Fact]
    public void What_was_withdrawn_is_not_given_and_what_was_closed_is()
    {
        var withdrawn = Given.AWithdrawnSignal();

        Given.Breaks(SignalRule.AWithdrawnSignalIsNotEntrusted, withdrawn, () => withdrawn.Entrust(Gift, by: Given.Reporter, Given.Tuesday));
        Given.AClosedSignal().Entrust(Gift, by: Given.Reporter, Given.Tuesday).EndedOn.ShouldBeNull();
    }

    [Fact]
    public void Of_what_was_erased_nothing_is_given()
    {
        var signal = Given.AClosedSignal();
        signal.Erase(ErasureGround.RetentionEnded, list: Guid.NewGuid(), Given.On(20));

        signal.CanBeEntrusted.ShouldBeFalse();
        Should.Throw<BrokenRuleException>(() => signal.Entrust(Gift, by: Given.Reporter, Given.On(20)));
    }

    [Theory]
    [InlineData(Roles.None)]
    [InlineData(Roles.UnionRepresentative, Spokesperson.Union)]
    [InlineData(Roles.WorksCouncil, Spokesperson.WorksCouncil)]
    [InlineData(Roles.UnionRepresentative | Roles.WorksCouncil, Spokesperson.Union, Spokesperson.WorksCouncil)]
    [InlineData(Roles.HumanResources | Roles.Administrator | Roles.ConfidentialAdviser)]
    public void A_role_speaks_as_itself(Roles roles, params Spokesperson[] spokespeople) => (Viewer.Nobody with { Roles = roles }).SpeaksAs().ShouldBe(spokespeople);
}
