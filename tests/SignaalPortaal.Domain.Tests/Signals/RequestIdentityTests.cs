using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

public class RequestIdentityTests
{
    private const string Reason = "De politie vraagt om een getuige.";

    private const string Danger = "Een collega zegt vandaag te springen.";

    private static Viewer Second { get; } = Given.Colleague with { Roles = Roles.ConfidentialAdviser };

    private static Viewer Adviser { get; } = Given.ConfidentialAdviser with { Roles = Roles.ConfidentialAdviser };

    [Fact]
    public void The_reporter_reads_that_a_confidential_adviser_asked_and_why()
    {
        var signal = Given.AConfidentialSignal();

        signal.RequestIdentity(Reason, danger: null, by: Adviser, Given.Tuesday);

        // Tuesday the 3rd of November; the third working day after it is a Friday.
        signal.LastEvent.ShouldBe(new IdentityRequested(Reason, AnswerBy: new(2026, 11, 6), GoodUntil: new(2026, 12, 1)));
        var entry = signal.Timeline[^1];
        (entry.ActorId, entry.ActedAs, entry.ActedForUnitId).ShouldBe((Adviser.PersonId, ActedAs.ConfidentialAdviser, null));
        entry.Facts.ShouldNotContain("politie");
    }

    [Fact]
    public void Asking_is_told_to_nobody_and_moves_no_day()
    {
        var signal = Given.AConfidentialSignal();
        var (due, answer, holder, status) = (signal.DueOn, signal.AnswerBy, signal.HeldByUnitId, signal.Status);

        signal.RequestIdentity(Reason, danger: null, by: Adviser, Given.Tuesday);

        Notice.Of([signal.Timeline[^1]], signal).ShouldBeEmpty();
        (signal.DueOn, signal.AnswerBy, signal.HeldByUnitId, signal.Status).ShouldBe((due, answer, holder, status));
    }

    [Fact]
    public void One_request_waits_at_a_time_and_of_a_closed_signal_it_can_be_asked_too()
    {
        var signal = Given.AConfidentialSignal();
        signal.Answer(Given.No, by: Given.TeamLead, Given.Monday);
        signal.PassTime(Given.FromTeam, Given.On(30).AddDays(60));
        var now = Given.On(30).AddDays(60);
        signal.RequestIdentity(Reason, danger: null, by: Adviser, now);

        Given.Breaks(SignalRule.OneRequestForANameAtATime, signal, () => signal.RequestIdentity(Reason, danger: null, by: Second, now));

        signal.RequestIdentity(Reason, Danger, by: Second, now);
        signal.IdentityRequest(now.Today)!.AskedById.ShouldBe(Second.PersonId);
        signal.RequestIdentity(Reason, danger: null, by: Adviser, now.AddDays(29));
        signal.IsOpen.ShouldBeFalse();
        signal.Timeline.Count(entry => entry.Happened is IdentityRequested).ShouldBe(3);
    }

    [Fact]
    public void After_three_working_days_it_opens_by_itself_for_four_weeks()
    {
        var signal = Given.AConfidentialSignal();
        signal.RequestIdentity(Reason, danger: null, by: Adviser, Given.Tuesday);

        foreach (var day in new[] { 0, 1, 2, 3 })
        {
            Given.Breaks(SignalRule.TheNameIsNotOpenYet, signal, () => signal.OpenIdentity(by: Adviser, Given.Tuesday.AddDays(day)));
        }

        Given.Breaks(SignalRule.WhoAskedOpensTheName, signal, () => signal.OpenIdentity(by: Second, Given.Tuesday.AddDays(4)));
        Given.Breaks(SignalRule.NobodyAsksForTheName, signal, () => signal.OpenIdentity(by: Adviser, Given.Tuesday.AddDays(29)));
        signal.OpenIdentity(by: Adviser, Given.Tuesday.AddDays(4));
        signal.LastEvent.ShouldBe(new IdentityOpened());
    }

    [Fact]
    public void A_second_adviser_opens_it_at_once_and_that_is_never_the_one_who_asked_nor_whom_it_is_about()
    {
        var signal = Given.AConfidentialSignal(aboutMyManager: true);
        signal.RequestIdentity(Reason, danger: null, by: Adviser, Given.Tuesday);
        Given.Breaks(SignalRule.ASecondAdviserDecides, signal, () => signal.AgreeToIdentity(by: Adviser, Given.Tuesday));
        Given.Breaks(
            SignalRule.NobodyHandlesASignalAboutThemselves, signal, () => signal.AgreeToIdentity(by: Given.TeamLead with { Roles = Roles.ConfidentialAdviser }, Given.Tuesday));
        Given.Breaks(SignalRule.OnlyAConfidentialAdviserAsksForAName, signal, () => signal.AgreeToIdentity(by: Given.Colleague, Given.Tuesday));

        signal.AgreeToIdentity(by: Second, Given.Tuesday);

        signal.OpenIdentity(by: Adviser, Given.Tuesday);
        Given.Breaks(SignalRule.NobodyAsksForTheName, signal, () => signal.AgreeToIdentity(by: Second, Given.Tuesday));
    }

    [Fact]
    public void What_a_second_adviser_refuses_stays_closed()
    {
        var signal = Given.AConfidentialSignal();
        signal.RequestIdentity(Reason, danger: null, by: Adviser, Given.Tuesday);

        signal.RefuseIdentity("Het kan zonder.", by: Second, Given.Tuesday);

        Given.Breaks(SignalRule.NobodyAsksForTheName, signal, () => signal.OpenIdentity(by: Adviser, Given.Tuesday.AddDays(10)));
        signal.RequestIdentity(Reason, danger: null, by: Adviser, Given.Tuesday.AddDays(1));

        signal.IdentityRequest(Given.Tuesday.AddDays(20).Today)!.State.ShouldBe(IdentityRequestState.WaitingForASecond);
        Given.Breaks(SignalRule.TheNameIsNotOpenYet, signal, () => signal.OpenIdentity(by: Adviser, Given.Tuesday.AddDays(20)));
    }

    [Fact]
    public void To_ask_again_takes_no_objection_back()
    {
        var signal = Given.AConfidentialSignal();
        signal.RequestIdentity(Reason, danger: null, by: Adviser, Given.Tuesday);
        signal.AnswerIdentityRequest("Nee.", objects: true, by: Given.Reporter with { ReceiptOf = signal.Id }, Given.Tuesday);

        signal.RequestIdentity(Reason, danger: null, by: Adviser, Given.Tuesday.AddDays(30));

        signal.IdentityRequest(Given.Tuesday.AddDays(40).Today)!.State.ShouldBe(IdentityRequestState.WaitingForASecond);
        Given.Breaks(SignalRule.TheNameIsNotOpenYet, signal, () => signal.OpenIdentity(by: Adviser, Given.Tuesday.AddDays(40)));
    }

    [Fact]
    public void What_the_reporter_objects_to_takes_a_second_adviser_and_what_the_reporter_answers_does_not()
    {
        var signal = Given.AConfidentialSignal();
        var reporter = Given.Reporter with { ReceiptOf = signal.Id };
        Given.Breaks(SignalRule.NobodyAsksForTheName, signal, () => signal.AnswerIdentityRequest("Nee.", objects: true, by: reporter, Given.Tuesday));
        signal.RequestIdentity(Reason, danger: null, by: Adviser, Given.Tuesday);
        Given.Breaks(SignalRule.OnlyTheReporterDoesThis, signal, () => signal.AnswerIdentityRequest("Nee.", objects: true, by: Given.Colleague, Given.Tuesday));
        signal.AnswerIdentityRequest("Bel mijn dokter.", objects: false, by: reporter, Given.Tuesday);
        signal.IdentityRequest(Given.Tuesday.AddDays(4).Today)!.State.ShouldBe(IdentityRequestState.Open);

        signal.AnswerIdentityRequest("Nee.", objects: true, by: reporter, Given.Tuesday);

        signal.IdentityRequest(Given.Tuesday.AddDays(20).Today)!.State.ShouldBe(IdentityRequestState.WaitingForASecond);
        Given.Breaks(SignalRule.TheNameIsNotOpenYet, signal, () => signal.OpenIdentity(by: Adviser, Given.Tuesday.AddDays(20)));
        signal.AgreeToIdentity(by: Second, Given.Tuesday.AddDays(20));
        signal.OpenIdentity(by: Adviser, Given.Tuesday.AddDays(20));
    }

    [Fact]
    public void Danger_to_life_is_explained_and_waits_for_nobody()
    {
        var signal = Given.AConfidentialSignal();
        Given.Breaks(SignalRule.DangerIsExplained, signal, () => signal.RequestIdentity(Reason, danger: "Gevaar.", by: Adviser, Given.Tuesday));

        signal.RequestIdentity(Reason, Danger, by: Adviser, Given.Tuesday);

        signal.Timeline[^1].Facts.ShouldContain("\"AtOnce\":true");
        signal.Timeline[^1].Facts.ShouldNotContain("springen");
        signal.OpenIdentity(by: Adviser, Given.Tuesday);
    }

    [Fact]
    public void Only_a_confidential_adviser_of_the_organisation_asks()
    {
        var signal = Given.AConfidentialSignal();
        var everythingElse = Roles.UnionRepresentative | Roles.WorksCouncil | Roles.HumanResources | Roles.Administrator;

        foreach (var person in new[] { Given.TeamLead, Given.Reporter, Given.ConfidentialAdviser with { Roles = everythingElse }, Adviser.InAnotherOrganisation, Viewer.Nobody })
        {
            Given.Breaks(SignalRule.OnlyAConfidentialAdviserAsksForAName, signal, () => signal.RequestIdentity(Reason, danger: null, by: person, Given.Tuesday));
        }
    }

    [Fact]
    public void An_adviser_whom_it_is_about_does_not_ask()
    {
        var signal = Given.AConfidentialSignal(aboutMyManager: true);
        var manager = Given.TeamLead with { Roles = Roles.ConfidentialAdviser };

        Given.Breaks(SignalRule.NobodyHandlesASignalAboutThemselves, signal, () => signal.RequestIdentity(Reason, danger: null, by: manager, Given.Tuesday));
    }

    [Fact]
    public void There_is_no_sealed_name_with_a_name_nor_once_the_reporter_is_known()
    {
        var (named, known) = (Given.ASignal(), Given.AConfidentialSignal());
        known.MakeKnown(by: Given.Reporter with { ReceiptOf = known.Id }, Given.Tuesday);

        Given.Breaks(SignalRule.OnlyASealedNameIsAskedFor, named, () => named.RequestIdentity(Reason, danger: null, by: Adviser, Given.Tuesday));
        Given.Breaks(SignalRule.OnlyASealedNameIsAskedFor, known, () => known.RequestIdentity(Reason, danger: null, by: Adviser, Given.Tuesday));
    }

    [Theory]
    [InlineData("Moet ik weten.     ", SignalRule.AskingForANameIsExplained)]
    [InlineData("Negentien tekens...", SignalRule.AskingForANameIsExplained)]
    [InlineData("                              ", SignalRule.TextIsWithinItsLimits)]
    public void It_is_explained_in_twenty_characters(string reason, SignalRule rule)
    {
        var signal = Given.AConfidentialSignal();

        Given.Breaks(rule, signal, () => signal.RequestIdentity(reason, danger: null, by: Adviser, Given.Tuesday));
        signal.RequestIdentity("Twintig tekens, net.", danger: null, by: Adviser, Given.Tuesday);
    }
}
