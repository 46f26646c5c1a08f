using FsCheck;
using FsCheck.Fluent;
using SignaalPortaal.Domain.Insight;

namespace SignaalPortaal.Domain.Tests.Insight;

public class StrandingCurveTests
{
    /// <summary>
    /// The remission of 21 patients of Freireich and others (1963), the example in most textbooks: events in weeks 6 (three), 7, 10, 13, 16, 22 and 23,
    /// the others censored. Each week with an event is a layer here; who is censored waits at the next one.
    /// </summary>
    [Fact]
    public void It_is_the_estimate_of_Kaplan_and_Meier()
    {
        (int Layer, int Ended, int Censored)[] weeks = [(0, 3, 0), (1, 1, 1), (2, 1, 1), (3, 1, 2), (4, 1, 0), (5, 1, 3), (6, 1, 0), (7, 0, 5)];
        var strands = weeks.SelectMany(week => new[] { new Strand(0, week.Layer, Ending.NotAdopted, week.Ended), new Strand(0, week.Layer, null, week.Censored) }).ToList();

        var curve = StrandingCurve.Of(strands, layers: 8);

        curve.Take(7).Select(at => Math.Round(at.Alive, 3)).ShouldBe([0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448]);
        curve.Take(7).Select(at => at.AtRisk).ShouldBe([21, 17, 15, 12, 11, 7, 6]);
        curve[7].Open.ShouldBe(5);
    }

    [Fact]
    public void A_signal_that_starts_higher_up_counts_from_there()
    {
        var curve = StrandingCurve.Of([new(0, 0, Ending.Adopted, 50), new(0, 1, Ending.NotAdopted, 50), new(1, 2, Ending.Adopted, 50)], layers: 3);

        curve.Select(at => at.AtRisk).ShouldBe([100, 100, 50]);
        curve.Select(at => at.Alive).ShouldBe([0.5, 0.25, 0]);
        curve[1].Lost[Ending.NotAdopted].ShouldBe(0.25);
        curve[2].Lost[Ending.Adopted].ShouldBe(0.25);
    }

    [Fact]
    public void Whatever_happened_all_signals_are_somewhere_and_each_step_is_a_share_of_those_that_took_it() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(OneSignal.ListOf().ToArbitrary(), (Action<IList<Strand>>)(signals =>
        {
            var curve = StrandingCurve.Of([.. signals], layers: 4);

            var alive = 1.0;
            for (var layer = 0; layer < 4; layer++)
            {
                var decided = signals.Count(signal => signal.Entry <= layer && (signal.Reached > layer || (signal.Reached == layer && signal.Ending is not null)));
                var ended = signals.Count(signal => signal.Reached == layer && signal.Ending is not null);
                var before = alive;
                alive = decided == 0 ? alive : alive * (1 - ((double)ended / decided));
                curve[layer].AtRisk.ShouldBe(decided);
                curve[layer].Alive.ShouldBe(alive, 1e-9);
                curve[layer].Lost.Values.Sum().ShouldBe(before - alive, 1e-9);
            }
        })));

    private static Gen<Strand> OneSignal =>
        from entry in Gen.Choose(0, 3)
        from reached in Gen.Choose(entry, 3)
        from ending in Gen.Elements<Ending?>(null, Ending.Adopted, Ending.NotAdopted, Ending.Elsewhere, Ending.NoReaction)
        select new Strand(entry, reached, ending, 1);
}
