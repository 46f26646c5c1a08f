namespace SignaalPortaal.Domain.Deadlines;

/// <summary>
/// Moments of the day, the same every day, at which the line hears of what was raised confidentially or anonymously, all at once. Not when it was
/// sent: who sat at a computer then is known.
/// </summary>
public static class FixedMoment
{
    private static readonly TimeOnly Morning = new(9, 0);
    private static readonly TimeOnly Afternoon = new(13, 0);

    /// <summary>Every day of the week, for what cannot wait for a working day. At none of these hours is a clock put forward or back.</summary>
    private static readonly TimeOnly[] Urgent = [Morning, Afternoon, new(17, 0), new(21, 0)];

    /// <summary>The next moment at which new signals come to the line; in UTC.</summary>
    public static DateTimeOffset ForSignals(DateTimeOffset moment, WorkingCalendar calendar) => After(moment, calendar, [Morning]);

    /// <summary>The next moment at which mail goes out about what a reporter without a name did; in UTC.</summary>
    public static DateTimeOffset ForMail(DateTimeOffset moment, WorkingCalendar calendar) => After(moment, calendar, [Morning, Afternoon]);

    /// <summary>The next moment at which the line hears of what cannot wait for a working day; in UTC.</summary>
    public static DateTimeOffset ForUrgent(DateTimeOffset moment) => UrgentAround(moment).First(fixedMoment => fixedMoment > moment);

    /// <summary>
    /// The last moment of those at or before this one; in UTC. A term of the law that counts from it is never later than the law allows, and the same for
    /// whoever sent something between this moment and the next.
    /// </summary>
    public static DateTimeOffset Before(DateTimeOffset moment) => UrgentAround(moment).Last(fixedMoment => fixedMoment <= moment);

    private static IEnumerable<DateTimeOffset> UrgentAround(DateTimeOffset moment) =>
        from days in Enumerable.Range(-1, 3)
        from time in Urgent
        select DutchTime.At(moment.DutchDate.AddDays(days), time);

    private static DateTimeOffset After(DateTimeOffset moment, WorkingCalendar calendar, ReadOnlySpan<TimeOnly> times)
    {
        var today = moment.DutchDate;
        foreach (var time in times)
        {
            if (calendar.IsWorkingDay(today) && moment < DutchTime.At(today, time))
            {
                return DutchTime.At(today, time);
            }
        }

        return DutchTime.At(calendar.FirstWorkingDayFrom(today.AddDays(1)), times[0]);
    }
}
