using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Display;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Pages.Publications;

/// <summary>What is taken together in a publication, in words.</summary>
public static class PublicationWords
{
    /// <summary>More names than this make no label.</summary>
    private const int MostInALabel = 3;

    /// <param name="units">The names of the units of the quarter.</param>
    public static string Leaf(PublishedDimension dimension, string leaf, IReadOnlyDictionary<string, PublishedUnit> units) => dimension switch
    {
        PublishedDimension.Unit => units.GetValueOrDefault(leaf)?.Name ?? leaf,
        PublishedDimension.Theme => Named<Theme>(leaf),
        PublishedDimension.Kind => Named<SignalKind>(leaf),
        PublishedDimension.Outcome => Named<Outcome>(leaf),
        PublishedDimension.Reason when leaf != PublishedLeaf.NoReason => Named<NotAdoptedReason>(leaf),
        _ => PublicationTexts.ResourceManager.GetString($"{dimension}_{leaf}") ?? leaf,
    };

    /// <summary>All that is in a block, by name.</summary>
    public static IReadOnlyList<string> Leaves(PublishedBlock block, IReadOnlyDictionary<string, PublishedUnit> units) =>
        [.. InOrder(block).Select(leaf => Leaf(block.Dimension, leaf, units))];

    /// <summary>What is in a block, as far as that fits in a label.</summary>
    public static string Label(PublishedBlock block, IReadOnlyDictionary<string, PublishedUnit> units)
    {
        var names = Leaves(block, units);
        return block switch
        {
            _ when names.Count <= MostInALabel => Enumeration.Of(names),
            { Dimension: PublishedDimension.Duration } when AreNeighbours(block) => string.Format(PublicationTexts.FromUntil, names[0], names[^1]),
            _ => string.Format(PublicationTexts.AndOthers, string.Join(", ", names.Take(2)), names.Count - 2),
        };
    }

    /// <summary>In the order in which people know them: blocks are sorted by their English names.</summary>
    private static IEnumerable<string> InOrder(PublishedBlock block) => block.Leaves.OrderBy(leaf => Place(block.Dimension, leaf));

    /// <summary>Where people know it to stand; last when it is not there any more.</summary>
    public static int Place(PublishedDimension dimension, string leaf) =>
        PublishedLeaf.Now.GetValueOrDefault(dimension) is { } order && order.Contains(leaf) ? order.TakeWhile(one => one != leaf).Count() : int.MaxValue;

    private static bool AreNeighbours(PublishedBlock block)
    {
        var places = block.Leaves.Select(leaf => Place(block.Dimension, leaf)).ToList();
        return places.Max() - places.Min() == places.Count - 1;
    }

    /// <summary>What was published once can be called something that is not a value any more; its word stays.</summary>
    private static string Named<T>(string leaf)
        where T : struct, Enum => EnumTexts.ResourceManager.GetString($"{typeof(T).Name}_{leaf}") ?? leaf;
}
