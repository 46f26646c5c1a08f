namespace SignaalPortaal.Domain.Deadlines;

/// <summary>Moments are kept in UTC; what people promise each other is a day in the Netherlands.</summary>
public static class DutchTime
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    extension(DateTimeOffset moment)
    {
        /// <summary>The same moment on a Dutch clock.</summary>
        public DateTimeOffset InAmsterdam => TimeZoneInfo.ConvertTime(moment, Amsterdam);

        /// <summary>The day it is in the Netherlands at this moment.</summary>
        public DateOnly DutchDate => DateOnly.FromDateTime(moment.InAmsterdam.DateTime);
    }

    /// <summary>The moment at which a Dutch clock shows this time on this day, in UTC.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, Amsterdam.GetUtcOffset(local)).ToUniversalTime();
    }
}
