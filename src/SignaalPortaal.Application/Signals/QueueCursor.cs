using System.Globalization;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Signals;

/// <summary>Where a page of a list ended, by key: the next page stays the same when others are added or handled meanwhile.</summary>
internal static class QueueCursor
{
    private const string DayFormat = "yyyyMMdd";

    public static string After(DateOnly? dueOn, string reference) => $"{(dueOn ?? DateOnly.MinValue).ToString(DayFormat, CultureInfo.InvariantCulture)}.{reference}";

    public static string After(Signal last) => After(last.DueOn, last.Reference);

    /// <summary>Null for what cannot be read; that is the first page.</summary>
    public static (DateOnly Day, string Reference)? Read(string? cursor) =>
        cursor?.Split('.') is [var typedDay, var typedReference]
        && Reference.Parse(typedReference) is { } reference
        && DateOnly.TryParseExact(typedDay, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? (day, reference)
            : null;
}
