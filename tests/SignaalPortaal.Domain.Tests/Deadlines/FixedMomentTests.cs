using FsCheck;
using FsCheck.Fluent;
using SignaalPortaal.Domain.Deadlines;

namespace SignaalPortaal.Domain.Tests.Deadlines;

/// <summary>The moments at which the line hears of what has no name.</summary>
public class FixedMomentTests
{
    [Theory]
    [InlineData("2026-11-02 08:59:59", "2026-11-02 09:00")]
    [InlineData("2026-11-02 09:00:00", "2026-11-03 09:00")]
    [InlineData("2026-11-02 23:59:59", "2026-11-03 09:00")]
    [InlineData("2026-11-06 09:00:00", "2026-11-09 09:00")]
    [InlineData("2026-11-07 08:00:00", "2026-11-09 09:00")]
    [InlineData("2026-12-24 10:00:00", "2026-12-28 09:00")]
    [InlineData("2026-03-28 12:00:00", "2026-03-30 09:00")]
    [InlineData("2026-10-25 02:30:00", "2026-10-26 09:00")]
    public void A_signal_comes_to_the_line_at_nine_on_a_working_day(string sent, string seen) =>
        Shown(FixedMoment.ForSignals(Dutch(sent), WorkingCalendar.National)).ShouldBe(seen);

    [Theory]
    [InlineData("2026-11-02 08:59:59", "2026-11-02 09:00")]
    [InlineData("2026-11-02 09:00:00", "2026-11-02 13:00")]
    [InlineData("2026-11-02 12:59:59", "2026-11-02 13:00")]
    [InlineData("2026-11-02 13:00:00", "2026-11-03 09:00")]
    [InlineData("2026-11-06 13:00:00", "2026-11-09 09:00")]
    [InlineData("2026-11-08 12:00:00", "2026-11-09 09:00")]
    public void Mail_goes_at_nine_or_at_one(string done, string sent) =>
        Shown(FixedMoment.ForMail(Dutch(done), WorkingCalendar.National)).ShouldBe(sent);

    [Fact]
    public void Where_it_is_closed_nobody_hears_that_day()
    {
        var calendar = new WorkingCalendar(new HashSet<DateOnly> { new(2026, 11, 2), new(2026, 11, 3) });

        Shown(FixedMoment.ForSignals(Dutch("2026-11-02 08:00:00"), calendar)).ShouldBe("2026-11-04 09:00");
        Shown(FixedMoment.ForMail(Dutch("2026-11-03 10:00:00"), calendar)).ShouldBe("2026-11-04 09:00");
    }

    /// <summary>Nine o'clock stays nine on a Dutch clock, whatever it is elsewhere.</summary>
    [Theory]
    [InlineData("2026-03-27 10:00:00", "2026-03-30T07:00:00.0000000+00:00")]
    [InlineData("2026-10-23 10:00:00", "2026-10-26T08:00:00.0000000+00:00")]
    public void After_the_night_in_which_the_clock_moves_it_is_nine_again(string sent, string inUtc) =>
        FixedMoment.ForSignals(Dutch(sent), WorkingCalendar.National).ToString("O").ShouldBe(inUtc);

    /// <summary>Whenever it was sent in between, the moment is the same: it tells no more than the working day.</summary>
    [Fact]
    public void The_moment_is_the_first_one_after_it_of_a_working_day() => Prop
        .ForAll(Calendars.Any, Gen.Choose(0, 3 * 365 * 24 * 60).ToArbitrary(), (organisation, minutes) =>
        {
            var sent = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes);
            var day = sent.DutchDate;
            var isToday = organisation.IsWorkingDay(day) && sent < DutchTime.At(day, new TimeOnly(9, 0));

            var moment = FixedMoment.ForSignals(sent, organisation.Calendar);
            var mail = FixedMoment.ForMail(sent, organisation.Calendar);

            moment.ShouldBe(DutchTime.At(isToday ? day : organisation.After(day).First(), new TimeOnly(9, 0)));
            mail.ShouldBeGreaterThan(sent);
            mail.ShouldBeLessThanOrEqualTo(moment);
            TimeOnly.FromDateTime(mail.InAmsterdam.DateTime).ShouldBeOneOf(new TimeOnly(9, 0), new TimeOnly(13, 0));
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static DateTimeOffset Dutch(string text)
    {
        var moment = DateTime.Parse(text);
        return DutchTime.At(DateOnly.FromDateTime(moment), TimeOnly.FromDateTime(moment));
    }

    private static string Shown(DateTimeOffset moment) => moment.InAmsterdam.ToString("yyyy-MM-dd HH:mm");
}
