using SignaalPortaal.Domain.Insight;
using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Insight;

/// <summary>All figures of a part of the line. A figure is null when it is about too few signals; a count of nought says fewer than the smallest count.</summary>
/// <param name="Layers">The lowest first.</param>
/// <param name="OverdueAtTheTop">Nought for fewer than the smallest count.</param>
/// <param name="SilentUnits">Units in which nothing was raised; null when they cannot be named.</param>
public sealed record InsightFigures(
    IReadOnlyList<string> Layers,
    StrandingFigure? Stranding,
    IReadOnlyList<WaitingAt> Waiting,
    WarningFigure? Warnings,
    IReadOnlyList<ReasonGroup<string>> ReasonsPerLayer,
    IReadOnlyList<ReasonGroup<Theme>> ReasonsPerTheme,
    IReadOnlyList<StandingOut<string, NotAdoptedReason>> LayersStandingOut,
    IReadOnlyList<StandingOut<Theme, NotAdoptedReason>> ThemesStandingOut,
    IReadOnlyDictionary<PromiseFate, int>? Promises,
    IReadOnlyDictionary<AnswerFate, int>? Answers,
    IReadOnlyList<(string Layer, int Count)> Silences,
    int OverdueAtTheTop,
    IReadOnlyList<ThemeCount> Themes,
    IReadOnlyList<SilentUnit>? SilentUnits)
{
    internal static InsightFigures Of(IReadOnlyCollection<InsightCell> cells, IReadOnlyCollection<InsightUnit> units, DateOnly today, PublicationRules rules)
    {
        var figures = cells.ToLookup(cell => cell.Figure);
        var layers = LayersOf(figures, units);
        ShownCount Shown(InsightCell cell) => ShownCount.Of(cell.Count, cell.Signals, rules);

        var strands = figures["Stranding"].Select(cell => (Cell: cell, Shown: Shown(cell))).ToList();
        var waiting = (
            from layer in layers
            from age in Enum.GetValues<WaitingAge>()
            let count = figures["Waiting"].SingleOrDefault(cell => cell.A == layer && cell.B == age.ToString())?.Count ?? 0
            select (Layer: layer, Age: age, Shown: ShownCount.Of(count, rules))).ToList();
        var tellsOfWaiting = ShownCount.Tell([.. strands.Where(strand => strand.Cell.C is null).Select(strand => strand.Shown)], [.. waiting.Select(cell => cell.Shown)]);

        var overdue = figures["Overdue"].Select(Shown).SingleOrDefault();
        var undecided = waiting.Where(cell => cell.Age is not WaitingAge.Answered).ToList();

        var perLayer = Reasons(figures["Reason"], layers, layer => layer, rules);
        var themes = Reasons(figures["ReasonOfTheme"], Enum.GetValues<Theme>(), theme => theme.ToString(), rules);
        var perTheme = themes.Where(cell => !ShownCount.Tell(ShownOf(cell.Reason, perLayer), ShownOf(cell.Reason, themes))).ToList();
        var layerRests = Rests(perLayer, layers, rules);
        var themeRests = perTheme.Count < themes.Count ? [] : Rests(perTheme, Enum.GetValues<Theme>(), rules);
        themeRests = ShownCount.Tell(PartsOf(perLayer, layerRests), PartsOf(perTheme, themeRests)) ? [] : themeRests;

        return new InsightFigures(
            layers,
            tellsOfWaiting || !ShownCount.SayEnough([.. strands.Select(strand => strand.Shown)], strands.Sum(strand => strand.Cell.Count)) ? null : StrandingFigure.Of(strands, layers),
            [.. waiting.GroupBy(cell => cell.Layer).Select(layer => new WaitingAt(layer.Key, layer.ToDictionary(cell => cell.Age, cell => cell.Shown.Value))).Where(layer => layer.Total > 0)],
            WarningFigure.Of([.. figures["Warning"].Select(cell => cell.Day)], [.. undecided.Select(cell => (cell.Age, cell.Shown))], today, rules),
            Grouped(perLayer, layerRests, rules),
            Grouped(perTheme, themeRests, rules),
            StandingOut.Of(Grouped(perLayer, layerRests, rules).SelectMany(Known).ToList(), rules),
            [.. StandingOut.Of(Grouped(perTheme, themeRests, rules).SelectMany(Known).ToList(), rules).Where(found => found.Group.IsGiven)],
            Fates<PromiseFate>(figures["Promise"], Shown),
            Fates<AnswerFate>(figures["Verdict"], Shown),
            [.. layers.Select(layer => (layer, Shown(figures["Silence"].SingleOrDefault(cell => cell.A == layer) ?? new InsightCell("", null, null, null, 0, 0)).Value)).Where(layer => layer.Value > 0)],
            ShownCount.Tells([.. undecided.Select(cell => cell.Shown)], overdue.Least) ? 0 : overdue.Value,
            ThemeCount.Of(figures["Theme"], rules),
            SilentUnitsOf(figures["Raised"], units, rules));
    }

    /// <summary>In the order of the tree; one that is no longer in it comes first.</summary>
    private static List<string> LayersOf(ILookup<string, InsightCell> figures, IReadOnlyCollection<InsightUnit> units)
    {
        var depths = units.Where(unit => !unit.IsOutsideTheLine).GroupBy(unit => unit.Layer).ToDictionary(layer => layer.Key, layer => layer.Average(unit => unit.Depth));
        return [..
            figures["Stranding"].SelectMany(cell => new[] { cell.A!, cell.B! })
                .Concat(figures["Waiting"].Concat(figures["Reason"]).Concat(figures["Silence"]).Select(cell => cell.A!))
                .Distinct()
                .OrderByDescending(layer => depths.GetValueOrDefault(layer, double.MaxValue)).ThenBy(layer => layer, StringComparer.Ordinal)];
    }

    private static List<ReasonCell<TGroup>> Reasons<TGroup>(
        IEnumerable<InsightCell> cells, IEnumerable<TGroup> groups, Func<TGroup, string> nameOf, PublicationRules rules)
    {
        var counts = cells.ToDictionary(cell => (cell.A!, cell.B!), cell => cell.Count);
        return [..
            from theGroup in groups
            from reason in Enum.GetValues<NotAdoptedReason>()
            let count = counts.GetValueOrDefault((nameOf(theGroup), reason.ToString()))
            select new ReasonCell<TGroup>(theGroup, reason, count, ShownCount.Of(count, rules))];
    }

    /// <summary>Of each group what is not shown by itself, together; nothing where that would say that one of those is not nought.</summary>
    private static Dictionary<TGroup, ShownCount> Rests<TGroup>(IReadOnlyCollection<ReasonCell<TGroup>> cells, IEnumerable<TGroup> groups, PublicationRules rules)
        where TGroup : notnull => groups.ToDictionary(theGroup => theGroup, theGroup =>
        {
            var hidden = cells.Where(cell => cell.Group.Equals(theGroup) && cell.Shown.Value == 0).ToList();
            var rest = ShownCount.Of(hidden.Sum(cell => cell.Count), rules);
            return ShownCount.Tells([.. hidden.Select(cell => cell.Shown)], rest.Least) ? new ShownCount(0, 0, hidden.Sum(cell => cell.Shown.Most)) : rest;
        });

    private static List<ShownCount> PartsOf<TGroup>(IEnumerable<ReasonCell<TGroup>> cells, Dictionary<TGroup, ShownCount> rests)
        where TGroup : notnull => [.. cells.Where(cell => cell.Shown.Value > 0).Select(cell => cell.Shown), .. rests.Values];

    private static List<ShownCount> ShownOf<TGroup>(NotAdoptedReason reason, IEnumerable<ReasonCell<TGroup>> cells) =>
        [.. cells.Where(cell => cell.Reason == reason).Select(cell => cell.Shown)];

    private static List<ReasonGroup<TGroup>> Grouped<TGroup>(IEnumerable<ReasonCell<TGroup>> cells, Dictionary<TGroup, ShownCount> rests, PublicationRules rules)
        where TGroup : notnull
    {
        return [.. cells.Where(cell => cell.Shown.Value > 0)
            .GroupBy(cell => cell.Group)
            .Select(one => new ReasonGroup<TGroup>(
                one.Key, [.. one.Select(cell => (cell.Reason, cell.Shown.Value)).OrderByDescending(cell => cell.Value)], RestOf(one.Key)))];

        int? RestOf(TGroup theGroup) => rests.TryGetValue(theGroup, out var rest) && (rest.Value > 0 || rest.Most < rules.SmallestCount) ? rest.Value : null;
    }

    /// <summary>The reasons of a group, and null for the rest. Where the rest is not shown there may be some: a share of few would then be too high by much.</summary>
    private static IEnumerable<(TGroup Group, NotAdoptedReason? Reason, int Count)> Known<TGroup>(ReasonGroup<TGroup> group) =>
        group.Rest is null or 0 && group.Total < ReasonGroup<TGroup>.EnoughWithoutRest
            ? []
            : group.Reasons.Select(reason => (group.Group, (NotAdoptedReason?)reason.Reason, reason.Count)).Append((group.Group, null, group.Rest ?? 0));

    /// <summary>Null when too much of it is in parts that are not shown. What cannot be told yet is left out.</summary>
    private static Dictionary<TFate, int>? Fates<TFate>(IEnumerable<InsightCell> cells, Func<InsightCell, ShownCount> shown)
        where TFate : struct, Enum
    {
        var known = cells.Where(cell => Enum.TryParse<TFate>(cell.A, out _)).ToDictionary(cell => Enum.Parse<TFate>(cell.A!), cell => (cell.Count, Shown: shown(cell)));
        return ShownCount.SayEnough([.. known.Values.Select(fate => fate.Shown)], known.Values.Sum(fate => fate.Count))
            ? Enum.GetValues<TFate>().ToDictionary(fate => fate, fate => known.GetValueOrDefault(fate).Shown.Value)
            : null;
    }

    private static List<SilentUnit>? SilentUnitsOf(IEnumerable<InsightCell> cells, IReadOnlyCollection<InsightUnit> units, PublicationRules rules)
    {
        var raised = cells.ToDictionary(cell => Guid.Parse(cell.A!), cell => cell.Count);
        var part = units.Where(unit => unit.IsInPart && !unit.IsOutsideTheLine).ToDictionary(unit => unit.Id);
        return BlindSpots.Of([.. part.Values.Select(unit => new UnitVoice(unit.Id, unit.ParentId, unit.People, raised.GetValueOrDefault(unit.Id)))], rules)
            ?.Select(id => part[id]).Select(unit => new SilentUnit(unit.Name, unit.Layer)).ToList();
    }
}

/// <summary>How long a signal waits since it was raised; of what was answered the reporter has the word.</summary>
public enum WaitingAge
{
    Week,
    Month,
    TwoMonths,
    Longer,
    Answered,
}

/// <summary>How many days each age lasts at the most.</summary>
public static class WaitingAges
{
    public const int Week = 7, Month = 30, TwoMonths = 60;
}

/// <summary>What waits at a layer now.</summary>
public sealed record WaitingAt(string Layer, IReadOnlyDictionary<WaitingAge, int> Counts)
{
    public int Total => Counts.Values.Sum();
}

public enum PromiseFate
{
    Kept,
    PartlyKept,
    NotKept,

    /// <summary>Its day was moved, whatever became of it.</summary>
    Moved,

    /// <summary>Its day has passed and the reporter has not said that it is kept.</summary>
    NotJudged,
}

public enum AnswerFate
{
    Understood,
    NotUnderstood,
    Disagree,

    /// <summary>Never counts as understood.</summary>
    NoReaction,
}

/// <summary>How often a reason was given in a group, as it is and as it is shown.</summary>
internal sealed record ReasonCell<TGroup>(TGroup Group, NotAdoptedReason Reason, int Count, ShownCount Shown);

/// <param name="Rest">All other reasons together; nought for fewer than the smallest count, null when it would tell too much.</param>
public sealed record ReasonGroup<TGroup>(TGroup Group, IReadOnlyList<(NotAdoptedReason Reason, int Count)> Reasons, int? Rest)
{
    /// <summary>From as many on, a share is about right although the rest is not known.</summary>
    public const int EnoughWithoutRest = 20;

    public int Total => Reasons.Sum(reason => reason.Count) + (Rest ?? 0);
}

public sealed record SilentUnit(string Name, string Layer);

/// <param name="Recent">In the last weeks.</param>
/// <param name="Earlier">In the weeks before those; nought for fewer than the smallest count. No average: that would be a small number again.</param>
public sealed record ThemeCount(Theme Theme, int Recent, int Earlier, bool IsGrowing)
{
    internal static IReadOnlyList<ThemeCount> Of(IEnumerable<InsightCell> cells, PublicationRules rules)
    {
        var counts = cells.ToDictionary(cell => (cell.A!, cell.B!), cell => cell.Count);
        return [..
            from theme in Enum.GetValues<Theme>()
            let recent = counts.GetValueOrDefault((theme.ToString(), "Recent"))
            let earlier = counts.GetValueOrDefault((theme.ToString(), "Earlier"))
            let shown = ShownCount.Of(recent, rules).Value
            where shown > 0
            orderby shown descending
            select new ThemeCount(theme, shown, ShownCount.Of(earlier, rules).Value, theme.IsGiven && GrowingTheme.IsGrowing(recent, earlier, rules))];
    }
}
