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
}
