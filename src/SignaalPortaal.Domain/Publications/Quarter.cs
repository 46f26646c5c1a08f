namespace SignaalPortaal.Domain.Publications;

/// <summary>A quarter of a year in the Netherlands. Publications are made of whole quarters and of nothing else, so no two of them overlap.</summary>
/// <param name="Number">1 to 4.</param>
public readonly record struct Quarter(int Year, int Number)
{
    public DateOnly FirstDay => new(Year, (3 * Number) - 2, 1);

    public DateOnly LastDay => new(Year, 3 * Number, DateTime.DaysInMonth(Year, 3 * Number));

    public Quarter Next => Number == 4 ? new Quarter(Year + 1, 1) : this with { Number = Number + 1 };

    public Quarter Previous => Number == 1 ? new Quarter(Year - 1, 4) : this with { Number = Number - 1 };

    public static Quarter Of(DateOnly day) => new(day.Year, (day.Month + 2) / 3);

    /// <summary>As in files: 2026-Q3.</summary>
    public override string ToString() => $"{Year:0000}-Q{Number}";
}
