namespace SignaalPortaal.Domain.Deadlines;

/// <summary>When people are mailed: on working days between eight and six, Dutch time. What cannot wait does not wait for it.</summary>
public static class OfficeHours
{
    private static readonly TimeOnly Opening = new(8, 0);
    private static readonly TimeOnly Closing = new(18, 0);

    /// <summary>The moment itself, or the next one at which people are mailed; in UTC.</summary>
    public static DateTimeOffset From(DateTimeOffset moment, WorkingCalendar calendar)
    {
        var local = moment.InAmsterdam;
        var (today, time) = (moment.DutchDate, TimeOnly.FromDateTime(local.DateTime));
        if (calendar.IsWorkingDay(today) && time >= Opening && time < Closing)
        {
            return moment;
        }

        return DutchTime.At(calendar.FirstWorkingDayFrom(time < Opening ? today : today.AddDays(1)), Opening);
    }
}
