using SignaalPortaal.Domain.Publications;

namespace SignaalPortaal.Domain.Insight;

/// <summary>
/// A count as a director sees it: rounded to a multiple of the smallest count, and nothing below that. Everything on the page is worked out from such
/// counts and never from the count itself, so that no number on it and no difference between two of them is a group too small to hide in.
/// </summary>
/// <param name="Value">Nought says: fewer than the smallest count, perhaps none.</param>
/// <param name="Least">The least that it can be, for whoever sees only this.</param>
/// <param name="Most">The most that it can be, for whoever sees only this.</param>
public readonly record struct ShownCount(int Value, int Least, int Most)
{
    /// <param name="signals">How many signals it is about, where one signal counts more than once.</param>
    public static ShownCount Of(int count, int signals, PublicationRules rules)
    {
        var smallest = rules.SmallestCount;
        if (Math.Min(count, signals) < smallest)
        {
            return new ShownCount(0, 0, smallest - 1);
        }

        var value = Math.Max((count + (smallest / 2)) / smallest, 1) * smallest;
        return new ShownCount(value, Math.Max(value - (smallest / 2), smallest), value + ((smallest - 1) / 2));
    }

    public static ShownCount Of(int signals, PublicationRules rules) => Of(signals, signals, rules);

    /// <summary>
    /// Whether two tables that divide the same signals, each in its own way, together tell that something is in a part that is not shown: what is not
    /// shown may be nothing, also for somebody who can add up.
    /// </summary>
    public static bool Tell(IReadOnlyCollection<ShownCount> one, IReadOnlyCollection<ShownCount> other) =>
        Tells(one, atLeast: other.Sum(part => part.Least)) || Tells(other, atLeast: one.Sum(part => part.Least));

    /// <param name="parts">Of a group.</param>
    /// <param name="atLeast">What the group holds at the least, as something else on the page says.</param>
    public static bool Tells(IReadOnlyCollection<ShownCount> parts, int atLeast)
    {
        var most = parts.Sum(part => part.Most);
        return parts.Any(part => part.Value == 0 && atLeast > most - part.Most);
    }

    /// <summary>Whether a share can be worked out from these parts: what is not shown is at most a fifth of what there is.</summary>
    public static bool SayEnough(IReadOnlyCollection<ShownCount> parts, int count) => count > 0 && parts.Sum(part => part.Value) * 5 >= count * 4;
}
