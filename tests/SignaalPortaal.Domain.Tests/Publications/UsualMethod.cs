using System.Text.Json;
using SignaalPortaal.Domain.Publications;

namespace SignaalPortaal.Domain.Tests.Publications;

/// <summary>
/// How summaries are usually made: every unit with all below it, every theme, kind, status, outcome and whatever else, and a dash where a number is under five.
/// </summary>
internal static class UsualMethod
{
    public static string Export(IReadOnlyList<QuarterFacts> quarters)
    {
        var empty = PublicationExport.Of(quarters.Select(quarter => new PublishedQuarter(quarter.Quarter, quarter.Rules, quarter.Units, quarter.Categories, [])));
        return JsonSerializer.Serialize(empty with { Cells = [.. quarters.SelectMany(Cells)] });
    }

    private static IEnumerable<ExportedCell> Cells(QuarterFacts quarter)
    {
        var below = quarter.Units.ToLookup(unit => unit.ParentId);
        yield return Cell("Raised", [], quarter.Raised.Count);
        yield return Cell("Answered", [], quarter.Answered.Count);
        foreach (var unit in quarter.Units)
        {
            var units = WithAllBelow(unit).Select(one => one.Id).ToHashSet();
            yield return Cell(
                "Raised", new() { ["unit"] = [.. units.Select(id => $"{quarter.Quarter}/{id}")] }, quarter.Raised.Count(fact => units.Contains(fact.Unit)));
        }

        foreach (var cell in (IEnumerable<ExportedCell>)
            [
                .. Margin("Raised", PublishedDimension.Theme, "theme", quarter.Raised.Select(fact => $"{fact.Theme}")),
                .. Margin("Raised", PublishedDimension.Kind, "kind", quarter.Raised.Select(fact => $"{fact.Kind}")),
                .. Margin("Raised", PublishedDimension.Status, "status", quarter.Raised.Select(fact => $"{fact.Status}")),
                .. Margin("Answered", PublishedDimension.Outcome, "outcome", quarter.Answered.Select(fact => $"{fact.Outcome}")),
                .. Margin("Answered", PublishedDimension.Timeliness, "timeliness", quarter.Answered.Select(fact => fact.InTime ? "InTime" : "Late")),
                .. Margin("Answered", PublishedDimension.Duration, "duration", quarter.Answered.Select(fact => $"{fact.Duration}")),
            ])
        {
            yield return cell;
        }

        IEnumerable<ExportedCell> Margin(string measure, PublishedDimension dimension, string name, IEnumerable<string> values)
        {
            var counts = values.CountBy(value => value).ToDictionary();
            return quarter.Categories[dimension].Select(leaf => Cell(measure, new() { [name] = [leaf] }, counts.GetValueOrDefault(leaf)));
        }

        ExportedCell Cell(string measure, Dictionary<string, IReadOnlyList<string>> at, int count) => new(
            new Dictionary<string, IReadOnlyList<string>>(at) { ["period"] = [$"{quarter.Quarter}"], ["measure"] = [measure] },
            count is > 0 and < 5 ? null : count,
            $"{quarter.Quarter}");

        IEnumerable<PublishedUnit> WithAllBelow(PublishedUnit unit) => below[unit.Id].SelectMany(WithAllBelow).Prepend(unit);
    }
}
