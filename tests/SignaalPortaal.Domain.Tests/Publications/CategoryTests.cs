using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Publications;

/// <summary>A theme, a kind, an outcome or a reason that comes later changes nothing of what was published before it was there.</summary>
public class CategoryTests
{
    public static TheoryData<PublishedDimension, string> Values => new()
    {
        { PublishedDimension.Theme, nameof(Theme.Workplace) },
        { PublishedDimension.Kind, nameof(SignalKind.Idea) },
        { PublishedDimension.Outcome, nameof(Outcome.AlreadyArranged) },
        { PublishedDimension.Reason, nameof(NotAdoptedReason.Money) },
        { PublishedDimension.Duration, nameof(AnswerTime.Longer) },
        { PublishedDimension.Status, nameof(PublishedStatus.Withdrawn) },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Four_quarters_without_a_value_and_one_with_it_give_no_finding(PublishedDimension dimension, string value)
    {
        var (facts, published) = Quarters(dimension, value);

        published[3].Categories[dimension].ShouldNotContain(value);
        published[4].Categories[dimension].ShouldContain(value);
        FeasibleIntervals.Findings(published, facts[4]).ShouldBeEmpty();
        new Trial(facts, published, 0, 0).Judgement(new Random(1)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void A_quarter_that_leaves_out_a_value_that_was_there_is_found(PublishedDimension dimension, string value)
    {
        var (_, published) = Quarters(dimension, value);
        var old = published[3] with { Categories = PublishedLeaf.Now };

        FeasibleIntervals.Findings([.. published.Take(3), old]).ShouldContain(finding => finding.Risk == PublicationRisk.Contradiction);
    }

    private static (List<QuarterFacts> Facts, List<PublishedQuarter> Published) Quarters(PublishedDimension dimension, string value)
    {
        var before = PublishedLeaf.Now.ToDictionary(
            one => one.Key, one => one.Key == dimension ? [.. one.Value.Where(leaf => leaf != value)] : one.Value);
        var facts = new List<QuarterFacts>();
        var published = new List<PublishedQuarter>();
        foreach (var quarter in RandomOrganisation.Quarters(seed: 9, quarters: 5, units: 80, isBusy: true))
        {
            var counted = facts.Count == 4 ? quarter : Without(quarter) with { Categories = before };
            facts.Add(counted);
            published.Add(QuarterMaker.Make(counted with { Earlier = [.. published] }));
        }

        published[3].Tables.ShouldContain(table => table.Dimensions.Count == 1 && table.Dimensions[0] == dimension);
        return (facts, published);

        QuarterFacts Without(QuarterFacts quarter) => quarter with
        {
            Raised = [.. quarter.Raised.Where(fact => $"{fact.Theme}" != value && $"{fact.Kind}" != value && $"{fact.Status}" != value)],
            Answered = [.. quarter.Answered.Where(fact => $"{fact.Outcome}" != value && $"{fact.Reason}" != value && $"{fact.Duration}" != value)],
        };
    }
}
