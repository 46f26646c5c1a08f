using SignaalPortaal.Domain.Insight;
using SignaalPortaal.Domain.Publications;

namespace SignaalPortaal.Domain.Tests.Insight;

public class StandingOutTests
{
    private enum Why
    {
        Money,
        Law,
        Systems,
    }

    [Fact]
    public void A_reason_stands_out_when_a_layer_has_it_three_times_as_often_as_all_together() =>
        Of(("team", Why.Money, 35), ("team", Why.Law, 65), ("directie", Why.Money, 10), ("directie", Why.Law, 200), ("directie", Why.Systems, 90)).ShouldBe([("team", Why.Money)]);

    [Fact]
    public void A_reason_stands_out_when_it_is_nearly_the_only_one() => Of(("team", Why.Money, 40), ("team", Why.Law, 10)).ShouldBe([("team", Why.Money)]);

    [Fact]
    public void A_reason_that_all_layers_have_nearly_always_stands_out_in_none() =>
        Of(("team", Why.Money, 90), ("team", Why.Law, 10), ("directie", Why.Money, 90), ("directie", Why.Law, 10)).ShouldBeEmpty();

    [Fact]
    public void What_is_not_shown_by_itself_counts_as_well() => Of(("team", Why.Money, 40), ("team", null, 40)).ShouldBeEmpty();

    [Fact]
    public void A_reason_of_too_few_signals_never_does() => Of(("team", Why.Money, 0), ("directie", Why.Money, 100), ("directie", Why.Law, 100)).ShouldBeEmpty();

    private static IEnumerable<(string Group, Why Reason)> Of(params (string Group, Why? Reason, int Count)[] counts) =>
        StandingOut.Of(counts, new PublicationRules()).Select(found => (found.Group, found.Reason));
}
