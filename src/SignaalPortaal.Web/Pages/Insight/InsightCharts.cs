using SignaalPortaal.Application.Insight;
using SignaalPortaal.Domain.Insight;
using SignaalPortaal.Web.Display;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Pages.Insight;

/// <summary>The figures as charts, in words.</summary>
public sealed class InsightCharts(InsightView view)
{
    public BarChart Stranding(StrandingFigure figure) => new(
        InsightTexts.Stranding, InsightTexts.Layer,
        [InsightTexts.Further, .. Endings.Select(ending => Words("Ending", ending))],
        [.. figure.Layers.Select((layer, index) =>
        {
            double[] values = [layer.At.Alive, .. Endings.Select(ending => layer.At.Lost[ending])];
            return new BarRow(
                layer.Layer, index == figure.Layers.Count - 1 ? InsightTexts.StrandingTop : string.Format(InsightTexts.StrandingNote, Hundred(layer.At.Alive)),
                [.. values.Select(Hundred)], [.. values.Select(OutOfHundred)], [Count(layer.At.AtRisk), Count(layer.At.Open)]);
        })],
        Full: 100, More: [InsightTexts.DoneWith, InsightTexts.StillThere]);

    /// <summary>Where most of what was not adopted ends.</summary>
    public static (string Layer, double OutOfHundred)? StrandsMost(StrandingFigure figure) => figure.Layers
        .Select(layer => ((string, double)?)(layer.Layer, Hundred(layer.At.Lost[Ending.NotAdopted] + layer.At.Lost[Ending.NoReaction])))
        .OrderByDescending(layer => layer!.Value.Item2).FirstOrDefault();

    public BarChart Waiting => new(
        InsightTexts.Waiting, InsightTexts.Layer, [.. Ages.Select(age => Words("WaitingAge", age))],
        [.. view.Figures!.Waiting.Select(layer => Row(layer.Layer, string.Format(InsightTexts.WaitingOpen, layer.Total), [.. Ages.Select(age => layer.Counts[age])]))],
        Full: view.Figures.Waiting.Max(layer => layer.Total));

    public BarChart Promises(IReadOnlyDictionary<PromiseFate, int> fates) => Fates(InsightTexts.Promises, "PromiseFate", fates);

    public BarChart Answers(IReadOnlyDictionary<AnswerFate, int> fates) => Fates(InsightTexts.Answers, "AnswerFate", fates);

    public static double Share<TFate>(IReadOnlyDictionary<TFate, int> fates, TFate fate)
        where TFate : notnull => Hundred((double)fates[fate] / fates.Values.Sum());

    public BarChart Silences => new(
        InsightTexts.Silences, InsightTexts.Layer, [InsightTexts.Silent],
        [.. view.Figures!.Silences.Select(silence => Row(silence.Layer, Count(silence.Count), [silence.Count]))],
        Full: view.Figures.Silences.Max(silence => silence.Count));

    public BarChart Reasons<TGroup>(ReasonGroup<TGroup> group, string title) => new(
        title, InsightTexts.Reason, [InsightTexts.Count],
        [.. group.Reasons.Select(reason => Row(reason.Reason.Text, null, [reason.Count])), .. group.Rest is { } rest ? [Row(InsightTexts.OtherReasons, null, [rest])] : (BarRow[])[]],
        Full: Math.Max(group.Reasons.Max(reason => reason.Count), group.Rest ?? 0));

    public BarChart Themes => new(
        InsightTexts.Themes, InsightTexts.Theme, [string.Format(InsightTexts.ThemeNow, GrowingTheme.RecentWeeks)],
        [.. view.Figures!.Themes.Select(theme => Row(theme.Theme.Text, theme.IsGrowing ? InsightTexts.ThemeGrows : null, [theme.Recent], Count(theme.Earlier)))],
        Full: view.Figures.Themes.Max(theme => theme.Recent), More: [string.Format(InsightTexts.ThemeEarlier, GrowingTheme.EarlierWeeks)]);

    /// <summary>Nought says that there are too few to say how many.</summary>
    public string Count(int count) => count == 0 ? string.Format(InsightTexts.FewerThan, view.Rules.SmallestCount) : count.ToString();

    public static double Hundred(double share) => Math.Round(100 * share);

    private static Ending[] Endings => Enum.GetValues<Ending>();

    private static WaitingAge[] Ages => Enum.GetValues<WaitingAge>();

    private static string OutOfHundred(double share) => string.Format(InsightTexts.OutOfHundred, Hundred(share));

    private static string Words<TValue>(string group, TValue value) => InsightTexts.ResourceManager.GetString($"{group}_{value}")!;

    private BarRow Row(string label, string? note, int[] counts, params string[] more) =>
        new(label, note, [.. counts.Select(count => (double)count)], [.. counts.Select(Count)], more);

    private BarChart Fates<TFate>(string title, string group, IReadOnlyDictionary<TFate, int> fates)
        where TFate : struct, Enum => new(
        title, InsightTexts.Total, [.. Enum.GetValues<TFate>().Select(fate => Words(group, fate))],
        [Row(InsightTexts.Total, string.Format(InsightTexts.About, fates.Values.Sum()), [.. Enum.GetValues<TFate>().Select(fate => fates[fate])])],
        Full: fates.Values.Sum());
}
