using FsCheck;
using FsCheck.Fluent;
using SignaalPortaal.Domain.Insight;
using SignaalPortaal.Domain.Publications;

namespace SignaalPortaal.Domain.Tests.Insight;

public class ShownCountTests
{
    private static readonly PublicationRules Rules = new();

    [Theory]
    [InlineData(0, 0, 0, 4)]
    [InlineData(4, 0, 0, 4)]
    [InlineData(5, 5, 5, 7)]
    [InlineData(7, 5, 5, 7)]
    [InlineData(8, 10, 8, 12)]
    [InlineData(12, 10, 8, 12)]
    [InlineData(100_003, 100_005, 100_003, 100_007)]
    public void It_is_a_multiple_of_the_smallest_count_or_nothing(int count, int value, int least, int most) =>
        ShownCount.Of(count, Rules).ShouldBe(new ShownCount(value, least, most));

    [Fact]
    public void What_five_promises_of_two_signals_say_is_about_two_signals() => ShownCount.Of(8, signals: 2, Rules).Value.ShouldBe(0);

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(10)]
    public void Whoever_sees_it_knows_no_more_than_from_where_to_where(int smallest)
    {
        var rules = new PublicationRules(SmallestCount: smallest);
        foreach (var shown in Enumerable.Range(0, 200).GroupBy(count => ShownCount.Of(count, rules)))
        {
            (shown.Key.Least, shown.Key.Most).ShouldBe((shown.Min() < smallest ? 0 : shown.Min(), shown.Max() > 190 ? shown.Key.Most : shown.Max()));
            (shown.Key.Value % smallest).ShouldBe(0);
        }
    }

    /// <summary>Tries all that two tables can be, and looks whether something is in a part that is not shown in every one of them.</summary>
    [Fact]
    public void Two_tables_of_the_same_signals_tell_of_a_hidden_part_exactly_when_it_says_so() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(400),
        Prop.ForAll(
            (from one in Gen.Choose(0, 13).ListOf(2) from other in Gen.Choose(0, 13).ListOf(3) select (One: one, Other: other)).ToArbitrary(),
            (Action<(List<int> One, List<int> Other)>)(tables =>
            {
                var one = tables.One.Select(count => ShownCount.Of(count, Rules)).ToList();
                var other = tables.Other.Select(count => ShownCount.Of(count, Rules)).ToList();
                var possible = (from left in All(one) from right in All(other) where left.Sum() == right.Sum() select left.Concat(right).ToList()).ToList();
                if (possible.Count > 0)
                {
                    var hidden = one.Concat(other).Select((shown, index) => (shown, index)).Where(part => part.shown.Value == 0);
                    ShownCount.Tell(one, other).ShouldBe(hidden.Any(part => possible.TrueForAll(counts => counts[part.index] > 0)));
                }
            })));

    private static IEnumerable<int[]> All(List<ShownCount> parts) => parts.Aggregate(
        (IEnumerable<int[]>)[[]],
        (all, part) => all.SelectMany(counts => Enumerable.Range(part.Least, part.Most - part.Least + 1).Select(count => (int[])[.. counts, count])));
}
