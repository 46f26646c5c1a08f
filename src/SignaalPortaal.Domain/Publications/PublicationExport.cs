using System.Text.Json.Serialization;

namespace SignaalPortaal.Domain.Publications;

/// <summary>
/// All that an organisation ever published, for somebody who wants to judge for himself whether it gives anyone away. Nothing in it depends on how the portal
/// counts: what is counted are combinations of a leaf of each dimension, and each cell is the sum of those in it.
/// </summary>
/// <param name="K">The smallest count of all publications.</param>
/// <param name="Rules">Of each publication.</param>
/// <param name="Dimensions">
/// All leaves of all publications. A unit is another leaf in each quarter: it may be another unit after a re-organisation.
/// </param>
/// <param name="Population">How many people work in the unit of each leaf, without those below it.</param>
public sealed record PublicationExport(
    [property: JsonPropertyName("k")] int K,
    [property: JsonPropertyName("rules")] IReadOnlyDictionary<string, ExportedRules> Rules,
    [property: JsonPropertyName("dims")] IReadOnlyDictionary<string, IReadOnlyList<string>> Dimensions,
    [property: JsonPropertyName("population")] IReadOnlyDictionary<string, int> Population,
    [property: JsonPropertyName("cells")] IReadOnlyList<ExportedCell> Cells)
{
    public const string Period = "period";
    public const string Measure = "measure";

    /// <summary>A table that was not safe is not in a publication, and not in here as empty cells either.</summary>
    public static PublicationExport Of(IEnumerable<PublishedQuarter> publications)
    {
        var quarters = publications.OrderBy(quarter => quarter.Quarter.Year).ThenBy(quarter => quarter.Quarter.Number).ToList();
        return new PublicationExport(
            quarters.Select(quarter => quarter.Rules.SmallestCount).DefaultIfEmpty(new PublicationRules().SmallestCount).Min(),
            quarters.ToDictionary(
                quarter => $"{quarter.Quarter}",
                quarter => new ExportedRules(quarter.Rules.SmallestCount, quarter.Rules.FewestPeople, quarter.Rules.FewestReporters)),
            DimensionsOf(quarters),
            quarters
                .SelectMany(quarter => quarter.Units.Select(unit => (Leaf: UnitLeaf(quarter, $"{unit.Id}"), unit.People)))
                .ToDictionary(unit => unit.Leaf, unit => unit.People),
            [.. quarters.SelectMany(quarter => quarter.Tables.SelectMany(table =>
                table.Cells.Concat(NotThereYet(quarter, table, quarters)).Select(cell => Exported(quarter, table, cell))))]);
    }

    /// <summary>What another quarter counts by and this one did not know: of that it counted nothing.</summary>
    private static IEnumerable<PublishedCell> NotThereYet(PublishedQuarter quarter, PublishedTable table, IReadOnlyList<PublishedQuarter> quarters) =>
        table.Dimensions is [var dimension and not PublishedDimension.Unit]
            ? LeavesOf(dimension, quarters).Except(quarter.Categories[dimension]).Select(leaf => new PublishedCell([new PublishedBlock(dimension, [leaf])], 0))
            : [];

    private static ExportedCell Exported(PublishedQuarter quarter, PublishedTable table, PublishedCell cell)
    {
        var at = new Dictionary<string, IReadOnlyList<string>> { [Period] = [$"{quarter.Quarter}"], [Measure] = [$"{table.Measure}"] };
        foreach (var block in cell.At)
        {
            at[NameOf(block.Dimension)] =
                block.Dimension is PublishedDimension.Unit ? [.. block.Leaves.Select(leaf => UnitLeaf(quarter, leaf))] : block.Leaves;
        }

        return new ExportedCell(at, cell.Count, $"{quarter.Quarter}");
    }

    private static Dictionary<string, IReadOnlyList<string>> DimensionsOf(IReadOnlyList<PublishedQuarter> quarters)
    {
        var dimensions = Enum.GetValues<PublishedDimension>().ToDictionary(NameOf, dimension => LeavesOf(dimension, quarters));
        dimensions[Period] = [.. quarters.Select(quarter => $"{quarter.Quarter}")];
        dimensions[Measure] = Enum.GetNames<PublishedMeasure>();
        return dimensions;
    }

    private static IReadOnlyList<string> LeavesOf(PublishedDimension dimension, IReadOnlyList<PublishedQuarter> quarters) =>
        dimension is PublishedDimension.Unit
            ? [.. quarters.SelectMany(quarter => quarter.Units.Select(unit => UnitLeaf(quarter, $"{unit.Id}")))]
            : [.. quarters.SelectMany(quarter => quarter.Categories[dimension]).Distinct()];

    private static string NameOf(PublishedDimension dimension) => $"{dimension}".ToLowerInvariant();

    private static string UnitLeaf(PublishedQuarter quarter, string id) => $"{quarter.Quarter}/{id}";
}

public sealed record ExportedRules(
    [property: JsonPropertyName("k")] int K, [property: JsonPropertyName("people")] int People, [property: JsonPropertyName("reporters")] int Reporters);

/// <param name="At">Of each dimension that is named here, the leaves that are taken together; of every other all.</param>
/// <param name="Value">Null where a publication says that there is a count and not which; the portal's own never do.</param>
public sealed record ExportedCell(
    [property: JsonPropertyName("at")] IReadOnlyDictionary<string, IReadOnlyList<string>> At,
    [property: JsonPropertyName("value")] int? Value,
    [property: JsonPropertyName("pub")] string Publication);
