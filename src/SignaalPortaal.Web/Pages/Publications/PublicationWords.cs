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
        PublishedDimension.Theme => Enum.Parse<Theme>(leaf).Text,
        PublishedDimension.Kind => Enum.Parse<SignalKind>(leaf).Text,
        PublishedDimension.Outcome => Enum.Parse<Outcome>(leaf).Text,
        PublishedDimension.Reason when leaf != PublishedLeaf.NoReason => Enum.Parse<NotAdoptedReason>(leaf).Text,
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
            { Dimension: PublishedDimension.Duration } => string.Format(PublicationTexts.FromUntil, names[0], names[^1]),
            _ => string.Format(PublicationTexts.AndOthers, string.Join(", ", names.Take(2)), names.Count - 2),
        };
    }

    /// <summary>In the order in which people know them: blocks are sorted by their English names.</summary>
    private static IEnumerable<string> InOrder(PublishedBlock block)
    {
        var order = PublishedLeaf.Of(block.Dimension);
        return order.Count == 0 ? block.Leaves : order.Where(block.Leaves.Contains);
    }
}
