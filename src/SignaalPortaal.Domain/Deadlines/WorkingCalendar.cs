namespace SignaalPortaal.Domain.Deadlines;

/// <summary>
/// Working days: Monday to Friday without the generally recognised holidays of the Algemene termijnenwet, article 3
/// (the second paragraph puts Good Friday on the same footing), and without the days on which the organisation itself is closed.
/// </summary>
/// <param name="closedDays">The organisation's own.</param>
public sealed class WorkingCalendar(IReadOnlySet<DateOnly> closedDays)
{
    /// <summary>Of an organisation without closed days of its own.</summary>
    public static WorkingCalendar National { get; } = new(new HashSet<DateOnly>());

    public bool IsWorkingDay(DateOnly day) => IsWorkingDayOfTheLaw(day) && !closedDays.Contains(day);

    public static bool IsHoliday(DateOnly day)
    {
        var easter = EasterSunday(day.Year);
        return (day.Month, day.Day) is (1, 1) or (5, 5) or (12, 25) or (12, 26)
            || day == KingsDay(day.Year)
            || (day.DayNumber - easter.DayNumber) is GoodFriday or EasterMonday or AscensionDay or WhitMonday;
    }

    /// <summary>The day itself when <paramref name="count"/> is 0 and it is a working day, otherwise counted from the next day on.</summary>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        for (; count > 0; count--)
        {
            day = FirstWorkingDayFrom(day.AddDays(1));
        }

        return FirstWorkingDayFrom(day);
    }

    /// <summary>How many working days there are after <paramref name="from"/>, up to and including <paramref name="until"/>; 0 when that lies before it.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly until)
    {
        var count = 0;
        for (var day = from.AddDays(1); day <= until; day = day.AddDays(1))
        {
            count += IsWorkingDay(day) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The working day that lies <paramref name="count"/> working days before a day; that day itself need not be one.</summary>
    public DateOnly SubtractWorkingDays(DateOnly day, int count)
    {
        for (; count > 0; count--)
        {
            do
            {
                day = day.AddDays(-1);
            }
            while (!IsWorkingDay(day));
        }

        return day;
    }

    /// <summary>Holders should hear in time that a day comes near; three working days is half a short term.</summary>
    public bool IsSoon(DateOnly day, DateOnly today) => day >= today && WorkingDaysBetween(today, day) <= 3;

    public DateOnly FirstWorkingDayFrom(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>
    /// A legal term that ends on a Saturday, Sunday or holiday ends on the next day that is none of these (Algemene termijnenwet, article 1).
    /// That an organisation closes does not lengthen the law.
    /// </summary>
    public static DateOnly EndOfLegalTerm(DateOnly day)
    {
        while (!IsWorkingDayOfTheLaw(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private static bool IsWorkingDayOfTheLaw(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    private const int GoodFriday = -2;
    private const int EasterMonday = 1;
    private const int AscensionDay = 39;
    private const int WhitMonday = 50;

    /// <summary>27 April, or the day before when that is a Sunday.</summary>
    private static DateOnly KingsDay(int year)
    {
        var birthday = new DateOnly(year, 4, 27);
        return birthday.DayOfWeek is DayOfWeek.Sunday ? birthday.AddDays(-1) : birthday;
    }

    /// <summary>The Gregorian computus in the form of Meeus, Jones and Butcher; the letters are theirs.</summary>
    private static DateOnly EasterSunday(int year)
    {
        var a = year % 19;
        var (b, c) = Math.DivRem(year, 100);
        var (d, e) = Math.DivRem(b, 4);
        var f = (b + 8) / 25;
        var g = (b - f + 1) / 3;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = Math.DivRem(c, 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var (month, day) = Math.DivRem(h + l - (7 * m) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }
}
