using System.Diagnostics;
using System.Text.Json;
using SignaalPortaal.Domain.Publications;
using Xunit.Abstractions;

namespace SignaalPortaal.Domain.Tests.Publications;

/// <summary>What organisations publish, over many of them. eng/checks/publications.sh does the same for a thousand others.</summary>
public class PublicationTests(ITestOutputHelper output)
{
    private const int Organisations = 200;

    /// <summary>A second or so each on a machine with nothing else to do.</summary>
    private static readonly TimeSpan Tolerable = TimeSpan.FromSeconds(30);

    [Fact]
    public void Nothing_follows_of_a_small_group_from_all_that_an_organisation_ever_publishes()
    {
        var (qualifying, shown, unitTables, crossTables) = (0, 0, 0, 0);
        for (var seed = 0; seed < Organisations; seed++)
        {
            var trial = Trial.Of(seed);

            // Linear programmes over all dimensions at once are for every fourth organisation: they are slow, and ask of regions at random anyway.
            trial.Judgement(seed % 4 == 0 ? new Random(seed) : null).ShouldBeEmpty($"of organisation {seed}");
            trial.OwnFindings().ShouldBeEmpty($"of organisation {seed}");
            (qualifying, shown) = (qualifying + trial.Qualifying, shown + trial.Shown);
            var tables = trial.Published.SelectMany(quarter => quarter.Tables).ToList();
            unitTables += tables.Count(table => table.Dimensions is [PublishedDimension.Unit]);
            crossTables += tables.Count(table => table.Dimensions.Count == 2);
        }

        output.WriteLine($"{shown} of {qualifying} rows shown; units in {unitTables} quarters, units by themes in {crossTables}");
        (100 * shown / qualifying).ShouldBeGreaterThanOrEqualTo(55);
        unitTables.ShouldBeGreaterThan(Organisations * 8 * 2 / 3);
        crossTables.ShouldBeGreaterThan(Organisations);
    }

    /// <summary>Where people raise 0.05 to 0.4 signals a quarter each. In the organisations above it is far less in most, so that there is less to show.</summary>
    [Theory]
    [InlineData(20, true)]
    [InlineData(20, false)]
    [InlineData(60, false)]
    [InlineData(120, false)]
    [InlineData(200, false)]
    public void More_than_half_of_the_rows_that_could_be_shown_are_there_at_every_size(int units, bool isFlat)
    {
        var trials = Enumerable.Range(20_000, 20).Select(seed => Trial.Of(seed, quarters: 4, units: units, isBusy: true, isFlat: isFlat)).ToList();
        var (qualifying, shown) = (trials.Sum(trial => trial.Qualifying), trials.Sum(trial => trial.Shown));

        output.WriteLine($"{shown} of {qualifying}: {100.0 * shown / qualifying:f0} %");
        (100 * shown / qualifying).ShouldBeGreaterThanOrEqualTo(55);
    }

    [Theory]
    [InlineData(6, 10, 3)]
    [InlineData(10, 25, 3)]
    [InlineData(5, 10, 6)]
    [InlineData(20, 50, 10)]
    public void Stricter_rules_hold_too(int smallestCount, int fewestPeople, int fewestReporters)
    {
        var rules = new PublicationRules(smallestCount, fewestPeople, fewestReporters);
        for (var seed = 300; seed < 312; seed++)
        {
            var trial = Trial.Of(seed, rules, quarters: 4);

            trial.Judgement(new Random(seed)).ShouldBeEmpty($"of organisation {seed}");
            trial.OwnFindings().ShouldBeEmpty($"of organisation {seed}");
        }
    }

    [Fact]
    public void The_same_facts_in_another_order_make_the_same_publication()
    {
        var facts = RandomOrganisation.Quarters(seed: 7, quarters: 1)[0];
        var shuffled = facts with
        {
            Raised = Shuffled(facts.Raised),
            Answered = Shuffled(facts.Answered),
            EscalatedBySilence = Shuffled(facts.EscalatedBySilence),
            OverdueAtTheTop = Shuffled(facts.OverdueAtTheTop),
        };

        Json(shuffled).ShouldBe(Json(facts));
    }

    [Fact]
    public void All_tables_of_a_measure_add_up_to_its_total()
    {
        foreach (var tables in Trial.Of(seed: 11).Published.SelectMany(quarter => quarter.Tables.GroupBy(table => table.Measure)))
        {
            tables.Select(table => table.Cells.Sum(cell => cell.Count)).Distinct().ShouldHaveSingleItem();
        }
    }

    [Fact]
    public void A_hundred_thousand_signals_in_a_thousand_units_are_quick()
    {
        var facts = Many(signals: 100_000, RandomOrganisation.Quarters(seed: 1, quarters: 8, units: 1_000));
        var published = new List<PublishedQuarter>();

        var making = Stopwatch.StartNew();
        foreach (var quarter in facts)
        {
            published.Add(QuarterMaker.Make(quarter with { Earlier = [.. published] }));
        }

        making.Stop();
        var checking = Stopwatch.StartNew();
        FeasibleIntervals.Findings(published, facts[^1]).ShouldBeEmpty();

        output.WriteLine($"eight quarters made in {making.Elapsed.TotalSeconds:f1} s, checked in {checking.Elapsed.TotalSeconds:f1} s");
        making.Elapsed.ShouldBeLessThan(Tolerable);
        checking.Elapsed.ShouldBeLessThan(Tolerable);
    }

    /// <summary>All of them in the last quarter, so that one quarter has as many as can be.</summary>
    private static List<QuarterFacts> Many(int signals, IReadOnlyList<QuarterFacts> quarters)
    {
        var random = new Random(1);
        var last = quarters[^1];
        var raised = Enumerable.Range(0, signals)
            .Select(_ => last.Raised[random.Next(last.Raised.Count)] with
            {
                Unit = last.Units[random.Next(last.Units.Count)].Id,
                Reporter = new Guid(random.Next(30_000), 0, 0, new byte[8]),
            })
            .ToList();
        var answered = Enumerable.Range(0, signals)
            .Select(number => last.Answered[random.Next(last.Answered.Count)] with { Signal = new Guid(number, 0, 0, new byte[8]) })
            .ToList();
        return [.. quarters.SkipLast(1), last with { Raised = raised, Answered = answered }];
    }

    private static string Json(QuarterFacts facts) => JsonSerializer.Serialize(PublicationExport.Of([QuarterMaker.Make(facts)]));

    private static List<T> Shuffled<T>(IEnumerable<T> facts)
    {
        var shuffled = facts.ToArray();
        new Random(1).Shuffle(shuffled);
        return [.. shuffled];
    }
}
