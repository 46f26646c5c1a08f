using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

public class SubmitTests
{
    [Fact]
    public void A_signal_starts_with_the_reporters_own_unit()
    {
        var signal = Given.ASignal();

        signal.Status.ShouldBe(SignalStatus.New);
        signal.HeldByUnitId.ShouldBe(Given.Team.UnitId);
        signal.Holders.ShouldHaveSingleItem().Since.ShouldBe(Given.November(2));
        signal.RaisedOn.ShouldBe(Given.November(2));
        signal.DueOn.ShouldBe(Given.November(5));
        signal.AnswerBy.ShouldBe(Given.November(30));
        signal.LastEvent.ShouldBe(new Submitted(Given.Team.UnitId, Given.November(5), Given.November(30), SignalKind.Bottleneck, RiskLevel.Medium, Theme: Theme.NotGiven));
    }

    [Fact]
    public void The_theme_is_the_one_that_the_reporter_chose_and_stands_in_the_first_event()
    {
        var signal = Signal.Submit(
            SignalKind.Idea, Given.Content, RiskLevel.Low, aboutMyManager: false,
            Given.FromTeam, Given.FromTeam, Given.Desk, by: Given.Reporter, Given.Monday, theme: Theme.Systems);

        signal.Theme.ShouldBe(Theme.Systems);
        signal.LastEvent.ShouldBeOfType<Submitted>().Theme.ShouldBe(Theme.Systems);
    }

    [Fact]
    public void A_signal_can_start_with_the_unit_that_the_reporter_picks()
    {
        var signal = Signal.Submit(
            SignalKind.Idea, Given.Content, RiskLevel.Low, aboutMyManager: false,
            line: Given.FromDirectorate, ownLine: Given.FromTeam, Given.Desk, by: Given.Reporter, Given.Monday);

        signal.HeldByUnitId.ShouldBe(Given.Directorate.UnitId);
    }

    [Theory]
    [InlineData(SignalKind.Aggression)]
    [InlineData(SignalKind.UndesirableBehaviour)]
    [InlineData(SignalKind.Wrongdoing)]
    public void What_must_not_go_through_the_line_starts_at_the_desk(SignalKind kind)
    {
        var signal = Given.ASignal(kind);

        signal.HeldByUnitId.ShouldBe(Given.Desk.UnitId);
    }

    [Fact]
    public void A_unit_without_a_manager_is_passed_over()
    {
        var line = new ManagementLine([Given.Team.WithoutManager, Given.Department, Given.Board]);

        var signal = Submitted(line);

        signal.HeldByUnitId.ShouldBe(Given.Department.UnitId);
    }

    [Fact]
    public void A_manager_does_not_get_the_own_signal()
    {
        var signal = Submitted(Given.FromTeam, by: Given.TeamLead);

        signal.HeldByUnitId.ShouldBe(Given.Department.UnitId);
        signal.ReporterId.ShouldBe(Given.TeamLead.PersonId);
    }

    [Fact]
    public void A_signal_about_my_manager_passes_over_each_unit_of_that_manager()
    {
        var line = new ManagementLine([Given.Team, Given.Department.ManagedBy(Given.TeamLead), Given.Directorate, Given.Board]);

        var signal = Submitted(line, aboutMyManager: true);

        signal.HeldByUnitId.ShouldBe(Given.Directorate.UnitId);
        signal.Conflicts.ShouldHaveSingleItem().PersonId.ShouldBe(Given.TeamLead.PersonId);
    }

    [Fact]
    public void My_manager_is_the_nearest_one_above_me_who_is_not_myself()
    {
        var signal = Submitted(Given.FromTeam, aboutMyManager: true, by: Given.TeamLead);

        signal.HeldByUnitId.ShouldBe(Given.Directorate.UnitId);
        signal.Conflicts.ShouldHaveSingleItem().PersonId.ShouldBe(Given.DepartmentHead.PersonId);
    }

    [Fact]
    public void What_no_unit_of_the_line_can_take_goes_to_the_desk()
    {
        var line = new ManagementLine([Given.Team.WithoutManager, Given.Board.ManagedBy(Given.Reporter)]);

        var signal = Submitted(line);

        signal.HeldByUnitId.ShouldBe(Given.Desk.UnitId);
    }

    [Fact]
    public void A_signal_that_nobody_can_take_is_not_raised()
    {
        var line = new ManagementLine([Given.Team.WithoutManager]);

        Given.Breaks(SignalRule.NobodyAboveCanTakeIt, () => Submitted(line, desk: Given.Desk.WithoutManager));
        Given.Breaks(SignalRule.NobodyAboveCanTakeIt, () => Submitted(line, desk: Given.Desk.ManagedBy(Given.Reporter)));
        Given.Breaks(SignalRule.NobodyInsideCanTakeIt, () => Signal.Submit(
            SignalKind.Wrongdoing, Given.Content, RiskLevel.Low, aboutMyManager: false,
            Given.FromTeam, Given.FromTeam, desk: null, by: Given.Reporter, Given.Monday));
    }

    [Fact]
    public void A_signal_keeps_what_was_written_byte_for_byte()
    {
        var content = new SignalContent
        {
            Subject = "Één naïef café 👩🏽‍⚕️",
            Words = "Regel één\n\tregel twee  \nمرحبا שלום",
            Rule = "Awb, artikel 4:13",
            Since = "2019",
            Frequency = "dagelijks",
            Affected = "± 12.000",
            OnPaper = "In twee weken.",
            InPractice = "In vier.",
            Workaround = "Zelf bellen.",
        };
        var before = content.Words;

        var signal = Signal.Submit(
            SignalKind.Unworkable, content, RiskLevel.StopNow, aboutMyManager: false,
            Given.FromTeam, Given.FromTeam, Given.Desk, by: Given.Reporter, Given.Monday);

        signal.Content.ShouldBeSameAs(content);
        signal.Content.Words.ShouldBe(before);
        signal.Risk.ShouldBe(RiskLevel.StopNow);
        (content.OrganisationId, content.SignalId).ShouldBe((signal.OrganisationId, signal.Id));
    }

    [Fact]
    public void A_signal_has_a_subject_and_words_within_their_limits()
    {
        Refused(new() { Subject = "", Words = "Tekst" });
        Refused(new() { Subject = "Onderwerp", Words = "" });
        Refused(new() { Subject = new('a', SignalContent.SubjectMaxLength + 1), Words = "Tekst" });
        Refused(new() { Subject = "Onderwerp", Words = new('a', SignalContent.WordsMaxLength + 1) });
        Refused(new() { Subject = "Onderwerp", Words = "Tekst", Rule = new('a', Words.ShortMaxLength + 1) });
        Refused(new() { Subject = "Onderwerp", Words = "Tekst", Workaround = new('a', Words.LongMaxLength + 1) });
        Refused(new() { Subject = "Onderwerp", Words = "Niet\0leesbaar" });
    }

    [Fact]
    public void Blank_space_is_neither_a_subject_nor_words()
    {
        Refused(new() { Subject = "  ", Words = "Tekst" });
        Refused(new() { Subject = "Onderwerp", Words = "\n \n" });
    }

    [Fact]
    public void A_kind_or_a_risk_that_does_not_exist_is_refused()
    {
        Given.Breaks(SignalRule.TextIsWithinItsLimits, () => Given.ASignal((SignalKind)99));
        Given.Breaks(SignalRule.TextIsWithinItsLimits, () => Given.ASignal(risk: (RiskLevel)99));
    }

    [Fact]
    public void Each_signal_has_ids_of_its_own_that_tell_no_time()
    {
        var (one, other) = (Given.ASignal(), Given.ASignal());

        one.Id.ShouldNotBe(other.Id);
        one.Reference.ShouldNotBe(other.Reference);
        (one.Id.Version, one.Version.Version).ShouldBe((4, 4));
    }

    private static Signal Submitted(ManagementLine line, bool aboutMyManager = false, Viewer? by = null, LineUnit? desk = null) =>
        Signal.Submit(
            SignalKind.Bottleneck, Given.Content, RiskLevel.Medium, aboutMyManager,
            line, ownLine: line, desk ?? Given.Desk, by ?? Given.Reporter, Given.Monday);

    private static void Refused(SignalContent content) => Given.Breaks(SignalRule.TextIsWithinItsLimits, () => Signal.Submit(
        SignalKind.Idea, content, RiskLevel.Low, aboutMyManager: false,
        Given.FromTeam, Given.FromTeam, Given.Desk, by: Given.Reporter, Given.Monday));
}
