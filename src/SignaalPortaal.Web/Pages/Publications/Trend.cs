using System.Globalization;
using SignaalPortaal.Application.Publications;
using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Web.Display;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Pages.Publications;

/// <summary>The quarters up to the one that is shown. What was taken together differently cannot be compared, so no line joins it.</summary>
public sealed record Trend(IReadOnlyList<Quarter> Quarters, IReadOnlyList<TrendRow> Rows)
{
    /// <summary>Null when there is nothing to compare.</summary>
    public static Trend? Of(PublicationsView view)
    {
        if (view.Published is not { } published || view.Earlier.Count == 0)
        {
            return null;
        }

        List<PublishedQuarter> all = [.. view.Earlier, published];
        var units = Figure.UnitsOf(published);
        var blocks = Figure.TableOf(published, PublishedMeasure.Raised, PublishedDimension.Theme)?.Cells.Select(cell => cell.At[0]) ?? [];
        List<TrendRow> rows =
        [
            new(PublicationTexts.TrendTotal, [.. all.Select(quarter => Figure.TotalOf(quarter, PublishedMeasure.Raised))]),
            .. blocks.Select(block => new TrendRow(PublicationWords.Label(block, units), [.. all.Select(quarter => CountOf(quarter, block))])
            {
                IsNewIn = all.FindIndex(quarter => block.Leaves.Any(quarter.Categories[PublishedDimension.Theme].Contains)),
            }),
        ];
        return new Trend([.. all.Select(quarter => quarter.Quarter)], [.. rows.Where(row => row.IsNewIn > 0 || row.Counts.Count(count => count is not null) > 1)]);
    }

    private static int? CountOf(PublishedQuarter quarter, PublishedBlock block) =>
        Figure.TableOf(quarter, PublishedMeasure.Raised, PublishedDimension.Theme)?.Cells.FirstOrDefault(cell => cell.At[0].Leaves.Order(StringComparer.Ordinal).SequenceEqual(block.Leaves.Order(StringComparer.Ordinal)))?.Count;
}

/// <param name="Counts">Of each quarter; null where it cannot be compared.</param>
public sealed record TrendRow(string Label, IReadOnlyList<int?> Counts)
{
    private const int Width = 160, Height = 40, Edge = 5;

    /// <summary>The first quarter in which something like it could be counted.</summary>
    public int IsNewIn { get; init; }

    /// <summary>The number of a quarter as it stands in a table.</summary>
    public string InTable(int quarter) => quarter < IsNewIn ? PublicationTexts.TrendNotThereYet : Counts[quarter]?.ToString() ?? PublicationTexts.TrendNone;

    private int Most => Math.Max(1, Counts.Max() ?? 1);

    public IEnumerable<(string X, string Y)> Points => Counts.Select((count, index) => (index, count)).Where(point => point.count is not null).Select(point => At(point.index, point.count!.Value));

    /// <summary>From each quarter to the next, where both are known.</summary>
    public IEnumerable<(string X1, string Y1, string X2, string Y2)> Lines =>
        Counts.Zip(Counts.Skip(1)).Select((pair, index) => (pair.First, pair.Second, index))
            .Where(pair => pair is { First: not null, Second: not null })
            .Select(pair => (From: At(pair.index, pair.First!.Value), To: At(pair.index + 1, pair.Second!.Value)))
            .Select(line => (line.From.X, line.From.Y, line.To.X, line.To.Y));

    /// <summary>Each quarter with its number, for whoever does not see the line.</summary>
    public string InWords(IReadOnlyList<Quarter> quarters) => string.Join(", ", quarters.Zip(Counts).Where(pair => pair.Second is not null)
        .Select(pair => string.Format(PublicationTexts.TrendPoint, pair.First.InShort, pair.Second))
        .Prepend(IsNewIn > 0 ? string.Format(PublicationTexts.TrendNew, quarters[IsNewIn].InShort) : "").Where(words => words.Length > 0));

    private (string X, string Y) At(int index, int count) => (
        Number(Edge + ((Width - (2.0 * Edge)) * index / Math.Max(1, Counts.Count - 1))),
        Number(Height - Edge - ((Height - (2.0 * Edge)) * count / Most)));

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
