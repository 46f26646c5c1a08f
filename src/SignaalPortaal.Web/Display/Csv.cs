namespace SignaalPortaal.Web.Display;

/// <summary>Rows for a spreadsheet (RFC 4180, with the semicolon that Dutch spreadsheets expect).</summary>
public static class Csv
{
    public static string Of(IEnumerable<IReadOnlyList<string>> rows) =>
        string.Concat(rows.Select(row => string.Join(';', row.Select(Cell)) + "\r\n"));

    /// <summary>What begins as a formula gets an apostrophe in front, so that no spreadsheet calculates it.</summary>
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r\n".Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny(";\"\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
