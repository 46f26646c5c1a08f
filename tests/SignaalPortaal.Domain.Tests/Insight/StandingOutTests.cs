using SignaalPortaal.Domain.Insight;
using SignaalPortaal.Domain.Publications;

namespace SignaalPortaal.Domain.Tests.Insight;

public class StandingOutTests
{
    [Fact]
    public void A_reason_stands_out_when_a_layer_has_it_three_times_as_often_as_all_together() =>
        Of(("team", "geld", 35), ("team", "wet", 65), ("directie", "geld", 10), ("directie", "wet", 200), ("directie", "ICT", 90)).ShouldBe([("team", "geld")]);

    [Fact]
    public void A_reason_stands_out_when_it_is_nearly_the_only_one() => Of(("team", "geld", 40), ("team", "wet", 10)).ShouldBe([("team", "geld")]);

    [Fact]
    public void A_reason_of_too_few_signals_never_does() => Of(("team", "geld", 0), ("directie", "geld", 100), ("directie", "wet", 100)).ShouldBeEmpty();

    private static IEnumerable<(string Group, string Reason)> Of(params (string Group, string Reason, int Count)[] counts) =>
        StandingOut.Of(counts, new PublicationRules()).Select(found => (found.Group, found.Reason));
}
