using SignaalPortaal.Domain.Publications;

namespace SignaalPortaal.Domain.Insight;

/// <param name="ParentId">Of the unit at the top of the part: one that is not among them, or null.</param>
/// <param name="People">Who works in this unit itself.</param>
/// <param name="Raised">What was raised in this unit itself.</param>
public sealed record UnitVoice(Guid Id, Guid? ParentId, int People, int Raised);

/// <summary>
/// Units in which nothing was raised. That a unit is not among them says that something was; so they are only named when that leaves enough signals,
/// and enough people, in the rest.
/// </summary>
public static class BlindSpots
{
    /// <returns>The highest silent units, the one with most people first; null when there are too few signals to name any.</returns>
    public static IReadOnlyList<Guid>? Of(IReadOnlyCollection<UnitVoice> units, PublicationRules rules)
    {
        var parents = units.ToDictionary(unit => unit.Id, unit => unit.ParentId);
        var (people, raised) = (Sum(unit => unit.People), Sum(unit => unit.Raised));
        bool IsSilent(Guid unit) => raised[unit] == 0;
        bool Speaks(UnitVoice unit) => raised[unit.Id] > 0 && people[unit.Id] >= rules.FewestPeople;

        // Each of those that speak and hold no other that does, has at least one: what is left for any of them may not be a small number.
        var holdAnother = units.Where(Speaks).SelectMany(unit => Above(unit.Id).Skip(1)).ToHashSet();
        var lowest = units.Count(unit => Speaks(unit) && !holdAnother.Contains(unit.Id));
        if (units.Sum(unit => unit.Raised) < rules.SmallestCount + lowest - 1)
        {
            return null;
        }

        var rest = people.ToDictionary();
        var named = new List<Guid>();
        foreach (var silent in units
            .Where(unit => IsSilent(unit.Id) && people[unit.Id] >= rules.FewestPeople && (parents[unit.Id] is not { } parent || !parents.ContainsKey(parent) || !IsSilent(parent)))
            .OrderByDescending(unit => people[unit.Id]).ThenBy(unit => unit.Id))
        {
            var above = Above(silent.Id).Skip(1).ToList();
            if (above.All(unit => rest[unit] - people[silent.Id] >= rules.FewestPeople))
            {
                above.ForEach(unit => rest[unit] -= people[silent.Id]);
                named.Add(silent.Id);
            }
        }

        return named;

        Dictionary<Guid, int> Sum(Func<UnitVoice, int> value)
        {
            var sums = units.ToDictionary(unit => unit.Id, _ => 0);
            foreach (var unit in units)
            {
                foreach (var above in Above(unit.Id))
                {
                    sums[above] += value(unit);
                }
            }

            return sums;
        }

        IEnumerable<Guid> Above(Guid unit)
        {
            for (Guid? above = unit; above is { } id && parents.ContainsKey(id); above = parents[id])
            {
                yield return id;
            }
        }
    }
}
