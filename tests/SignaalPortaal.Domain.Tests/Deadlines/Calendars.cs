using FsCheck;
using FsCheck.Fluent;
using SignaalPortaal.Domain.Deadlines;

namespace SignaalPortaal.Domain.Tests.Deadlines;

/// <summary>An organisation with random closed days of its own, from 2026 until 2029, and a second opinion on what is a working day.</summary>
internal sealed record Calendars(IReadOnlySet<DateOnly> ClosedDays)
{
    public WorkingCalendar Calendar { get; } = new(ClosedDays);

    public bool IsWorkingDay(DateOnly day) => IsWorkingDayOfTheLaw(day) && !ClosedDays.Contains(day);

    public static bool IsWorkingDayOfTheLaw(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !DutchHolidays.From2024Until2035.Contains(day);

    /// <summary>The working days after a day, the first first.</summary>
    public IEnumerable<DateOnly> After(DateOnly day) => Enumerable.Range(1, 400).Select(day.AddDays).Where(IsWorkingDay);

    public override string ToString() => $"Closed on {string.Join(", ", ClosedDays.Order().Select(day => $"{day:O}"))}";

    /// <summary>Single days, and a few weeks in which everything is closed.</summary>
    public static Arbitrary<Calendars> Any { get; } = Generator.ToArbitrary();

    private static Gen<Calendars> Generator =>
        from days in Gen.Choose(0, 1400).ArrayOf()
        from weeks in Gen.Choose(0, 200).ArrayOf().Resize(4)
        select new Calendars(days.Concat(weeks.SelectMany(week => Enumerable.Range(7 * week, 7)))
            .Select(new DateOnly(2026, 1, 1).AddDays).ToHashSet());
}
