using FsCheck;
using FsCheck.Fluent;
using SignaalPortaal.Domain.Deadlines;

namespace SignaalPortaal.Domain.Tests.Deadlines;

public class RemindersTests
{
    [Fact]
    public void There_is_one_half_way_and_one_two_working_days_before_the_last_day() =>
        AllOf(Reminders.Default, Given.November(2), Given.November(30)).ShouldBe([Given.November(16), Given.November(26)]);

    [Fact]
    public void Each_organisation_chooses()
    {
        AllOf(new(HalfWay: true, 0), Given.November(2), Given.November(30)).ShouldBe([Given.November(16)]);
        AllOf(new(HalfWay: false, 1), Given.November(2), Given.November(30)).ShouldBe([Given.November(27)]);
        AllOf(new(HalfWay: false, Reminders.MostWorkingDaysBefore), Given.November(2), Given.November(30)).ShouldBe([Given.November(16)]);
        AllOf(new(HalfWay: false, 0), Given.November(2), Given.November(30)).ShouldBeEmpty();
    }

    [Fact]
    public void Two_on_the_same_day_are_one() =>
        AllOf(Reminders.Default, Given.November(2), Given.November(5)).ShouldBe([Given.November(3)]);

    [Fact]
    public void Half_way_in_a_weekend_is_the_working_day_after_it() =>
        AllOf(new(HalfWay: true, 0), Given.November(2), Given.November(13)).ShouldBe([Given.November(9)]);

    [Fact]
    public void A_last_day_in_a_weekend_has_two_working_days_before_it_too() =>
        AllOf(new(HalfWay: false, 2), Given.November(2), Given.November(29)).ShouldBe([Given.November(26)]);

    [Fact]
    public void There_is_none_when_the_last_day_is_today_or_the_next_working_day()
    {
        AllOf(Reminders.Default, Given.November(2), Given.November(2)).ShouldBeEmpty();
        AllOf(Reminders.Default, Given.November(2), Given.November(3)).ShouldBeEmpty();
        AllOf(Reminders.Default, Given.November(6), Given.November(9)).ShouldBeEmpty();
    }

    [Fact]
    public void On_a_day_on_which_the_organisation_is_closed_nobody_is_reminded()
    {
        var calendar = Given.Monday.ClosedOn(Given.November(16), Given.November(26)).Calendar;

        AllOf(Reminders.Default, Given.November(2), Given.November(30), calendar).ShouldBe([Given.November(17), Given.November(25)]);
    }

    [Fact]
    public void A_reminder_is_on_a_working_day_after_the_first_day_and_before_the_last() => Prop
        .ForAll(
            Gen.Choose(0, 12).SelectMany(before => Gen.Elements(true, false).Select(halfWay => new Reminders(halfWay, before))).ToArbitrary(),
            Gen.Choose(0, 400).SelectMany(start => Gen.Choose(0, 100).Select(length => (start, length))).ToArbitrary(),
            Calendars.Any,
            (reminders, term, organisation) =>
            {
                var start = Given.November(1).AddDays(term.start);
                var lastDay = start.AddDays(term.length);
                var days = AllOf(reminders, start, lastDay, organisation.Calendar);
                return days.Count <= 2 && days.All(day => day > start && day < lastDay && organisation.IsWorkingDay(day));
            })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static List<DateOnly> AllOf(Reminders reminders, DateOnly start, DateOnly lastDay, WorkingCalendar? calendar = null)
    {
        var days = new List<DateOnly>();
        for (DateOnly? after = start; after is not null && days.Count < 10; after = Next(after.Value))
        {
            days.Add(after.Value);
        }

        return days[1..];

        DateOnly? Next(DateOnly after) => reminders.Next(start, lastDay, after, calendar ?? WorkingCalendar.National);
    }
}
