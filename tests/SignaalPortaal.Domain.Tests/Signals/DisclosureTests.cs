using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Domain.Tests.Stories;

namespace SignaalPortaal.Domain.Tests.Signals;

/// <summary>What is raised confidentially or anonymously.</summary>
public class DisclosureTests
{
    private static readonly DateTimeOffset TuesdayAtNine = DutchTime.At(Given.November(3), new TimeOnly(9, 0));

    /// <summary>The team is too small; the department is not.</summary>
    private static readonly Dictionary<Guid, int> SmallTeams = new()
    {
        [Given.Team.UnitId] = 9,
        [Given.OtherTeam.UnitId] = 9,
        [Given.Department.UnitId] = 19,
        [Given.Directorate.UnitId] = 30,
        [Given.Board.UnitId] = 40,
    };

    private static readonly Guid[] TeamLeads = [Given.TeamLead.PersonId, Given.OtherTeamLead.PersonId];

    [Theory]
    [InlineData(Disclosure.Confidential)]
    [InlineData(Disclosure.Anonymous)]
    public void It_is_kept_without_a_name_from_the_day_on_which_the_line_sees_it(Disclosure disclosure)
    {
        var signal = Raise(disclosure, hiddenUntil: TuesdayAtNine);

        (signal.Disclosure, signal.ReporterId, signal.IsSealed).ShouldBe((disclosure, null, true));
        (signal.RaisedOn, signal.HiddenUntil, signal.NextStepOn).ShouldBe((Given.November(3), TuesdayAtNine, Given.November(3)));
        signal.DueOn.ShouldBe(Given.November(6));
        signal.HeldByUnitId.ShouldBe(Given.Department.UnitId);
        signal.Timeline.ShouldHaveSingleItem().ActorId.ShouldBeNull();
        signal.EverythingButReminders.ShouldNotContain(Given.Reporter.PersonId.ToString());
    }

    [Fact]
    public void When_its_moment_has_come_the_line_sees_it_and_not_a_moment_before()
    {
        var signal = Raise(hiddenUntil: TuesdayAtNine);

        signal.PassTime(Given.FromDepartment, At(TuesdayAtNine.AddTicks(-1))).ShouldBeFalse();
        signal.HiddenUntil.ShouldNotBeNull();
        Given.Breaks(SignalRule.OnlyTheHolderActs, signal, () => signal.Ask("Welke?", by: Given.DepartmentHead, Given.Monday));

        signal.PassTime(Given.FromDepartment, At(TuesdayAtNine));
        signal.HiddenUntil.ShouldBeNull();
        signal.NextStepOn.ShouldBe(signal.RemindOn ?? signal.DueOn!.Value.AddDays(1));
        signal.Ask("Welke?", by: Given.DepartmentHead, Given.Tuesday);
    }

    [Fact]
    public void What_the_reporter_does_before_is_on_the_day_of_that_moment()
    {
        var signal = Raise(hiddenUntil: TuesdayAtNine);

        signal.AddFacts("Het gebeurt elke week.", by: Staff.WithTheReceiptOf(signal), Given.Monday);
        signal.MakeKnown(by: Given.Reporter with { ReceiptOf = signal.Id }, Given.Monday);

        signal.Timeline.Select(entry => entry.At).ShouldAllBe(at => at == DutchTime.At(Given.November(3), TimeOnly.MinValue));
    }

    [Fact]
    public void A_unit_that_disappears_before_hands_it_over_with_the_whole_term()
    {
        var signal = Raise(risk: RiskLevel.StopNow, hiddenUntil: TuesdayAtNine);

        signal.HandOver(Given.FromDepartment, Given.Monday);

        signal.DueOn.ShouldBe(Given.November(3));
        signal.HiddenUntil.ShouldBe(TuesdayAtNine);
        signal.PassTime(Given.FromDirectorate, At(TuesdayAtNine));
        signal.Timeline.ShouldNotContain(entry => entry.Happened is Escalated || entry.Happened is TermMissed);
    }

    [Fact]
    public void About_the_manager_of_a_small_team_all_managers_of_small_teams_are_left_out()
    {
        var signal = Raise(aboutMyManager: true);

        signal.Conflicts.Select(conflict => conflict.PersonId).ShouldBe(TeamLeads, ignoreOrder: true);
        signal.HeldByUnitId.ShouldBe(Given.Department.UnitId);
    }

    [Fact]
    public void About_the_manager_of_a_large_unit_only_that_one_is_left_out()
    {
        var signal = Signal.Submit(
            SignalKind.Bottleneck, Given.Content, RiskLevel.Medium, aboutMyManager: true, Given.FromDepartment, Given.FromDepartment, Given.Desk,
            by: Given.Reporter, Given.Monday, Shelter());

        signal.Conflicts.ShouldHaveSingleItem().PersonId.ShouldBe(Given.DepartmentHead.PersonId);
        signal.HeldByUnitId.ShouldBe(Given.Directorate.UnitId);
    }

    /// <summary>Whom it is about is in the own line, also when the signal goes to another.</summary>
    [Fact]
    public void About_the_own_manager_for_another_part_of_the_organisation_the_own_manager_is_left_out()
    {
        var signal = Signal.Submit(
            SignalKind.Bottleneck, Given.Content, RiskLevel.Medium, aboutMyManager: true, Given.FromDirectorate, Given.FromTeam, Given.Desk,
            by: Given.Reporter, Given.Monday, Shelter() with { ManagersOfSmallUnits = [] });

        signal.Conflicts.ShouldHaveSingleItem().PersonId.ShouldBe(Given.TeamLead.PersonId);
    }

    [Fact]
    public void Where_no_unit_is_large_enough_it_goes_to_the_desk()
    {
        var signal = Signal.Submit(
            SignalKind.Bottleneck, Given.Content, RiskLevel.Medium, aboutMyManager: false, Given.FromTeam, Given.FromTeam, Given.Desk,
            by: Given.Reporter, Given.Monday, Shelter() with { People = new Dictionary<Guid, int>() });

        signal.HeldByUnitId.ShouldBe(Given.Desk.UnitId);
    }

    [Fact]
    public void Who_has_the_code_acts_as_the_reporter_and_without_a_name()
    {
        var signal = Raise(Disclosure.Anonymous);
        var withTheCode = Staff.WithTheReceiptOf(signal);
        signal.Ask("Welke brief?", by: Given.DepartmentHead, Given.Monday);

        signal.Reply("De brief van maart.", by: withTheCode, Given.Monday);

        signal.Timeline[^1].ActorId.ShouldBeNull();
        signal.Timeline[^1].ActedAs.ShouldBe(ActedAs.Reporter);
        signal.IsReportedBy(withTheCode).ShouldBeTrue();
        signal.IsReportedBy(Given.Reporter).ShouldBeFalse();
        Given.Breaks(SignalRule.OnlyTheReporterDoesThis, signal, () => signal.AddFacts("Meer.", by: Given.Reporter, Given.Monday));
        Given.Breaks(SignalRule.OnlyTheReporterDoesThis, signal, () => signal.AddFacts("Meer.", by: withTheCode with { OrganisationId = Guid.NewGuid() }, Given.Monday));
        Given.Breaks(SignalRule.OnlyTheReporterDoesThis, signal, () => signal.AddFacts("Meer.", by: withTheCode with { ReceiptOf = Guid.NewGuid() }, Given.Monday));
    }

    [Fact]
    public void Who_stands_behind_it_is_known_from_then_on_and_the_code_is_of_no_use_any_more()
    {
        var signal = Raise(Disclosure.Anonymous);

        signal.MakeKnown(by: Given.Reporter with { ReceiptOf = signal.Id }, Given.Tuesday);

        (signal.Disclosure, signal.ReporterId).ShouldBe((Disclosure.Named, Given.Reporter.PersonId));
        signal.Timeline[0].ActorId.ShouldBeNull();
        signal.Timeline[^1].ActorId.ShouldBe(Given.Reporter.PersonId);
        signal.IsSealed.ShouldBeTrue();
        Given.Breaks(SignalRule.TheReporterIsKnownAlready, signal, () => signal.MakeKnown(by: Given.Colleague with { ReceiptOf = signal.Id }, Given.Tuesday));
        Given.Breaks(SignalRule.OnlyTheReporterDoesThis, signal, () => signal.AddFacts("Meer.", by: Staff.WithTheReceiptOf(signal), Given.Tuesday));
    }

    [Fact]
    public void Nobody_stands_behind_a_signal_of_which_they_have_no_code()
    {
        var signal = Raise(Disclosure.Anonymous);

        foreach (var somebody in new[] { Given.Reporter, Given.Reporter with { ReceiptOf = Guid.NewGuid() }, Staff.WithTheReceiptOf(signal) })
        {
            Given.Breaks(SignalRule.OnlyTheReporterDoesThis, signal, () => signal.MakeKnown(by: somebody, Given.Monday));
        }
    }

    /// <summary>Then somebody else of the unit decides, or time takes it up.</summary>
    [Fact]
    public void A_manager_who_turns_out_to_have_raised_it_does_not_handle_it_any_more()
    {
        var signal = Raise(Disclosure.Anonymous);

        signal.MakeKnown(by: Given.DepartmentHead with { ReceiptOf = signal.Id }, Given.Monday);

        signal.ActsOf(Given.DepartmentHead, Given.FromDepartment, Given.Monday).ShouldBe(SignalActs.AddFacts | SignalActs.Withdraw);
        Given.Breaks(SignalRule.NobodyHandlesTheOwnSignal, signal, () => signal.Answer(Given.No, by: Given.DepartmentHead, Given.Monday));
        signal.PassTime(Given.FromDepartment, Given.On(10));
        signal.HeldByUnitId.ShouldBe(Given.Directorate.UnitId);
    }

    private static Signal Raise(
        Disclosure disclosure = Disclosure.Confidential, RiskLevel risk = RiskLevel.Medium, bool aboutMyManager = false, DateTimeOffset? hiddenUntil = null) =>
        Signal.Submit(
            SignalKind.Bottleneck, Given.Content, risk, aboutMyManager, Given.FromTeam, Given.FromTeam, Given.Desk,
            by: disclosure is Disclosure.Anonymous ? Viewer.Nobody with { OrganisationId = Given.Reporter.OrganisationId } : Given.Reporter,
            Given.Monday, Shelter() with { Disclosure = disclosure, HiddenUntil = hiddenUntil });

    private static Shelter Shelter() => new(Disclosure.Confidential, SmallTeams, TeamLeads, HiddenUntil: null);

    private static Now At(DateTimeOffset moment) => Given.Monday with { At = moment };
}
