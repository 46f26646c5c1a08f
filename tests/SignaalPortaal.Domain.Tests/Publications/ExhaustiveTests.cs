using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Domain.Signals;
using Xunit.Abstractions;

namespace SignaalPortaal.Domain.Tests.Publications;

/// <summary>
/// What is not shown says nothing: from no publication follows that something that is not in it is one to four, comes from fewer than three people, or is just
/// so much. Proved by trying every history of small organisations, with the engine itself. eng/checks/claims.sh tries larger ones.
/// </summary>
public class ExhaustiveTests(ITestOutputHelper output)
{
    private static readonly PublicationRules Rules = new();

    [Theory]
    [InlineData(2, 30, false)]
    [InlineData(2, 14, true)]
    [InlineData(3, 20, false)]
    [InlineData(3, 12, true)]
    [InlineData(4, 14, false)]
    [InlineData(4, 9, true)]
    [InlineData(5, 12, false)]
    [InlineData(5, 8, true)]
    public void Nothing_follows_about_a_unit_or_a_group_of_units_in_any_small_tree(int units, int most, bool withReporters)
    {
        int[][] people = [[20, 19, 18, 17, 16], [3, 40, 12, 4, 30]];
        NothingFollows(people.SelectMany(heads => Exhaustive.Trees(units)
            .SelectMany(tree => Exhaustive.AttackUnits(Exhaustive.Units(tree, heads), most, withReporters))));
    }

    [Theory]
    [InlineData(2, 30, false)]
    [InlineData(3, 20, false)]
    [InlineData(4, 16, false)]
    [InlineData(4, 10, true)]
    [InlineData(5, 14, false)]
    [InlineData(6, 11, false)]
    public void Nothing_follows_about_a_category_that_is_not_shown(int values, int most, bool withReporters) =>
        NothingFollows(Exhaustive.AttackCategories(values, most, withReporters));

    [Theory]
    [InlineData(7, 10, 3)]
    [InlineData(5, 10, 6)]
    public void Nothing_follows_where_rules_are_stricter(int smallestCount, int fewestPeople, int fewestReporters)
    {
        var rules = new PublicationRules(smallestCount, fewestPeople, fewestReporters);
        NothingFollows(Exhaustive.Trees(4).SelectMany(tree => Exhaustive.AttackUnits(Exhaustive.Units(tree, [20, 19, 18, 17]), 14, withReporters: false, rules)));
        NothingFollows(Exhaustive.AttackCategories(3, 13, withReporters: true, rules));
    }

    [Theory]
    [InlineData(2, 2, 22)]
    [InlineData(2, 3, 19)]
    public void Nothing_follows_about_a_cell_of_a_cross_table_that_is_not_shown(int rows, int columns, int most) => NothingFollows(
        Enumerable.Range(10, most - 9).Select(total => Exhaustive.AttackCells(rows, columns, total, cells => Exhaustive.ShowsCells(rows, columns, cells))));

    [Fact]
    public void Nothing_follows_from_two_quarters_and_their_sum()
    {
        var units = Exhaustive.Units([-1, 0], [20, 30]);
        var quarters = Enumerable.Range(5, 6).SelectMany(total => Histories.Of(2, total)).Select(counts =>
        {
            var tallies = Histories.Tallies(counts, 0, Rules);
            var blocks = new UnitRollUp(units, new Dictionary<Guid, Tally> { [units[0].Id] = tallies[0], [units[1].Id] = tallies[1] }, Rules).Blocks;
            return (counts, Shown: blocks.Count == 1 ? [3] : (int[])[3, 1, 2]);
        }).ToList();
        var attacker = new Attacker(4, Rules);
        foreach (var (first, shown) in quarters)
        {
            foreach (var (second, shownToo) in quarters)
            {
                int[] counts = [.. first, .. second];
                int[] blocks = [.. shown, .. shownToo.Select(block => block << 2)];
                attacker.Add(Publication(blocks, counts), counts, group => Histories.Reporters(counts, 0, group), blocks);
            }
        }

        NothingFollows([attacker]);
    }

    /// <summary>What is answered, escalated and overdue is part of what was raised, in the first quarter all of it.</summary>
    [Fact]
    public void Nothing_follows_from_a_total_that_is_missing_or_from_measures_that_are_part_of_each_other()
    {
        var attacker = new Attacker(5, Rules);
        foreach (var raised in Enumerable.Range(0, 13).SelectMany(total => Histories.Of(3, total)))
        {
            for (var overdue = 0; overdue <= raised[0] + raised[1]; overdue++)
            {
                for (var escalated = 0; escalated <= raised.Sum(); escalated++)
                {
                    int[] counts = [.. raised, overdue, escalated];
                    var published = Make(new Quarter(2026, 1), [], raised[0], raised[1], raised[2], answered: 0, escalated, overdue);
                    attacker.Add(Publication(published), counts, group => Histories.Reporters(counts, 0, group), Shown(published));
                }
            }
        }

        NothingFollows([attacker]);
    }

    [Fact]
    public void Nothing_follows_from_the_totals_of_two_quarters()
    {
        var attacker = new Attacker(6, Rules);
        foreach (var first in new[] { 0, 1, 4, 5, 7, 12 })
        {
            foreach (var (answeredFirst, escalatedFirst) in Parts(first))
            {
                var before = Make(new Quarter(2026, 1), [], first, 0, 0, answeredFirst, escalatedFirst, 0);
                foreach (var second in new[] { 0, 1, 4, 5, 7, 12 })
                {
                    foreach (var (answered, escalated) in Parts(first + second))
                    {
                        int[] counts = [first, answeredFirst, escalatedFirst, second, answered, escalated];
                        var after = Make(new Quarter(2026, 2), [before], second, 0, 0, answered, escalated, 0);
                        attacker.Add(
                            $"{Publication(before)} / {Publication(after)}", counts, group => Histories.Reporters(counts, 0, group),
                            [.. Totals(before), .. Totals(after).Select(total => total << 3)]);
                    }
                }
            }
        }

        NothingFollows([attacker]);

        static IEnumerable<(int Answered, int Escalated)> Parts(int raised) =>
            from answered in new[] { 0, 3, 5, 8 }
            where answered <= raised
            from escalated in new[] { 0, 3, 5, 8 }
            where escalated <= raised
            select (answered, escalated);

        static IEnumerable<int> Totals(PublishedQuarter published) => published.Tables.Where(table => table.Dimensions.Count == 0).Select(table => table.Measure switch
        {
            PublishedMeasure.Raised => 1,
            PublishedMeasure.Answered => 2,
            _ => 4,
        });
    }

    [Theory]
    [InlineData(Mistake.BlockTooWeak)]
    [InlineData(Mistake.DividesFive)]
    [InlineData(Mistake.DividesWithoutRoom)]
    [InlineData(Mistake.ShowsAllZeros)]
    [InlineData(Mistake.SidesOnlyEnough)]
    [InlineData(Mistake.TriesAnotherCut)]
    [InlineData(Mistake.FoldsWhatIsSmall)]
    internal void A_rule_with_a_mistake_is_found(Mistake mistake)
    {
        var attackers = new[] { (2, 14), (3, 14), (4, 12) }
            .SelectMany(size => Exhaustive.Attack(size.Item1, size.Item2, withReporters: false, Rules, parts => MistakenDivision.Divide(parts, mistake))).ToList();
        var claims = attackers.SelectMany(attacker => attacker.Claims()).ToList();

        output.WriteLine($"{claims.Count} claims, such as {claims.FirstOrDefault()}");
        claims.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_cross_table_that_is_tried_with_a_row_of_five_is_found() =>
        Exhaustive.AttackCells(2, 2, 25, cells => Array.TrueForAll(cells, cell => cell.IsSafe)).Claims().ShouldNotBeEmpty();

    [Fact]
    public void The_rule_without_a_mistake_is_the_one_of_the_portal()
    {
        foreach (var counts in Enumerable.Range(5, 12).SelectMany(total => Histories.Of(4, total)))
        {
            var parts = Histories.Tallies(counts, 0, Rules);
            var blocks = Division.Of([.. parts.Select((part, place) => new Block([$"{place}"], part))], Rules);

            blocks.Select(block => block.Leaves.Sum(leaf => 1 << int.Parse(leaf))).Order().ShouldBe(MistakenDivision.Divide(parts, Mistake.None).Order());
        }
    }

    private void NothingFollows(IEnumerable<Attacker> attackers)
    {
        var (publications, histories) = (0, 0);
        foreach (var attacker in attackers)
        {
            attacker.Claims().ShouldBeEmpty();
            (publications, histories) = (publications + attacker.Publications, histories + attacker.Histories);
        }

        output.WriteLine($"{histories} histories, {publications} publications");
        publications.ShouldBeGreaterThan(0);
    }

    private static string Publication(IEnumerable<int> blocks, int[] counts) => string.Join(
        ' ', blocks.Order().Select(block => $"{block}={Enumerable.Range(0, counts.Length).Where(part => (block >> part & 1) == 1).Sum(part => counts[part])}"));

    private static string Publication(PublishedQuarter published) => string.Join(' ', published.Tables.SelectMany(table => table.Cells.Select(cell =>
        $"{table.Measure} {string.Join('x', table.Dimensions)} {string.Join('|', cell.At.Select(block => string.Join(',', block.Leaves)))}={cell.Count}")));

    /// <summary>Of the parts new, taken up, withdrawn, overdue, escalated.</summary>
    private static IEnumerable<int> Shown(PublishedQuarter published) => published.Tables
        .Where(table => table.Dimensions.Count == 0 || table.Dimensions is [PublishedDimension.Status])
        .SelectMany(table => table.Cells.Select(cell => table.Measure switch
        {
            PublishedMeasure.OverdueAtTheTop => 8,
            PublishedMeasure.EscalatedBySilence => 16,
            _ when cell.At.Count == 0 => 7,
            _ => cell.At[0].Leaves.Sum(leaf => leaf switch { "New" => 1, "InProgress" => 2, "Withdrawn" => 4, _ => 0 }),
        }));

    private static PublishedQuarter Make(
        Quarter quarter, IReadOnlyList<PublishedQuarter> earlier, int isNew, int takenUp, int withdrawn, int answered, int escalated, int overdue)
    {
        var number = 0;
        Guid Next() => new(++number, 1, 0, new byte[8]);
        var unit = Exhaustive.Units([-1], [20])[0];
        IEnumerable<RaisedFact> Raised(PublishedStatus status, int times) =>
            Enumerable.Range(0, times).Select(_ => new RaisedFact(unit.Id, Theme.Rules, SignalKind.Idea, status, Next()));
        return QuarterMaker.Make(new QuarterFacts(
            quarter, Rules, [unit],
            [.. Raised(PublishedStatus.New, isNew), .. Raised(PublishedStatus.InProgress, takenUp), .. Raised(PublishedStatus.Withdrawn, withdrawn)],
            [.. Enumerable.Range(0, answered).Select(_ => new AnsweredFact(Outcome.Adopted, null, true, AnswerTime.WithinAWeek, Next(), Next()))],
            [.. Enumerable.Range(0, escalated).Select(_ => new EscalatedFact(unit.Id, Next()))],
            [.. Enumerable.Range(0, overdue).Select(_ => new OverdueFact(Next()))])
        { Earlier = earlier });
    }
}
