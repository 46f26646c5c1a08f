using System.Globalization;
using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Display;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Pages.Publications;

/// <summary>One question with its answer: a sentence, bars and a table.</summary>
/// <param name="Id">In the address, to link to it.</param>
/// <param name="Title">The question.</param>
/// <param name="Sentence">The answer.</param>
/// <param name="Total">Of which each row is a part.</param>
/// <param name="Note">What is taken together, and why; null when nothing is.</param>
public sealed record Figure(string Id, string Title, string Sentence, int Total, IReadOnlyList<FigureRow> Rows, string? Note)
{
    /// <summary>
    /// Those that stand alone and are the largest: what is taken together is smaller, each of it. Where nothing stands alone, the largest of all. What reporters
    /// left open is no answer to the question.
    /// </summary>
    public Highest Largest => LargestOf(Rows, byCount: true);

    private int Most => Math.Max(1, Rows.Max(row => row.Count));

    /// <summary>Of the largest row, for a bar.</summary>
    public string Width(FigureRow row) => Share(row.Count, Most);

    /// <summary>Of a whole, for a bar.</summary>
    public static string Share(int count, int whole) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * count / whole:0.##}%");

    /// <summary>A row for each block of a margin; null when that is not published.</summary>
    /// <param name="byCount">The largest first; otherwise in the order of the leaves.</param>
    public static Figure? Of(
        PublishedQuarter published, PublishedMeasure measure, PublishedDimension dimension, string id, string title, string sentence, bool byCount = true)
    {
        if (TableOf(published, measure, dimension) is not { } table)
        {
            return null;
        }

        var units = UnitsOf(published);
        // Whoever asks why the answer was no, does not ask how often it was not.
        var rows = table.Cells.Where(cell => cell.At[0].Leaves is not [PublishedLeaf.NoReason]).Select(cell => new FigureRow(PublicationWords.Label(cell.At[0], units), cell.Count, PublicationWords.Leaves(cell.At[0], units), First(cell.At[0]), cell.At[0].Leaves is not [nameof(Theme.NotGiven)]));
        var ordered = (byCount ? rows.OrderByDescending(row => row.Count).ThenBy(row => row.Place) : rows.OrderBy(row => row.Place)).ToList();
        var total = ordered.Sum(row => row.Count);
        return new Figure(id, title, SentenceOf(LargestOf(ordered, byCount), sentence, total), total, ordered, NoteOf(ordered, published.Rules));
    }

    private static Highest LargestOf(IReadOnlyList<FigureRow> rows, bool byCount)
    {
        return (byCount ? Among(rows.Where(row => row.IsGiven && row.Names.Count == 1)) : null) ?? Among(rows.Where(row => row.IsGiven)) ?? Among(rows)
            ?? new Highest([.. rows.Select(row => row.Label)], 0);

        static Highest? Among(IEnumerable<FigureRow> some) => Highest.Of(some.ToList(), row => row.Label, row => row.Count);
    }

    /// <summary>A tie is told as one, whatever the question.</summary>
    private static string SentenceOf(Highest largest, string sentence, int total) =>
        string.Format(largest.IsATie ? PublicationTexts.Tie : sentence, Enumeration.Of(largest.Labels), largest.Value, total);

    public static PublishedTable? TableOf(PublishedQuarter published, PublishedMeasure measure, params PublishedDimension[] dimensions) =>
        published.Tables.FirstOrDefault(table => table.Measure == measure && table.Dimensions.SequenceEqual(dimensions));

    /// <summary>Null when it is not published.</summary>
    public static int? TotalOf(PublishedQuarter published, PublishedMeasure measure) => TableOf(published, measure)?.Cells[0].Count;

    public static IReadOnlyDictionary<string, PublishedUnit> UnitsOf(PublishedQuarter published) => published.Units.ToDictionary(unit => $"{unit.Id}");

    /// <summary>Of which leaf a block begins with, the place in the order that people know.</summary>
    private static int First(PublishedBlock block) => block.Leaves.Min(leaf => PublicationWords.Place(block.Dimension, leaf));

    private static string? NoteOf(List<FigureRow> rows, PublicationRules rules)
    {
        var together = rows.Where(row => row.Names.Count > 1).ToList();
        return together.Count == 0
            ? null
            : string.Format(PublicationTexts.TakenTogether, string.Join("; ", together.Select(row => Enumeration.Of(row.Names))), rules.SmallestCount, rules.FewestReporters);
    }
}

/// <param name="Names">All that is in it.</param>
/// <param name="Place">In the order that people know.</param>
/// <param name="IsGiven">It is an answer of reporters, and not that they gave none.</param>
public sealed record FigureRow(string Label, int Count, IReadOnlyList<string> Names, int Place, bool IsGiven);
