using SignaalPortaal.Domain.Deadlines;

namespace SignaalPortaal.Web.Texts;

/// <summary>Days in words, in the language of the page.</summary>
public static class Days
{
    extension(DateOnly day)
    {
        /// <summary>With the day of the week and the year.</summary>
        public string InFull => day.ToString("dddd d MMMM yyyy");

        /// <summary>Without the day of the week, and without the year when it is this one.</summary>
        public string InShort(DateOnly today) => day.ToString(day.Year == today.Year ? "d MMMM" : "d MMMM yyyy");
    }

    /// <summary>How far away a day is: today, 3 days left, 2 days late.</summary>
    public static string Away(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        0 => SharedTexts.DueToday,
        1 => SharedTexts.DueTomorrow,
        > 1 and var left => string.Format(SharedTexts.DaysLeft, left),
        -1 => SharedTexts.OneDayLate,
        var late => string.Format(SharedTexts.DaysLate, -late),
    };
}

/// <summary>Moments in words, in the language of the page.</summary>
public static class Moments
{
    extension(DateTimeOffset moment)
    {
        /// <summary>One of the fixed moments, which are at whole hours on a Dutch clock.</summary>
        public string MomentInFull => string.Format(SharedTexts.MomentInFull, moment.DutchDate.InFull, moment.InAmsterdam.Hour);
    }
}
