using SignaalPortaal.Domain.Insight;
using SignaalPortaal.Domain.Publications;

namespace SignaalPortaal.Application.Insight;

/// <param name="Signals">How many the curve is made of, about.</param>
public sealed record StrandingFigure(int Signals, IReadOnlyList<StrandingLayer> Layers)
{
    internal static StrandingFigure Of(IReadOnlyCollection<(InsightCell Cell, ShownCount Shown)> cells, IReadOnlyList<string> allLayers)
    {
        // What helps from the side is no layer that a signal comes through.
        var layers = allLayers.Where(layer => cells.Any(cell => cell.Cell.A == layer || cell.Cell.B == layer)).ToList();
        var strands = cells
            .Select(cell => new Strand(Index(cell.Cell.A!), Index(cell.Cell.B!), cell.Cell.C is { } ending ? Enum.Parse<Ending>(ending) : null, cell.Shown.Value))
            .Select(strand => strand with { Entry = Math.Min(strand.Entry, strand.Reached) })
            .Where(strand => strand.Count > 0)
            .ToList();
        return new StrandingFigure(
            strands.Sum(strand => strand.Count),
            [.. StrandingCurve.Of(strands, layers.Count).Zip(layers, (at, layer) => new StrandingLayer(layer, at)).Where(layer => layer.At.AtRisk + layer.At.Open > 0)]);

        int Index(string layer) => layers.TakeWhile(other => other != layer).Count();
    }
}

public sealed record StrandingLayer(string Layer, StrandedAt At);

/// <param name="Months">How many whole months the oldest warnings wait at the least: as many of them as the smallest count, never one alone.</param>
public sealed record WarningFigure(int Months)
{
    /// <param name="oldest">The days on which the oldest were raised: no more of them than the smallest count.</param>
    /// <param name="waiting">What else the page says of how long signals wait.</param>
    internal static WarningFigure? Of(
        IReadOnlyCollection<DateOnly> oldest, IReadOnlyCollection<(WaitingAge Age, ShownCount Shown)> waiting, DateOnly today, PublicationRules rules)
    {
        if (oldest.Count < rules.SmallestCount)
        {
            return null;
        }

        var latest = oldest.Max();
        var months = Enumerable.Range(1, 1200).TakeWhile(months => latest.AddMonths(months) <= today).LastOrDefault();

        // As many warnings as that wait for so long: what is not shown of how long signals wait may not follow from it.
        var surely = months switch { >= 3 => WaitingAge.Longer, >= 2 => WaitingAge.TwoMonths, 1 => WaitingAge.Month, _ => WaitingAge.Week };
        return ShownCount.Tells([.. waiting.Where(cell => cell.Age >= surely).Select(cell => cell.Shown)], rules.SmallestCount) ? null : new WarningFigure(months);
    }
}
