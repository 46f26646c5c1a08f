using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Pages.Publications;

/// <summary>A year is nothing but its four quarters as they were published, added up. What one of them took together stays together.</summary>
public sealed record YearFigures(int Year, int Signals, int? Answers, IReadOnlyList<Figure> Figures)
{
    /// <summary>Null when not all of its quarters say how many signals there were.</summary>
    public static YearFigures? Of(IReadOnlyList<PublishedQuarter> quarters)
    {
        if (quarters.Count == 0 || Total(quarters, PublishedMeasure.Raised) is not { } signals)
        {
            return null;
        }

        return new YearFigures(
            quarters[0].Quarter.Year, signals, Total(quarters, PublishedMeasure.Answered),
            [.. new[]
            {
                Sum(quarters, PublishedMeasure.Raised, PublishedDimension.Theme, "jaar-onderwerpen", PublicationTexts.ThemesTitle, PublicationTexts.ThemesSentence),
                Sum(quarters, PublishedMeasure.Answered, PublishedDimension.Outcome, "jaar-antwoorden", PublicationTexts.OutcomesTitle, PublicationTexts.OutcomesSentence),
            }.OfType<Figure>()]);
    }

    private static int? Total(IReadOnlyList<PublishedQuarter> quarters, PublishedMeasure measure) => quarters.Sum(quarter => Figure.TotalOf(quarter, measure)) is var sum
        && quarters.All(quarter => Figure.TotalOf(quarter, measure) is not null) ? sum : null;

    private static Figure? Sum(
        IReadOnlyList<PublishedQuarter> quarters, PublishedMeasure measure, PublishedDimension dimension, string id, string title, string sentence)
    {
        var tables = quarters.Select(quarter => Figure.TableOf(quarter, measure, dimension)).OfType<PublishedTable>().ToList();
        if (tables.Count < quarters.Count)
        {
            return null;
        }

        // Blocks that overlap in different quarters become one.
        var blocks = new List<HashSet<string>>();
        foreach (var leaves in tables.SelectMany(table => table.Cells).Select(cell => cell.At[0].Leaves))
        {
            var touched = blocks.Where(block => block.Overlaps(leaves)).ToList();
            blocks = [.. blocks.Except(touched), [.. leaves, .. touched.SelectMany(block => block)]];
        }

        if (blocks.Count < 2)
        {
            return null;
        }

        var cells = blocks.Select(block => new PublishedCell(
            [new PublishedBlock(dimension, [.. block.Order(StringComparer.Ordinal)])],
            tables.SelectMany(table => table.Cells).Where(cell => block.Contains(cell.At[0].Leaves[0])).Sum(cell => cell.Count)));
        return Figure.Of(
            quarters[^1] with { Tables = [new PublishedTable(measure, [dimension], [.. cells])] }, measure, dimension, id, title, sentence);
    }
}
