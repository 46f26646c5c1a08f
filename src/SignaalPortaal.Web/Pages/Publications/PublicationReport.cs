using SignaalPortaal.Application.Publications;
using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Web.Display;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Pages.Publications;

/// <summary>A publication as it is read: three sentences, the figures in the order of what people ask, and what is not there.</summary>
public sealed record PublicationReport(
    IReadOnlyList<string> InShort, IReadOnlyList<Figure> Figures, IReadOnlyList<UnitRow> Units, CrossFigure? Cross, IReadOnlyList<string> Stops,
    IReadOnlyList<string> NotShown, Trend? Trend, YearFigures? Year)
{
    /// <summary>Null when next to nothing of the quarter is published.</summary>
    public static PublicationReport? Of(PublicationsView view)
    {
        if (view.Published is not { } published
            || (Figure.TotalOf(published, PublishedMeasure.Raised) is null && Figure.TotalOf(published, PublishedMeasure.Answered) is null))
        {
            return null;
        }

        (PublishedDimension Dimension, Figure? Figure)[] figures =
        [
            (PublishedDimension.Theme, Margin(PublishedMeasure.Raised, PublishedDimension.Theme, "onderwerpen", PublicationTexts.ThemesTitle, PublicationTexts.ThemesSentence)),
            (PublishedDimension.Kind, Margin(PublishedMeasure.Raised, PublishedDimension.Kind, "soorten", PublicationTexts.KindsTitle, PublicationTexts.KindsSentence)),
            (PublishedDimension.Status, Margin(PublishedMeasure.Raised, PublishedDimension.Status, "stand", PublicationTexts.StatusTitle, PublicationTexts.StatusSentence, byCount: false)),
            (PublishedDimension.Outcome, Margin(PublishedMeasure.Answered, PublishedDimension.Outcome, "antwoorden", PublicationTexts.OutcomesTitle, PublicationTexts.OutcomesSentence)),
            (PublishedDimension.Reason, Margin(PublishedMeasure.Answered, PublishedDimension.Reason, "redenen", PublicationTexts.ReasonsTitle, PublicationTexts.ReasonsSentence)),
            (PublishedDimension.Timeliness, Margin(PublishedMeasure.Answered, PublishedDimension.Timeliness, "op-tijd", PublicationTexts.TimelinessTitle, PublicationTexts.TimelinessSentence, byCount: false)),
            (PublishedDimension.Duration, Margin(PublishedMeasure.Answered, PublishedDimension.Duration, "duur", PublicationTexts.DurationTitle, PublicationTexts.DurationSentence, byCount: false)),
        ];
        var units = UnitRow.Of(published);
        var notShown = figures.Where(figure => figure.Figure is null).Select(figure => figure.Dimension).Concat(units.Count == 0 ? [PublishedDimension.Unit] : [])
            .Select(dimension => PublicationTexts.ResourceManager.GetString($"Dimension_{dimension}")!.ToLowerInvariant());
        return new PublicationReport(
            Short(view, published, figures[0].Figure, figures[3].Figure), [.. figures.Select(figure => figure.Figure).OfType<Figure>()], units, CrossFigure.Of(published),
            [
                Stop(PublishedMeasure.EscalatedBySilence, PublicationTexts.SilenceSentence, PublicationTexts.SilenceHidden),
                Stop(PublishedMeasure.OverdueAtTheTop, PublicationTexts.OverdueSentence, PublicationTexts.OverdueHidden),
            ],
            [.. notShown], Trend.Of(view), YearFigures.Of(view.Year));

        Figure? Margin(PublishedMeasure measure, PublishedDimension dimension, string id, string title, string sentence, bool byCount = true) =>
            Figure.Of(published, measure, dimension, id, title, sentence, byCount);

        string Stop(PublishedMeasure measure, string some, string hidden) =>
            Figure.TotalOf(published, measure) is { } count ? string.Format(some, count) : hidden;
    }

    private static List<string> Short(PublicationsView view, PublishedQuarter published, Figure? themes, Figure? outcomes)
    {
        var sentences = new List<string>();
        if (Figure.TotalOf(published, PublishedMeasure.Raised) is { } raised)
        {
            var before = view.Earlier.Count > 0 && view.Earlier[^1].Quarter == published.Quarter.Previous ? Figure.TotalOf(view.Earlier[^1], PublishedMeasure.Raised) : null;
            sentences.Add(string.Format(
                (raised - before) switch
                {
                    null => PublicationTexts.ShortRaised,
                    > 0 => PublicationTexts.ShortRaisedMore,
                    < 0 => PublicationTexts.ShortRaisedLess,
                    _ => PublicationTexts.ShortRaisedSame,
                },
                raised, Math.Abs(raised - before ?? 0)));
            sentences.Add(themes is null ? PublicationTexts.ShortNoTheme : themes.Sentence);
        }
        else
        {
            sentences.Add(PublicationTexts.ShortNoRaised);
        }

        sentences.Add(Figure.TotalOf(published, PublishedMeasure.Answered) switch
        {
            null => PublicationTexts.ShortNoAnswers,
            var answered when outcomes is null => string.Format(PublicationTexts.ShortAnswered, answered),
            var answered => string.Format(outcomes.Largest.IsATie ? PublicationTexts.ShortOutcomeTie : PublicationTexts.ShortOutcome, answered, Enumeration.Of(outcomes.Largest.Labels), outcomes.Largest.Value),
        });
        return sentences;
    }
}

/// <summary>Units by themes: each cell is there.</summary>
public sealed record CrossFigure(IReadOnlyList<string> Columns, IReadOnlyList<(string Label, IReadOnlyList<string> Names, IReadOnlyList<int> Counts)> Rows)
{
    /// <summary>Null when it is not published.</summary>
    public static CrossFigure? Of(PublishedQuarter published)
    {
        if (Figure.TableOf(published, PublishedMeasure.Raised, PublishedDimension.Unit, PublishedDimension.Theme) is not { } table)
        {
            return null;
        }

        var units = Figure.UnitsOf(published);
        var columns = table.Cells.GroupBy(cell => string.Join(' ', cell.At[1].Leaves)).Select(column => PublicationWords.Label(column.First().At[1], units)).ToList();
        return new CrossFigure(columns, [.. table.Cells.GroupBy(cell => string.Join(' ', cell.At[0].Leaves)).Select(row =>
        {
            var highest = Highest(row.First().At[0], units);
            return (Enumeration.Of([.. highest.Take(3)]) + (highest.Count > 3 ? $" {string.Format(PublicationTexts.AndOthers, "", highest.Count - 3).Trim()}" : ""),
                highest, (IReadOnlyList<int>)[.. row.Select(cell => cell.Count)]);
        })]);
    }

    /// <summary>The units of a block of which the one above is not in it too.</summary>
    private static List<string> Highest(PublishedBlock block, IReadOnlyDictionary<string, PublishedUnit> units) =>
        [.. block.Leaves.Select(leaf => units[leaf]).Where(unit => unit.ParentId is not { } parent || !block.Leaves.Contains($"{parent}")).Select(unit => unit.Name).Order(StringComparer.CurrentCulture)];
}
