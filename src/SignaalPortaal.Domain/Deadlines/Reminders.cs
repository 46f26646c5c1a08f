namespace SignaalPortaal.Domain.Deadlines;

/// <summary>When whoever must act is reminded of a coming last day. Each organisation chooses.</summary>
/// <param name="HalfWay">Half-way the term.</param>
/// <param name="WorkingDaysBefore">So many working days before the last day; 0 for never.</param>
public sealed record Reminders(bool HalfWay, int WorkingDaysBefore)
{
    public const int MostWorkingDaysBefore = 10;

    public static Reminders Default { get; } = new(HalfWay: true, WorkingDaysBefore: 2);

    /// <summary>The first working day after <paramref name="after"/> on which to remind; null when there is none before the last day itself.</summary>
    /// <param name="start">The day on which the term began.</param>
    /// <param name="lastDay">The last day in time.</param>
    public DateOnly? Next(DateOnly start, DateOnly lastDay, DateOnly after, WorkingCalendar calendar)
    {
        DateOnly? halfWay = HalfWay ? calendar.FirstWorkingDayFrom(start.AddDays((lastDay.DayNumber - start.DayNumber) / 2)) : null;
        DateOnly? before = WorkingDaysBefore > 0 ? calendar.SubtractWorkingDays(lastDay, WorkingDaysBefore) : null;
        return new[] { halfWay, before }.Where(day => day > after && day > start && day < lastDay).Min();
    }
}
