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

    /// <summary>How many come further than the lowest layer, and where most of what was not adopted ends; nothing where there is one layer only.</summary>
    public static IEnumerable<string> SentencesOf(BarChart stranding)
    {
        var notAdopted = 1 + Array.IndexOf(Endings, Ending.NotAdopted);
        return stranding.Rows.Count < 2
            ? []
            : new[]
            {
                string.Format(InsightTexts.StrandingAnswer, stranding.Rows[0].Values[0], stranding.Rows[0].Label),
                Highest.Of(stranding.Rows, row => row.Label, row => row.Values[notAdopted])?.In(InsightTexts.StrandingMost, InsightTexts.StrandingMostTie),
            }.OfType<string>();
    }

    public BarChart Waiting => new(
        InsightTexts.Waiting, InsightTexts.Layer, [.. Ages.Select(age => Words("WaitingAge", age))],
        [.. view.Figures!.Waiting.Select(layer => Row(layer.Layer, string.Format(InsightTexts.WaitingOpen, layer.Total), [.. Ages.Select(age => layer.Counts[age])]))],
        Full: view.Figures.Waiting.Max(layer => layer.Total));

    /// <summary>Where most signals wait, and how many of them for long.</summary>
    public string WaitingSentence
    {
        get
        {
            if (Highest.Of(view.Figures!.Waiting, layer => layer.Layer, layer => layer.Total) is not { } fullest)
            {
                return InsightTexts.TooFew;
            }

            var most = fullest.In(InsightTexts.WaitingMost, InsightTexts.WaitingMostTie);
            return fullest.IsATie ? most : $"{most} {LongAt(view.Figures.Waiting.First(layer => layer.Layer == fullest.Labels[0]))}";
        }
    }

    /// <summary>From the two cells of the chart: of one that is not shown nobody knows more than that it is small.</summary>
    private string LongAt(WaitingAt layer)
    {
        int[] cells = [layer.Counts[WaitingAge.TwoMonths], layer.Counts[WaitingAge.Longer]];
        var hidden = cells.Count(cell => cell == 0);
        return (hidden, cells.Sum()) switch
        {
            (0, var sum) => string.Format(InsightTexts.WaitingLong, sum),
            (1, var sum) => string.Format(InsightTexts.WaitingLongAtLeast, sum),
            _ => string.Format(InsightTexts.WaitingLongFew, (cells.Length * (view.Rules.SmallestCount - 1)) + 1),
        };
    }

    public string SilencesSentence => Highest.Of(view.Figures!.Silences, silence => silence.Layer, silence => silence.Count)
        ?.In(InsightTexts.SilencesAnswer, InsightTexts.SilencesTie) ?? string.Format(InsightTexts.NoSilences, view.Rules.SmallestCount);

    /// <summary>Over all layers; the sum of what the charts of the layers show.</summary>
    public string ReasonsSentence => Highest.Of(
        view.Figures!.ReasonsPerLayer.SelectMany(layer => layer.Reasons).GroupBy(reason => reason.Reason).ToList(),
        reason => reason.Key.Text, reason => reason.Sum(one => one.Count))?.In(InsightTexts.ReasonsAnswer, InsightTexts.ReasonsTie) ?? InsightTexts.TooFew;

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
