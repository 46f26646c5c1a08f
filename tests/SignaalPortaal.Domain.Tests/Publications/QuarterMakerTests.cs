using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Publications;

/// <summary>The rules of a publication, one by one.</summary>
public class QuarterMakerTests
{
    private static readonly Quarter ThisQuarter = new(2026, 3);
    private static readonly PublishedUnit Top = new(Id(1), null, "Top", "bestuur", 12);
    private static readonly PublishedUnit Large = new(Id(2), Top.Id, "Large", "team", 30);
    private static readonly PublishedUnit Middle = new(Id(3), Top.Id, "Middle", "team", 20);
    private static readonly PublishedUnit Tiny = new(Id(4), Top.Id, "Tiny", "team", 4);

    [Fact]
    public void Of_nothing_it_says_as_little_as_of_too_little() => QuarterMaker.Make(Given()).Tables.ShouldBeEmpty();

    [Theory]
    [InlineData(4, 4)]
    [InlineData(8, 2)]
    public void Of_too_little_or_of_too_few_reporters_it_says_nothing(int signals, int reporters) =>
        QuarterMaker.Make(Given(Raised(Large, signals, reporters: reporters))).Tables.ShouldNotContain(table => table.Measure == PublishedMeasure.Raised);

    [Fact]
    public void All_those_without_a_name_are_one_reporter()
    {
        var raised = Raised(Large, 9).Select((fact, place) => place < 8 ? fact with { Reporter = null } : fact);

        QuarterMaker.Make(Given(raised)).Tables.ShouldNotContain(table => table.Measure == PublishedMeasure.Raised);
    }

    [Fact]
    public void An_organisation_of_too_few_people_publishes_nothing() =>
        QuarterMaker.Make(Given(Raised(Tiny, 9)) with { Units = [Tiny with { ParentId = null, People = 9 }] }).Tables.ShouldBeEmpty();

    [Fact]
    public void A_small_unit_is_counted_with_the_unit_above_it() =>
        UnitsOf(Given(Raised(Top, 3), Raised(Large, 6), Raised(Middle, 7), Raised(Tiny, 3)))
            .ShouldBe([("Top Tiny", 6), ("Large", 6), ("Middle", 7)], ignoreOrder: true);

    [Fact]
    public void What_is_still_too_small_stays_with_what_is_beside_it() =>
        UnitsOf(Given(Raised(Top, 1), Raised(Large, 6), Raised(Middle, 7), Raised(Tiny, 2)))
            .ShouldBe([("Top Middle Tiny", 10), ("Large", 6)], ignoreOrder: true);

    [Fact]
    public void A_unit_with_few_people_in_which_nothing_started_is_not_shown_either() =>
        UnitsOf(Given(Raised(Top, 6), Raised(Large, 6), Raised(Middle, 7)))
            .ShouldBe([("Top Tiny", 6), ("Large", 6), ("Middle", 7)], ignoreOrder: true);

    [Fact]
    public void A_unit_in_which_nobody_works_is_counted_with_another_whether_something_started_in_it_or_not() =>
        UnitsOf(Given(Raised(Large, 6), Raised(Middle, 7)) with { Units = [Top with { People = 0 }, Large, Middle] })
            .ShouldBe([("Large", 6), ("Top Middle", 7)], ignoreOrder: true);

    [Fact]
    public void What_is_too_small_hides_a_part_beside_it_and_not_a_whole_department()
    {
        var (team, other) = (new PublishedUnit(Id(8), Large.Id, "Team", "team", 15), new PublishedUnit(Id(9), Large.Id, "Other", "team", 15));

        UnitsOf(Given(Raised(Top, 1), Raised(Large, 5), Raised(team, 8), Raised(other, 9)) with { Units = [Top, Large, team, other] })
            .ShouldBe([("Large", 5), ("Team", 8), ("Top Other", 10)], ignoreOrder: true);
    }

    [Fact]
    public void Of_which_theme_there_is_nothing_is_shown_and_a_small_one_stays_with_its_neighbour()
    {
        var themes = Table(
            Given(Raised(Large, 8, Theme.Safety), Raised(Large, 9, Theme.Rules), Raised(Large, 3, Theme.Systems), Raised(Large, 2, Theme.Other)),
            PublishedDimension.Theme);

        themes.Cells.Where(cell => cell.Count > 0).Select(cell => (string.Join('+', cell.At[0].Leaves), cell.Count))
            .ShouldBe([("Rules+Systems", 12), ("Other+Safety", 10)]);
        themes.Cells.Where(cell => cell.Count == 0).ShouldAllBe(cell => cell.At[0].Leaves.Count == 1);
    }

    [Fact]
    public void Themes_that_are_large_enough_stand_alone()
    {
        var themes = Table(
            Given(Raised(Large, 8, Theme.Safety), Raised(Large, 9, Theme.Rules), Raised(Large, 12, Theme.Service), Raised(Large, 2, Theme.Other)),
            PublishedDimension.Theme);

        themes.Cells.Where(cell => cell.Count > 0).Select(cell => cell.Count).ShouldBe([9, 12, 10], ignoreOrder: true);
    }

    [Fact]
    public void When_all_is_about_one_theme_it_does_not_say_which() =>
        QuarterMaker.Make(Given(Raised(Large, 8, Theme.Safety), Raised(Middle, 9, Theme.Safety))).Tables
            .ShouldNotContain(table => table.Dimensions.Contains(PublishedDimension.Theme));

    [Fact]
    public void A_cross_table_has_no_small_cell_and_no_row_about_one_theme()
    {
        var cross = QuarterMaker.Make(Given(
            Raised(Top, 6, Theme.Safety), Raised(Top, 7, Theme.Rules), Raised(Large, 6, Theme.Safety), Raised(Large, 2, Theme.Rules), Raised(Middle, 9, Theme.Rules)))
            .Tables.Single(table => table.Dimensions.Count == 2);

        cross.Cells.Select(cell => cell.Count).Where(count => count > 0).ShouldBe([6, 6, 7, 11], ignoreOrder: true);
    }

    [Fact]
    public void Times_are_taken_together_with_the_next_of_which_there_is_something()
    {
        var durations = Table(
            Given(Raised(Large, 20)) with { Answered = [.. Answers(AnswerTime.WithinAWeek, 7), .. Answers(AnswerTime.WithinAMonth, 2), .. Answers(AnswerTime.Longer, 6)] },
            PublishedDimension.Duration);

        durations.Cells.Select(cell => (string.Join('+', cell.At[0].Leaves), cell.Count))
            .ShouldBe([("WithinAWeek", 7), ("Longer+WithinAMonth", 8), ("WithinTwoMonths", 0), ("WithinAQuarter", 0)]);
    }

    [Fact]
    public void Many_answers_to_few_signals_are_few()
    {
        var answers = Answers(AnswerTime.WithinAWeek, 12).Select((answer, place) => answer with { Signal = Id(place % 4) });

        QuarterMaker.Make(Given(Raised(Large, 20)) with { Answered = [.. answers] }).Tables.ShouldNotContain(table => table.Measure == PublishedMeasure.Answered);
    }

    [Fact]
    public void Reasons_divide_what_is_not_adopted_and_only_when_that_is_a_block_by_itself()
    {
        var adopted = Answers(AnswerTime.Longer, 8);
        var notAdopted = Enum.GetValues<NotAdoptedReason>().Take(2)
            .SelectMany(reason => Answers(AnswerTime.Longer, 6).Select(answer => answer with { Outcome = Outcome.NotAdopted, Reason = reason }))
            .ToList();

        Table(Given(Raised(Large, 20)) with { Answered = [.. adopted, .. notAdopted] }, PublishedDimension.Reason).Cells.Where(cell => cell.Count > 0)
            .Select(cell => (cell.At[0].Leaves.Single(), cell.Count)).ShouldBe([("None", 8), ("Money", 6), ("Capacity", 6)]);
        QuarterMaker.Make(Given(Raised(Large, 20)) with { Answered = [.. adopted, .. notAdopted.Take(4)] }).Tables
            .ShouldNotContain(table => table.Dimensions.Contains(PublishedDimension.Reason));
    }

    [Fact]
    public void How_many_were_answered_by_the_last_day_is_never_apart_from_what_is_in_progress() =>
        Table(
            Given(Enum.GetValues<PublishedStatus>().SelectMany(status => Raised(Large, 9).Select(fact => fact with { Status = status, Reporter = Guid.NewGuid() }))),
            PublishedDimension.Status).Cells.Select(cell => (string.Join('+', cell.At[0].Leaves), cell.Count))
            .ShouldBe([("New", 9), ("Withdrawn", 9), ("Answered+Closed+InProgress", 27)], ignoreOrder: true);

    [Fact]
    public void Answers_are_not_counted_before_any_quarter_says_how_many_signals_there_were() =>
        QuarterMaker.Make(Given(Raised(Large, 4)) with { Answered = [.. Answers(AnswerTime.WithinAWeek, 9)] }).Tables.ShouldBeEmpty();

    [Fact]
    public void What_was_escalated_is_not_told_when_it_is_nearly_all_that_was_ever_raised()
    {
        var raised = Raised(Large, 12).ToList();
        var facts = Given(raised) with { EscalatedBySilence = [.. raised.Skip(2).Select(fact => new EscalatedFact(fact.Unit, fact.Reporter))] };

        QuarterMaker.Make(facts).Tables.ShouldNotContain(table => table.Measure == PublishedMeasure.EscalatedBySilence);
        QuarterMaker.Make(facts with { Quarter = ThisQuarter.Next, Earlier = [QuarterMaker.Make(Given(raised))] }).Tables
            .ShouldContain(table => table.Measure == PublishedMeasure.EscalatedBySilence);
    }

    [Fact]
    public void A_fact_in_a_unit_that_is_not_in_the_line_is_refused() =>
        Should.Throw<ArgumentException>(() => QuarterMaker.Make(Given(Raised(new PublishedUnit(Id(77), null, "Gone", "team", 20), 6))));

    private static List<(string Units, int Count)> UnitsOf(QuarterFacts facts) =>
        [.. Table(facts, PublishedDimension.Unit).Cells.Select(cell => (
            string.Join(' ', facts.Units.Where(unit => cell.At[0].Leaves.Contains($"{unit.Id}")).Select(unit => unit.Name)), cell.Count))];

    private static PublishedTable Table(QuarterFacts facts, PublishedDimension dimension) =>
        QuarterMaker.Make(facts).Tables.Single(table => table.Dimensions.Count == 1 && table.Dimensions[0] == dimension);

    private static QuarterFacts Given(params IEnumerable<RaisedFact>[] raised) =>
        new(ThisQuarter, new PublicationRules(), [Top, Large, Middle, Tiny], [.. raised.SelectMany(facts => facts)], [], [], []);

    private static IEnumerable<RaisedFact> Raised(PublishedUnit unit, int times, Theme theme = Theme.Workload, int? reporters = null) =>
        Enumerable.Range(0, times).Select(number =>
            new RaisedFact(unit.Id, theme, SignalKind.Idea, PublishedStatus.New, Id(1_000 + ((int)theme * 100) + (number % (reporters ?? times)))));

    private static IEnumerable<AnsweredFact> Answers(AnswerTime duration, int times) =>
        Enumerable.Range(0, times).Select(number => new AnsweredFact(Outcome.Adopted, null, true, duration, Id(number), Guid.NewGuid()));

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
