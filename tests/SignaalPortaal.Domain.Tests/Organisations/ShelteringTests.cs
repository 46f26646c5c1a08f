using FsCheck;
using FsCheck.Fluent;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Domain.Tests.Organisations;

/// <summary>In whatever organisation: nothing without a name is put where fewer than ten people work.</summary>
public class ShelteringTests
{
    [Fact]
    public void The_line_starts_at_the_first_unit_of_ten_and_goes_on_to_the_top() => Prop
        .ForAll(Tree.Any, tree =>
        {
            foreach (var unit in Enumerable.Range(0, tree.Parents.Count))
            {
                var line = tree.LineFrom(unit);

                var sheltered = line.Sheltering(tree.People).Units;

                sheltered.ShouldAllBe(above => tree.Below(above.UnitId) >= 10);
                line.Units.SkipLast(sheltered.Count).ShouldAllBe(below => tree.Below(below.UnitId) < 10);
                line.Units.TakeLast(sheltered.Count).ShouldBe(sheltered);
                (sheltered.Count == 0).ShouldBe(tree.Homes.Sum() < 10);
            }
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void A_unit_of_which_nothing_is_known_is_too_small() =>
        Given.FromTeam.Sheltering(new Dictionary<Guid, int>()).Units.ShouldBeEmpty();

    /// <param name="Parents">Of each unit but the first, one that comes before it.</param>
    /// <param name="Homes">How many people work in each unit itself.</param>
    private sealed record Tree(IReadOnlyList<int?> Parents, IReadOnlyList<int> Homes)
    {
        private readonly IReadOnlyList<Guid> _ids = [.. Parents.Select(_ => Guid.NewGuid())];

        public static Arbitrary<Tree> Any { get; } = (
            from count in Gen.Choose(1, 25)
            from picks in Gen.Choose(0, 999).ArrayOf(count)
            from homes in Gen.Frequency((1, Gen.Constant(0)), (4, Gen.Choose(1, 4)), (2, Gen.Choose(5, 15))).ArrayOf(count)
            select new Tree([.. picks.Select((pick, unit) => unit == 0 ? null : (int?)(pick % unit))], homes)).ToArbitrary();

        /// <summary>Counted the long way.</summary>
        public IReadOnlyDictionary<Guid, int> People => _ids.ToDictionary(id => id, Below);

        public int Below(Guid id) => Enumerable.Range(0, _ids.Count).Where(unit => LineFrom(unit).Units.Any(above => above.UnitId == id)).Sum(unit => Homes[unit]);

        public ManagementLine LineFrom(int unit)
        {
            var line = new List<LineUnit>();
            for (int? at = unit; at is { } here; at = Parents[here])
            {
                line.Add(new LineUnit(_ids[here], UnitKind.Line, ManagerId: null));
            }

            return new ManagementLine(line);
        }

        public override string ToString() => string.Join(", ", Parents.Zip(Homes, (parent, people) => $"{people} under {parent}"));
    }
}
