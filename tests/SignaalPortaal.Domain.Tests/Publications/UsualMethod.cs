using System.Text.Json;
using SignaalPortaal.Domain.Publications;

namespace SignaalPortaal.Domain.Tests.Publications;

/// <summary>How summaries are usually made: every unit with all below it, every theme, kind and status, and a dash where a number is under five.</summary>
internal static class UsualMethod
{
    public static string Export(IReadOnlyList<QuarterFacts> quarters)
    {
        var empty = PublicationExport.Of(quarters.Select(quarter => new PublishedQuarter(quarter.Quarter, quarter.Rules, quarter.Units, [])));
        return JsonSerializer.Serialize(empty with { Cells = [.. quarters.SelectMany(Cells)] });
    }

    private static IEnumerable<ExportedCell> Cells(QuarterFacts quarter)
    {
        var below = quarter.Units.ToLookup(unit => unit.ParentId);
        yield return Cell([], quarter.Raised.Count);
        foreach (var unit in quarter.Units)
        {
            var units = WithAllBelow(unit).Select(one => one.Id).ToHashSet();
            yield return Cell(
                new() { ["unit"] = [.. units.Select(id => $"{quarter.Quarter}/{id}")] }, quarter.Raised.Count(fact => units.Contains(fact.Unit)));
        }

        foreach (var (dimension, name, leafOf) in ((PublishedDimension, string, Func<RaisedFact, string>)[])
            [
                (PublishedDimension.Theme, "theme", fact => $"{fact.Theme}"),
                (PublishedDimension.Kind, "kind", fact => $"{fact.Kind}"),
                (PublishedDimension.Status, "status", fact => $"{fact.Status}"),
            ])
        {
            foreach (var leaf in PublishedLeaf.Of(dimension))
            {
                yield return Cell(new() { [name] = [leaf] }, quarter.Raised.Count(fact => leafOf(fact) == leaf));
            }
        }

        ExportedCell Cell(Dictionary<string, IReadOnlyList<string>> at, int count) => new(
            new Dictionary<string, IReadOnlyList<string>>(at) { ["period"] = [$"{quarter.Quarter}"], ["measure"] = ["Raised"] },
            count is > 0 and < 5 ? null : count,
            $"{quarter.Quarter}");

        IEnumerable<PublishedUnit> WithAllBelow(PublishedUnit unit) => below[unit.Id].SelectMany(WithAllBelow).Prepend(unit);
    }
}
