using FsCheck;
using FsCheck.Fluent;
using SignaalPortaal.Domain.Deadlines;

namespace SignaalPortaal.Domain.Tests.Deadlines;

public class WorkingCalendarTests
{
    private static readonly DateOnly First = new(2024, 1, 1);
    private static readonly DateOnly Last = new(2035, 12, 31);

    [Fact]
    public void The_holidays_are_those_of_the_published_calendars()
    {
        var holidays = Days.Where(WorkingCalendar.IsHoliday);

        holidays.ShouldBe(DutchHolidays.From2024Until2035.Order());
    }

    [Fact]
    public void A_working_day_is_a_weekday_that_is_no_holiday()
    {
        foreach (var day in Days)
        {
            var isWeekday = day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

            WorkingCalendar.National.IsWorkingDay(day).ShouldBe(isWeekday && !DutchHolidays.From2024Until2035.Contains(day), day.ToString("O"));
        }
    }

    [Theory]
    [InlineData("2026-11-02", 0, "2026-11-02")]
    [InlineData("2026-11-02", 5, "2026-11-09")]
    [InlineData("2026-11-06", 1, "2026-11-09")]
    [InlineData("2026-11-07", 0, "2026-11-09")]
    [InlineData("2026-11-07", 1, "2026-11-09")]
    [InlineData("2026-11-07", 2, "2026-11-10")]
    [InlineData("2026-12-24", 1, "2026-12-28")]
    [InlineData("2026-12-31", 1, "2027-01-04")]
    [InlineData("2026-04-02", 1, "2026-04-07")]
    [InlineData("2027-05-04", 1, "2027-05-07")]
    [InlineData("2025-04-25", 1, "2025-04-28")]
    public void Working_days_are_counted_from_the_next_day_on(string start, int count, string end) =>
        WorkingCalendar.National.AddWorkingDays(DateOnly.Parse(start), count).ShouldBe(DateOnly.Parse(end));

    [Fact]
    public void So_many_working_days_take_at_least_as_many_days() => Always((day, count) =>
        WorkingCalendar.National.AddWorkingDays(day, count) >= day.AddDays(count));

    [Fact]
    public void Counting_working_days_ends_on_a_working_day() => Always((day, count) =>
        WorkingCalendar.National.IsWorkingDay(WorkingCalendar.National.AddWorkingDays(day, count)));

    [Fact]
    public void A_later_start_never_ends_earlier() => Always((day, count) =>
        WorkingCalendar.National.AddWorkingDays(day.AddDays(1), count) >= WorkingCalendar.National.AddWorkingDays(day, count));

    [Fact]
    public void More_working_days_never_end_earlier() => Always((day, count) =>
        count == 0
            ? WorkingCalendar.National.AddWorkingDays(day, 1) >= WorkingCalendar.National.AddWorkingDays(day, 0)
            : WorkingCalendar.National.AddWorkingDays(day, count + 1) > WorkingCalendar.National.AddWorkingDays(day, count));

    [Fact]
    public void The_working_days_between_are_those_that_were_added() => Always((day, count) =>
        (count == 0 && !WorkingCalendar.National.IsWorkingDay(day))
        || WorkingCalendar.National.WorkingDaysBetween(day, WorkingCalendar.National.AddWorkingDays(day, count)) == count);

    [Fact]
    public void There_are_no_working_days_before_the_start() => Always((day, count) =>
        WorkingCalendar.National.WorkingDaysBetween(day, day.AddDays(-count)) == 0);

    [Fact]
    public void A_legal_term_never_ends_on_a_weekend_or_a_holiday() => Always((day, count) =>
        new[] { Term.LegalDays(count).EndsOn(day, WorkingCalendar.National), Term.LegalMonths(count).EndsOn(day, WorkingCalendar.National) }
            .All(end => end.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !DutchHolidays.From2024Until2035.Contains(end)));

    [Fact]
    public void A_legal_term_ends_on_its_own_day_or_the_first_working_day_after_it() => Always((day, count) =>
    {
        var (own, end) = (day.AddDays(count), Term.LegalDays(count).EndsOn(day, WorkingCalendar.National));
        var late = Enumerable.Range(0, end.DayNumber - own.DayNumber).Select(own.AddDays);
        return !late.Any(WorkingCalendar.National.IsWorkingDay);
    });

    private static IEnumerable<DateOnly> Days =>
        Enumerable.Range(First.DayNumber, Last.DayNumber - First.DayNumber + 1).Select(DateOnly.FromDayNumber);

    private static void Always(Func<DateOnly, int, bool> holds) => Prop
        .ForAll(
            Gen.Choose(First.DayNumber, new DateOnly(2031, 1, 1).DayNumber).Select(DateOnly.FromDayNumber).ToArbitrary(),
            Gen.Choose(0, 45).ToArbitrary(),
            holds)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
