namespace SignaalPortaal.Web.Display;

/// <summary>What a sentence beside a chart says of its rows: the same number that the chart shows, and a tie as a tie.</summary>
/// <param name="Labels">Of all rows with that number.</param>
/// <param name="Value">Never nought.</param>
public sealed record Highest(IReadOnlyList<string> Labels, double Value)
{
    /// <summary>Null when no row has more than nothing.</summary>
    public static Highest? Of<TRow>(IReadOnlyCollection<TRow> rows, Func<TRow, string> label, Func<TRow, double> shown)
    {
        var most = rows.Select(shown).DefaultIfEmpty().Max();
        return most > 0 ? new Highest([.. rows.Where(row => shown(row).Equals(most)).Select(label)], most) : null;
    }

    public bool IsATie => Labels.Count > 1;

    /// <summary>With the label, or the labels, and the number.</summary>
    public string In(string sentence, string tie) => string.Format(IsATie ? tie : sentence, Enumeration.Of(Labels), Value);
}
