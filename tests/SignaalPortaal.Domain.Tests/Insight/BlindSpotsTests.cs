using FsCheck;
using FsCheck.Fluent;
using SignaalPortaal.Domain.Insight;
using SignaalPortaal.Domain.Publications;

namespace SignaalPortaal.Domain.Tests.Insight;

public class BlindSpotsTests
{
    private static readonly PublicationRules Rules = new();
    private static readonly Guid[] Ids = [.. Enumerable.Range(1, 12).Select(number => new Guid(number, 0, 0, new byte[8]))];

    [Fact]
    public void A_unit_in_which_nothing_was_raised_is_named_once_with_all_below_it() =>
        BlindSpots.Of([Unit(0, null, 3, 0), Unit(1, 0, 20, 12), Unit(2, 0, 4, 0), Unit(3, 2, 15, 0), Unit(4, 2, 15, 0)], Rules).ShouldBe([Ids[2]]);

    [Fact]
    public void A_unit_of_fewer_than_ten_people_is_never_named() =>
        BlindSpots.Of([Unit(0, null, 12, 12), Unit(1, 0, 9, 0)], Rules).ShouldBe([]);

    [Fact]
    public void None_is_named_when_the_others_would_be_left_with_a_few_signals() =>
        BlindSpots.Of([Unit(0, null, 3, 0), Unit(1, 0, 20, 3), Unit(2, 0, 20, 2), Unit(3, 0, 20, 0)], Rules).ShouldBeNull();

    [Fact]
    public void None_is_named_when_few_people_would_be_left_who_raised_the_rest() =>
        BlindSpots.Of([Unit(0, null, 3, 6), Unit(1, 0, 20, 0), Unit(2, 0, 20, 0)], Rules).ShouldBe([Ids[1]]);

    [Fact]
    public void In_any_tree_what_is_left_is_enough() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(Trees.ToArbitrary(), (Action<UnitVoice[]>)(units =>
        {
            var named = BlindSpots.Of(units, Rules) ?? [];

            foreach (var unit in units)
            {
                var below = units.Where(other => IsIn(units, other, unit.Id)).ToList();
                if (named.Contains(unit.Id))
                {
                    below.Sum(other => other.Raised).ShouldBe(0);
                    below.Sum(other => other.People).ShouldBeGreaterThanOrEqualTo(10);
                }

                // Who is below it and in no unit that is named.
                var rest = below.Where(other => !named.Any(silent => IsIn(units, other, silent))).ToList();
                if (rest.Count > 0 && rest.Count < below.Count)
                {
                    rest.Sum(other => other.People).ShouldBeGreaterThanOrEqualTo(10);
                }
            }
        })));

    private static Gen<UnitVoice[]> Trees =>
        from parents in Gen.Choose(0, 100).ArrayOf(11)
        from people in Gen.Choose(0, 25).ArrayOf(12)
        from raised in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 9))).ArrayOf(12)
        select Ids.Select((id, index) => new UnitVoice(id, index == 0 ? null : Ids[parents[index - 1] % index], people[index], raised[index])).ToArray();

    private static bool IsIn(UnitVoice[] units, UnitVoice? unit, Guid above) =>
        unit is not null && (unit.Id == above || IsIn(units, units.SingleOrDefault(other => other.Id == unit.ParentId), above));

    private static UnitVoice Unit(int id, int? parent, int people, int raised) => new(Ids[id], parent is { } above ? Ids[above] : null, people, raised);
}
