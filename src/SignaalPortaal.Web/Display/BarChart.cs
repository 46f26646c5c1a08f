using System.Globalization;

namespace SignaalPortaal.Web.Display;

/// <summary>Bars of parts beside each other, with a legend and the same values in a table. Each part has a fill of its own, and those differ without colour too.</summary>
/// <param name="Title">Of the table.</param>
/// <param name="RowTitle">What the rows are.</param>
/// <param name="Parts">What the parts of each bar are; one part needs no legend.</param>
/// <param name="Full">The value of a bar that is as wide as the page allows.</param>
/// <param name="More">What only the table says, per row: the titles.</param>
public sealed record BarChart(
    string Title, string RowTitle, IReadOnlyList<string> Parts, IReadOnlyList<BarRow> Rows, double Full, IReadOnlyList<string>? More = null)
{
    private static readonly string[] Fills = ["sp-c1", "sp-c3", "", "sp-c2", ""];
    private static readonly string?[] Patterns = [null, null, "url(#p-hatch)", null, "url(#p-dots)"];

    /// <summary>The class of a part, for fills that follow the theme.</summary>
    public static string FillOf(int part) => Fills[part];

    /// <summary>The pattern of a part; null for a plain fill.</summary>
    public static string? PatternOf(int part) => Patterns[part];

    /// <summary>As SVG wants it: a part of the width.</summary>
    public string Width(double value) => Percent(value / Full);

    public static string Percent(double part) => (100 * part).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>Where each part of a row begins and how wide it is, with its text where there is room for it.</summary>
    public IEnumerable<(int Part, double Start, double Value, string? Text)> Segments(BarRow row)
    {
        var start = 0.0;
        for (var part = 0; part < row.Values.Count; part++)
        {
            if (row.Values[part] > 0)
            {
                yield return (part, start, row.Values[part], row.Values[part] / Full >= 0.08 ? row.Values[part].ToString("0", CultureInfo.InvariantCulture) : null);
                start += row.Values[part];
            }
        }
    }
}

/// <param name="Note">Under the label.</param>
/// <param name="Values">Of each part, in their order.</param>
/// <param name="Texts">The same, as the table says them.</param>
/// <param name="More">What only the table says.</param>
public sealed record BarRow(string Label, string? Note, IReadOnlyList<double> Values, IReadOnlyList<string> Texts, IReadOnlyList<string>? More = null);
