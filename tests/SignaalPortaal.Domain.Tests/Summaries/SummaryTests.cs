using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Domain.Summaries;

namespace SignaalPortaal.Domain.Tests.Summaries;

public class SummaryTests
{
    private const string Text = "Brieven roepen vragen op. Een kortere brief helpt.";

    private static readonly Quarter Autumn = new(2026, 4);

    private static readonly Viewer Reviewer = Given.Colleague with { PersonId = Guid.NewGuid(), Roles = Roles.HumanResources };

    private static readonly Viewer SecondReader = Given.Colleague with { PersonId = Guid.NewGuid(), Roles = Roles.ConfidentialAdviser };

    [Fact]
    public void It_waits_for_a_reviewer_and_says_nothing_on_a_timeline_yet()
    {
        var signals = Five();

        var summary = Write(signals);

        summary.State.ShouldBe(SummaryState.ToReview);
        signals.ShouldAllBe(signal => signal.Timeline.Count == 1);
    }

    [Fact]
    public void Of_fewer_than_five_signals_there_is_none() => Breaks(SummaryRule.ASummaryIsOfAtLeastFiveSignals, () => Write([.. Five().Take(4)]));

    [Fact]
    public void The_same_signal_twice_is_one_signal()
    {
        var signals = Five();

        Breaks(SummaryRule.ASummaryIsOfAtLeastFiveSignals, () => Write([.. signals.Take(4), signals[0]]));
    }

    [Fact]
    public void Of_two_people_there_is_none_and_all_without_a_name_are_one()
    {
        Breaks(SummaryRule.ASummaryIsOfAtLeastThreeReporters, () => Write([.. Enumerable.Range(0, 5).Select(index => By(index % 2 == 0 ? Given.Reporter : Given.Colleague))]));
        Breaks(SummaryRule.ASummaryIsOfAtLeastThreeReporters, () => Write([By(Given.Reporter), .. Enumerable.Range(0, 4).Select(_ => Given.AConfidentialSignal())]));
    }

    [Fact]
    public void It_is_of_one_theme_and_one_quarter()
    {
        Breaks(SummaryRule.ASummaryIsOfOneThemeAndQuarter, () => Write([.. Five().Take(4), By(Given.Reporter, Theme.Safety)]));
        Breaks(SummaryRule.ASummaryIsOfOneThemeAndQuarter, () => Summary.Write(Autumn.Previous, Theme.Other, Text, Five(), 30, by: Given.TeamLead, Given.Monday));
    }

    [Fact]
    public void Who_writes_acts_for_a_unit_that_holds_or_held_all_of_them()
    {
        Breaks(SummaryRule.ASummaryIsOfSignalsOfTheOwnUnits, () => Write(Five(), by: Given.DepartmentHead));
        Breaks(SummaryRule.ASummaryIsOfSignalsOfTheOwnUnits, () => Write(Five(), by: Given.TeamLead.InAnotherOrganisation));
        Breaks(SummaryRule.ASummaryIsOfSignalsOfTheOwnUnits, () => Write([.. Five().Take(4), By(Given.TeamLead)], by: Given.TeamLead));
    }

    [Fact]
    public void What_goes_to_the_desk_is_in_no_summary() => Breaks(
        SummaryRule.ASummaryIsOfSignalsOfTheOwnUnits,
        () => Write(
            [.. Five().Take(4), By(Given.Reporter, kind: SignalKind.Wrongdoing)],
            by: Given.TeamLead with
            {
                UnitsActedFor = new Dictionary<Guid, MandateKind> { [Given.Team.UnitId] = MandateKind.Manager, [Given.Desk.UnitId] = MandateKind.Manager },
            }));

    [Fact]
    public void The_writer_does_not_judge_it_nor_does_anyone_without_that_role()
    {
        var signals = Five();
        var writer = Given.TeamLead with { Roles = Roles.HumanResources };
        var summary = Write(signals, writer);

        Breaks(SummaryRule.SomebodyElseJudgesASummary, () => summary.Approve(Text, signals, by: writer, Given.Tuesday));
        Breaks(SummaryRule.SomebodyElseJudgesASummary, () => summary.Approve(Text, signals, by: Given.DepartmentHead, Given.Tuesday));
        Breaks(SummaryRule.SomebodyElseJudgesASummary, () => summary.Approve(Text, signals, by: Reviewer.InAnotherOrganisation, Given.Tuesday));
        Breaks(SummaryRule.SomebodyElseJudgesASummary, () => summary.SendBack("Er staat een naam in.", by: writer, Given.Tuesday));
    }

    [Fact]
    public void Then_each_reporter_has_five_working_days()
    {
        var signals = Five();
        var summary = Write(signals);

        summary.Approve("Brieven roepen vragen op.", signals, by: Reviewer, Given.On(6));

        summary.State.ShouldBe(SummaryState.WithReporters);
        summary.StopBy.ShouldBe(Given.November(13));
        summary.Text.ShouldBe("Brieven roepen vragen op.");
        signals.Select(signal => signal.Timeline[^1]).ShouldAllBe(entry => entry.Happened.Equals(new Summarised(Given.November(13))) && entry.ActorId == null);
    }

    [Theory]
    [InlineData(24, true)]
    [InlineData(25, false)]
    public void Where_a_unit_is_small_a_second_reader_looks_too(int people, bool needsSecond) =>
        Write(Five(), smallestUnit: people).NeedsSecondReader.ShouldBe(needsSecond);

    [Fact]
    public void The_second_reader_is_a_third_person_who_changes_nothing()
    {
        var signals = Five();
        var summary = Write(signals, smallestUnit: 24);
        summary.Approve(Text, signals, by: Reviewer, Given.Tuesday);
        signals.ShouldAllBe(signal => signal.Timeline.Count == 1);

        Breaks(SummaryRule.SomebodyElseJudgesASummary, () => summary.Approve(null, signals, by: Reviewer, Given.Tuesday));
        Breaks(SummaryRule.SomebodyElseJudgesASummary, () => summary.Approve("Iets anders.", signals, by: SecondReader, Given.Tuesday));
        summary.Approve(null, signals, by: SecondReader, Given.Tuesday);

        summary.State.ShouldBe(SummaryState.WithReporters);
        summary.Text.ShouldBe(Text);
        signals.Select(signal => signal.Timeline[^1].Happened).ShouldAllBe(happened => happened is Summarised);
    }

    [Fact]
    public void What_is_sent_back_is_written_anew_of_the_same_signals()
    {
        var summary = Write(Five());
        Breaks(SummaryRule.OnlyWhatWasSentBackIsRewritten, () => summary.Rewrite("Anders.", by: Given.TeamLead, Given.Tuesday));
        Breaks(SummaryRule.ASummaryStaysWithinItsLimits, () => summary.SendBack(" ", by: Reviewer, Given.Tuesday));

        summary.SendBack("Dit herkent iemand.", by: Reviewer, Given.Tuesday);
        Breaks(SummaryRule.OnlyWhatWasSentBackIsRewritten, () => summary.Rewrite("Anders.", by: Given.DepartmentHead, Given.Tuesday));
        summary.Rewrite("Anders.", by: Given.TeamLead, Given.Tuesday);

        (summary.State, summary.Text).ShouldBe((SummaryState.ToReview, "Anders."));
    }

    [Fact]
    public void When_a_reporter_took_a_signal_back_it_is_not_approved()
    {
        var signals = Five();
        var summary = Write(signals);
        signals[0].Withdraw("Toch niet.", by: Given.Reporter, Given.Tuesday);

        Breaks(SummaryRule.EverySignalOfASummaryIsStillThere, () => summary.Approve(Text, signals, by: Reviewer, Given.Tuesday));
        Breaks(SummaryRule.EverySignalOfASummaryIsStillThere, () => summary.Approve(Text, [.. signals.Skip(1)], by: Reviewer, Given.Tuesday));
    }

    [Theory]
    [InlineData("Een herziening kost vier weken, de wet geeft ons er twee", "")]
    [InlineData("Wij zien: een Herziening kost ons vier wéken, de wet geeft er.", "een Herziening kost ons vier wéken, de wet geeft er")]
    [InlineData("vier weken. De wet geeft er twee", "")]
    public void Eight_words_in_a_row_of_a_signal_are_a_quotation(string text, string expected) =>
        string.Join('|', Quotes.Find(text, ["Een herziening kost ons vier weken. De wet geeft er twee."]).Select(quote => text.Substring(quote.Start, quote.Length))).ShouldBe(expected);

    private static Summary Write(IReadOnlyList<Signal> signals, Viewer? by = null, int smallestUnit = 30) =>
        Summary.Write(Autumn, Theme.Other, Text, signals, smallestUnit, by: by ?? Given.TeamLead, Given.Monday);

    private static List<Signal> Five() => [By(Given.Reporter), By(Given.Reporter), By(Given.Colleague), By(Given.OtherTeamLead), By(Given.OtherTeamLead)];

    private static Signal By(Viewer reporter, Theme theme = Theme.Other, SignalKind kind = SignalKind.Bottleneck) =>
        Signal.Submit(
            kind, Given.Content, RiskLevel.Medium, aboutMyManager: false,
            reporter == Given.TeamLead ? new ManagementLine([Given.Team.ManagedBy(Given.Deputy), Given.Department]) : Given.FromTeam, Given.FromTeam, Given.Desk, by: reporter, Given.Monday, theme: theme);

    private static void Breaks(SummaryRule rule, Action act) => Should.Throw<BrokenRuleException>(act).Rule.ShouldBe(rule);
}
