using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

public class RequestIdentityTests
{
    private const string Reason = "De politie vraagt om een getuige.";

    private static Viewer Adviser { get; } = Given.ConfidentialAdviser with { Roles = Roles.ConfidentialAdviser };

    [Fact]
    public void The_reporter_reads_that_a_confidential_adviser_asked_and_why()
    {
        var signal = Given.AConfidentialSignal();

        signal.RequestIdentity(Reason, by: Adviser, Given.Tuesday);

        signal.LastEvent.ShouldBe(new IdentityRequested(Reason));
        var entry = signal.Timeline[^1];
        (entry.ActorId, entry.ActedAs, entry.ActedForUnitId).ShouldBe((Adviser.PersonId, ActedAs.ConfidentialAdviser, null));
        entry.Facts.ShouldNotContain("politie");
    }

    [Fact]
    public void Asking_is_told_to_nobody_and_moves_no_day()
    {
        var signal = Given.AConfidentialSignal();
        var (due, answer, holder, status) = (signal.DueOn, signal.AnswerBy, signal.HeldByUnitId, signal.Status);

        signal.RequestIdentity(Reason, by: Adviser, Given.Tuesday);

        Notice.Of([signal.Timeline[^1]], signal).ShouldBeEmpty();
        (signal.DueOn, signal.AnswerBy, signal.HeldByUnitId, signal.Status).ShouldBe((due, answer, holder, status));
    }

    [Fact]
    public void It_can_be_asked_again_and_of_a_closed_signal_too()
    {
        var signal = Given.AConfidentialSignal();
        signal.Answer(Given.No, by: Given.TeamLead, Given.Monday);
        signal.PassTime(Given.FromTeam, Given.On(30).AddDays(60));

        signal.RequestIdentity(Reason, by: Adviser, Given.On(30).AddDays(60));
        signal.RequestIdentity(Reason, by: Adviser, Given.On(30).AddDays(60));

        signal.IsOpen.ShouldBeFalse();
        signal.Timeline.Count(entry => entry.Happened is IdentityRequested).ShouldBe(2);
    }

    [Fact]
    public void Only_a_confidential_adviser_of_the_organisation_asks()
    {
        var signal = Given.AConfidentialSignal();
        var everythingElse = Roles.UnionRepresentative | Roles.WorksCouncil | Roles.HumanResources | Roles.Administrator;

        foreach (var person in new[] { Given.TeamLead, Given.Reporter, Given.ConfidentialAdviser with { Roles = everythingElse }, Adviser.InAnotherOrganisation, Viewer.Nobody })
        {
            Given.Breaks(SignalRule.OnlyAConfidentialAdviserAsksForAName, signal, () => signal.RequestIdentity(Reason, by: person, Given.Tuesday));
        }
    }

    [Fact]
    public void An_adviser_whom_it_is_about_does_not_ask()
    {
        var signal = Given.AConfidentialSignal(aboutMyManager: true);
        var manager = Given.TeamLead with { Roles = Roles.ConfidentialAdviser };

        Given.Breaks(SignalRule.NobodyHandlesASignalAboutThemselves, signal, () => signal.RequestIdentity(Reason, by: manager, Given.Tuesday));
    }

    [Fact]
    public void There_is_no_sealed_name_with_a_name_nor_once_the_reporter_is_known()
    {
        var (named, known) = (Given.ASignal(), Given.AConfidentialSignal());
        known.MakeKnown(by: Given.Reporter with { ReceiptOf = known.Id }, Given.Tuesday);

        Given.Breaks(SignalRule.OnlyASealedNameIsAskedFor, named, () => named.RequestIdentity(Reason, by: Adviser, Given.Tuesday));
        Given.Breaks(SignalRule.OnlyASealedNameIsAskedFor, known, () => known.RequestIdentity(Reason, by: Adviser, Given.Tuesday));
    }

    [Theory]
    [InlineData("Moet ik weten.     ", SignalRule.AskingForANameIsExplained)]
    [InlineData("Negentien tekens...", SignalRule.AskingForANameIsExplained)]
    [InlineData("                              ", SignalRule.TextIsWithinItsLimits)]
    public void It_is_explained_in_twenty_characters(string reason, SignalRule rule)
    {
        var signal = Given.AConfidentialSignal();

        Given.Breaks(rule, signal, () => signal.RequestIdentity(reason, by: Adviser, Given.Tuesday));
        signal.RequestIdentity("Twintig tekens, net.", by: Adviser, Given.Tuesday);
    }
}
