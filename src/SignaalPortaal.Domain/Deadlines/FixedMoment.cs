namespace SignaalPortaal.Domain.Deadlines;

/// <summary>
/// Moments of a working day, the same every day, at which the line hears of what was raised confidentially or anonymously, all at once. Not when it was
/// sent: who sat at a computer then is known.
/// </summary>
public static class FixedMoment
{
    private static readonly TimeOnly Morning = new(9, 0);
    private static readonly TimeOnly Afternoon = new(13, 0);

    /// <summary>The next moment at which new signals come to the line; in UTC.</summary>
    public static DateTimeOffset ForSignals(DateTimeOffset moment, WorkingCalendar calendar) => After(moment, calendar, [Morning]);

    /// <summary>The next moment at which mail goes out about what a reporter without a name did; in UTC.</summary>
    public static DateTimeOffset ForMail(DateTimeOffset moment, WorkingCalendar calendar) => After(moment, calendar, [Morning, Afternoon]);

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
