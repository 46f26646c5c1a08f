using System.Globalization;
using SignaalPortaal.Domain.Deadlines;

namespace SignaalPortaal.Domain.Tests.Deadlines;

public class DutchTimeTests
{
    [Theory]
    [InlineData("2026-01-15T22:59:59Z", "2026-01-15")]
    [InlineData("2026-01-15T23:00:00Z", "2026-01-16")]
    [InlineData("2026-07-15T21:59:59Z", "2026-07-15")]
    [InlineData("2026-07-15T22:00:00Z", "2026-07-16")]
    [InlineData("2026-12-31T23:00:00Z", "2027-01-01")]
    public void A_day_starts_at_midnight_on_a_dutch_clock(string moment, string day) =>
        Moment(moment).DutchDate.ShouldBe(DateOnly.Parse(day));

    [Theory]
    [InlineData("2026-03-28T22:59:59Z", "2026-03-28")]
    [InlineData("2026-03-28T23:00:00Z", "2026-03-29")]
    [InlineData("2026-03-29T00:59:59Z", "2026-03-29")]
    [InlineData("2026-03-29T01:00:00Z", "2026-03-29")]
    [InlineData("2026-03-29T21:59:59Z", "2026-03-29")]
    [InlineData("2026-03-29T22:00:00Z", "2026-03-30")]
    public void The_day_on_which_summer_time_starts_has_23_hours(string moment, string day) =>
        Moment(moment).DutchDate.ShouldBe(DateOnly.Parse(day));

    [Theory]
    [InlineData("2026-10-24T21:59:59Z", "2026-10-24")]
    [InlineData("2026-10-24T22:00:00Z", "2026-10-25")]
    [InlineData("2026-10-25T00:59:59Z", "2026-10-25")]
    [InlineData("2026-10-25T01:00:00Z", "2026-10-25")]
    [InlineData("2026-10-25T22:59:59Z", "2026-10-25")]
    [InlineData("2026-10-25T23:00:00Z", "2026-10-26")]
    public void The_day_on_which_summer_time_ends_has_25_hours(string moment, string day) =>
        Moment(moment).DutchDate.ShouldBe(DateOnly.Parse(day));

    [Theory]
    [InlineData("2026-03-29T00:59:59Z", "01:59:59 +01:00")]
    [InlineData("2026-03-29T01:00:00Z", "03:00:00 +02:00")]
    [InlineData("2026-10-25T00:59:59Z", "02:59:59 +02:00")]
    [InlineData("2026-10-25T01:00:00Z", "02:00:00 +01:00")]
    public void The_clock_is_put_forward_and_back_at_night(string moment, string clock) =>
        Moment(moment).InAmsterdam.ToString("HH:mm:ss zzz", CultureInfo.InvariantCulture).ShouldBe(clock);

    [Theory]
    [InlineData("2026-07-16T07:00:00+09:00")]
    [InlineData("2026-07-15T12:00:00-10:00")]
    public void The_day_is_the_same_wherever_the_moment_was_noted(string moment) =>
        Moment(moment).DutchDate.ShouldBe(new DateOnly(2026, 7, 16));

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
