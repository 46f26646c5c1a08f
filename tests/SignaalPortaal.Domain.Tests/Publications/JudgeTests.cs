using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Domain.Signals;
using Xunit.Abstractions;

namespace SignaalPortaal.Domain.Tests.Publications;

/// <summary>That nothing is found would mean nothing if the judge found nothing ever: what is not safe is found, by the judge and by the portal's own check.</summary>
public class JudgeTests(ITestOutputHelper output)
{
    private static readonly PublicationRules Rules = new();

    [Fact]
    public void To_hide_small_numbers_is_not_enough_in_nearly_all_organisations()
    {
        var broken = 0;
        for (var seed = 0; seed < 40; seed++)
        {
            var facts = RandomOrganisation.Quarters(seed, quarters: 4);
            var findings = Judge.Judgement(UsualMethod.Export(facts), Truth.Of(facts));
            broken += findings.Any(finding => finding.Harm is Harm.SmallCount) ? 1 : 0;
        }

        output.WriteLine($"{broken} of 40");
        broken.ShouldBeGreaterThanOrEqualTo(38);
    }

    [Fact]
    public void Without_a_smallest_count_it_is_not_safe() =>
        IsFoundIn(Looser(new PublicationRules(SmallestCount: 1)), Harm.SmallCount, PublicationRisk.SmallCount);

    [Fact]
    public void Without_a_fewest_people_it_is_not_safe() =>
        IsFoundIn(Looser(new PublicationRules(FewestPeople: 0)), Harm.FewPeople, PublicationRisk.FewPeople);

    [Fact]
    public void Without_a_fewest_reporters_it_is_not_safe() =>
        IsFoundIn(Looser(new PublicationRules(FewestReporters: 1)), Harm.Insider, PublicationRisk.FewReporters);

    [Fact]
    public void A_unit_that_is_taken_out_of_what_is_together_is_found() => IsFoundIn(
        (facts, published) => WithTable(published, Units(published) is { } table ? Apart(table, facts) : null), Harm.SmallCount, PublicationRisk.SmallCount);

    [Fact]
    public void A_second_division_of_the_same_units_is_found() => IsFoundIn(
        (facts, published) =>
        {
            var moved = facts.Units.Select((unit, place) => unit with { ParentId = unit.ParentId is null || place < 4 ? unit.ParentId : facts.Units[place / 4].Id });
            var otherwise = Units(QuarterMaker.Make(facts with { Units = [.. moved] }));
            return otherwise is null ? published : published with { Tables = [.. published.Tables, otherwise] };
        },
        Harm.SmallCount,
        PublicationRisk.Contradiction);

    [Fact]
    public void Reasons_beside_outcomes_that_are_together_are_found()
    {
        var answered = Answered(Outcome.Adopted, null, 20).Concat(Answered(Outcome.NotAdopted, NotAdoptedReason.Money, 6)).ToList();
        var unit = Unit();
        var facts = Facts([unit], [.. Raised(unit, Theme.Safety, 28)]) with { Answered = [.. answered, .. Answered(Outcome.OutsideOurPower, null, 2)] };
        var published = QuarterMaker.Make(facts);
        var reasons = Table(QuarterMaker.Make(facts with { Answered = answered }), PublishedDimension.Reason)!;
        var mutant = WithTable(published, reasons with { Cells = [.. reasons.Cells.Select(cell => cell.Count == 20 ? cell with { Count = 22 } : cell)] });

        Table(published, PublishedDimension.Reason).ShouldBeNull();
        IsFound([facts], [mutant], Harm.SmallCount, PublicationRisk.Overlap).ShouldBeTrue();
    }

    [Fact]
    public void Statuses_that_tell_how_many_older_signals_were_answered_are_found()
    {
        var unit = Unit();
        List<RaisedFact> raised = [.. Raised(unit, Theme.Safety, 9), .. Raised(unit, Theme.Rules, 10).Select(fact => fact with { Status = PublishedStatus.Answered })];
        var facts = Facts([unit], raised) with { Answered = [.. Answered(Outcome.Adopted, null, 12)] };
        var mutant = WithTable(QuarterMaker.Make(facts), Margin(PublishedDimension.Status, raised.Select(fact => $"{fact.Status}")));

        IsFound([facts], [mutant], Harm.SmallDifference, PublicationRisk.SmallDifference).ShouldBeTrue();
    }

    [Fact]
    public void A_total_of_zero_that_is_printed_is_found() =>
        FeasibleIntervals.Findings([QuarterMaker.Make(Facts([Unit()], [])) with
        {
            Tables = [new PublishedTable(PublishedMeasure.Raised, [], [new PublishedCell([], 0)])],
        }]).ShouldContain(finding => finding.Risk == PublicationRisk.SmallCount);

    [Fact]
    public void Nearly_all_escalated_is_found()
    {
        var facts = RandomOrganisation.Quarters(seed: 3, quarters: 1)[0];
        facts = facts with { EscalatedBySilence = [.. facts.Raised.Skip(2).Select(fact => new EscalatedFact(fact.Unit, fact.Reporter))] };
        var published = QuarterMaker.Make(facts);
        var escalated = new PublishedTable(PublishedMeasure.EscalatedBySilence, [], [new PublishedCell([], facts.EscalatedBySilence.Count)]);

        published.Tables.ShouldNotContain(table => table.Measure == PublishedMeasure.EscalatedBySilence);
        IsFound([facts], [published with { Tables = [.. published.Tables, escalated] }], Harm.SmallDifference, PublicationRisk.SmallDifference).ShouldBeTrue();
    }

    [Fact]
    public void That_all_signals_are_about_one_theme_is_found() => IsFoundIn(
        (facts, published) => published with
        {
            Tables =
            [
                .. published.Tables.Where(table => !table.Dimensions.Contains(PublishedDimension.Theme)),
                Margin(PublishedDimension.Theme, facts.Raised.Select(_ => nameof(Theme.Workload))),
            ],
        },
        Harm.OneTheme,
        PublicationRisk.OneTheme,
        facts => facts with { Raised = [.. facts.Raised.Select(fact => fact with { Theme = Theme.Workload })] });

    [Fact]
    public void A_row_of_the_cross_table_in_one_cell_is_found()
    {
        var units = new[] { Unit(), Unit(), Unit() };
        var raised = Raised(units[1], Theme.Safety, 6).Concat(Raised(units[2], Theme.Safety, 7)).Concat(Raised(units[2], Theme.Rules, 8)).ToList();
        var facts = Facts(units, raised);
        var published = QuarterMaker.Make(facts);
        var cross = Cross(units, raised, [[0, 1], [2]], [[Theme.Safety], [.. Enum.GetValues<Theme>().Where(theme => theme is not Theme.Safety)]]);

        IsFound([facts], [published with { Tables = [.. published.Tables.Where(table => table.Dimensions.Count < 2), cross] }], Harm.OneTheme, PublicationRisk.OneTheme)
            .ShouldBeTrue();
    }

    [Fact]
    public void A_small_cell_of_the_cross_table_is_found()
    {
        var units = new[] { Unit(), Unit(), Unit() };
        var raised = Raised(units[1], Theme.Safety, 6).Concat(Raised(units[1], Theme.Rules, 3)).Concat(Raised(units[2], Theme.Rules, 18)).ToList();
        var facts = Facts(units, raised);
        var published = QuarterMaker.Make(facts);
        var cross = Cross(units, raised, [[0, 1], [2]], [[Theme.Safety], [.. Enum.GetValues<Theme>().Where(theme => theme is not Theme.Safety)]]);
        var mutant = published with { Tables = [.. published.Tables.Where(table => table.Dimensions.Count < 2), cross] };

        IsFound([facts], [mutant], Harm.SmallCount, PublicationRisk.SmallCount).ShouldBeTrue();

        var hidden = PublicationExport.Of([mutant]);
        hidden = hidden with { Cells = [.. hidden.Cells.Select(cell => cell.Value is 3 or 6 ? cell with { Value = null } : cell)] };
        Judgement([facts], hidden).ShouldContain(finding => finding.Harm == Harm.SmallCount);
    }

    [Fact]
    public void A_quarter_that_is_published_again_is_found()
    {
        var facts = RandomOrganisation.Quarters(seed: 5, quarters: 1)[0];
        var (first, second) = (QuarterMaker.Make(facts), QuarterMaker.Make(facts with { Raised = [.. facts.Raised.Skip(1)] }));
        var export = PublicationExport.Of([first]);

        FeasibleIntervals.Findings([first, second]).ShouldContain(finding => finding.Risk == PublicationRisk.Revised);
        Judgement([facts], export with { Cells = [.. export.Cells, .. PublicationExport.Of([second]).Cells] }).ShouldContain(finding => finding.Harm == Harm.Revised);
    }

    [Fact]
    public void A_number_that_is_not_true_is_found() => IsFoundIn(
        (_, published) => Units(published) is { } table
            ? WithTable(published, table with { Cells = [table.Cells[0] with { Count = table.Cells[0].Count + 10 }, .. table.Cells.Skip(1)] })
            : published,
        Harm.Untrue,
        PublicationRisk.Contradiction);

    [Fact]
    public void The_quick_bounds_of_the_judge_are_those_of_a_linear_programme()
    {
        var random = new Random(1);
        for (var trial = 0; trial < 300; trial++)
        {
            var (rows, columns) = (random.Next(2, 6), random.Next(2, 6));
            var counts = Enumerable.Range(0, rows * columns).Select(_ => random.Next(9)).ToList();
            var (halfRows, halfColumns) = (random.Next(1, rows), random.Next(1, columns));
            List<int> Cells(Func<int, bool> row, Func<int, bool> column) =>
                [.. Enumerable.Range(0, counts.Count).Where(cell => row(cell / columns) && column(cell % columns))];
            (IReadOnlyList<int> Members, int Value) Sum(Func<int, bool> row, Func<int, bool> column) => (Cells(row, column), Cells(row, column).Sum(cell => counts[cell]));
            Func<int, bool>[] rowBands = [row => row < halfRows, row => row >= halfRows];
            Func<int, bool>[] columnBands = [column => column < halfColumns, column => column >= halfColumns];
            var programme = new LinearProgram(counts.Count,
            [
                .. Enumerable.Range(0, rows).Select(row => Sum(one => one == row, _ => true)),
                .. Enumerable.Range(0, columns).Select(column => Sum(_ => true, one => one == column)),
                .. rowBands.SelectMany(row => columnBands, (row, column) => Sum(row, column)),
            ]);

            Grid.Bounds(
                Sum(row => row == 0, _ => true).Value,
                Sum(rowBands[0], _ => true).Value,
                Sum(_ => true, column => column == 0).Value,
                Sum(_ => true, columnBands[0]).Value,
                Sum(rowBands[0], columnBands[0]).Value)
                .ShouldBe(programme.Interval([0]));
        }
    }

    /// <summary>In at least one of some organisations: not every rule is needed in each.</summary>
    private static void IsFoundIn(
        Func<QuarterFacts, PublishedQuarter, PublishedQuarter> mutate, Harm harm, PublicationRisk risk, Func<QuarterFacts, QuarterFacts>? given = null)
    {
        var found = Enumerable.Range(400, 25).Any(seed =>
        {
            var facts = RandomOrganisation.Quarters(seed, quarters: 1).Select(given ?? (quarter => quarter)).ToList();
            return IsFound(facts, [mutate(facts[0], QuarterMaker.Make(facts[0]))], harm, risk);
        });
        found.ShouldBeTrue();
    }

    private static bool IsFound(IReadOnlyList<QuarterFacts> facts, IReadOnlyList<PublishedQuarter> published, Harm harm, PublicationRisk risk) =>
        Judgement(facts, PublicationExport.Of(published)).Any(finding => finding.Harm == harm)
        && FeasibleIntervals.Findings(published, facts[^1]).Any(finding => finding.Risk == risk);

    private static IReadOnlyList<Finding> Judgement(IReadOnlyList<QuarterFacts> facts, PublicationExport export) => new Trial(facts, [], 0, 0).Judgement(export);

    private static Func<QuarterFacts, PublishedQuarter, PublishedQuarter> Looser(PublicationRules rules) =>
        (facts, _) => QuarterMaker.Make(facts with { Rules = rules }) with { Rules = Rules };

    private static PublishedTable? Units(PublishedQuarter published) => Table(published, PublishedDimension.Unit);

    private static PublishedTable? Table(PublishedQuarter published, PublishedDimension dimension) =>
        published.Tables.FirstOrDefault(table => table.Dimensions.Count == 1 && table.Dimensions[0] == dimension);

    private static PublishedQuarter WithTable(PublishedQuarter published, PublishedTable? table) => table is null
        ? published
        : published with
        {
            Tables = [.. published.Tables.Where(one => one.Measure != table.Measure || !one.Dimensions.SequenceEqual(table.Dimensions)), table],
        };

    private static PublishedTable Apart(PublishedTable table, QuarterFacts facts)
    {
        var cells = table.Cells.SelectMany(cell => cell.At[0].Leaves.Count == 1
            ? [cell]
            : (IEnumerable<PublishedCell>)[Counted([cell.At[0].Leaves[0]]), Counted([.. cell.At[0].Leaves.Skip(1)])]);
        return table with { Cells = [.. cells] };

        PublishedCell Counted(IReadOnlyList<string> leaves) =>
            new([new PublishedBlock(PublishedDimension.Unit, leaves)], facts.Raised.Count(fact => leaves.Contains($"{fact.Unit}")));
    }

    private static PublishedTable Margin(PublishedDimension dimension, IEnumerable<string> values)
    {
        var counts = values.CountBy(value => value).ToDictionary();
        return new PublishedTable(
            PublishedMeasure.Raised,
            [dimension],
            [.. PublishedLeaf.Now[dimension].Select(leaf => new PublishedCell([new PublishedBlock(dimension, [leaf])], counts.GetValueOrDefault(leaf)))]);
    }

    private static PublishedTable Cross(PublishedUnit[] units, List<RaisedFact> raised, int[][] rows, Theme[][] columns) => new(
        PublishedMeasure.Raised,
        [PublishedDimension.Unit, PublishedDimension.Theme],
        [.. rows.SelectMany(row => columns, (row, column) => new PublishedCell(
            [
                new PublishedBlock(PublishedDimension.Unit, [.. row.Select(unit => $"{units[unit].Id}").Order(StringComparer.Ordinal)]),
                new PublishedBlock(PublishedDimension.Theme, [.. column.Select(theme => $"{theme}").Order(StringComparer.Ordinal)]),
            ],
            raised.Count(fact => row.Any(unit => units[unit].Id == fact.Unit) && column.Contains(fact.Theme))))]);

    private static PublishedUnit Unit() => new(Guid.NewGuid(), null, "Unit", "team", 20);

    private static IEnumerable<RaisedFact> Raised(PublishedUnit unit, Theme theme, int times) =>
        Enumerable.Range(0, times).Select(_ => new RaisedFact(unit.Id, theme, SignalKind.Idea, PublishedStatus.New, Guid.NewGuid()));

    private static IEnumerable<AnsweredFact> Answered(Outcome outcome, NotAdoptedReason? reason, int times) =>
        Enumerable.Range(0, times).Select(_ => new AnsweredFact(outcome, reason, true, AnswerTime.WithinAMonth, Guid.NewGuid(), Guid.NewGuid()));

    private static QuarterFacts Facts(PublishedUnit[] units, IReadOnlyList<RaisedFact> raised) => new(new Quarter(2026, 3), Rules, units, raised, [], [], []);
}
