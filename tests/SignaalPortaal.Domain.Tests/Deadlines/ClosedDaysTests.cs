using FsCheck;
using FsCheck.Fluent;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Deadlines;

public class ClosedDaysTests
{
    [Fact]
    public void Working_days_skip_a_day_on_which_the_organisation_is_closed()
    {
        var calendar = Given.Monday.ClosedOn(Given.November(4)).Calendar;

        calendar.IsWorkingDay(Given.November(4)).ShouldBeFalse();
        calendar.AddWorkingDays(Given.November(2), 3).ShouldBe(Given.November(6));
        calendar.SubtractWorkingDays(Given.November(6), 3).ShouldBe(Given.November(2));
        calendar.WorkingDaysBetween(Given.November(2), Given.November(6)).ShouldBe(3);
        calendar.FirstWorkingDayFrom(Given.November(4)).ShouldBe(Given.November(5));
    }

    [Fact]
    public void A_signal_is_due_later_when_the_organisation_is_closed()
    {
        var now = Given.Monday.ClosedOn(Given.November(4));

        var signal = Signal.Submit(
            SignalKind.Bottleneck, Given.Content, RiskLevel.Low, aboutMyManager: false, Given.FromTeam, Given.FromTeam, Given.Desk,
            by: Given.Reporter, now);

        (signal.DueOn, signal.AnswerBy).ShouldBe((Given.November(6), Given.December(1)));
    }

    [Fact]
    public void A_term_of_the_law_is_not_lengthened_by_that()
    {
        var now = Given.Monday.ClosedOn(Given.November(9), new DateOnly(2027, 2, 9));

        var signal = Signal.Submit(
            SignalKind.Wrongdoing, Given.Content, RiskLevel.Low, aboutMyManager: false, Given.FromTeam, Given.FromTeam, Given.Desk,
            by: Given.Reporter, now);

        (signal.DueOn, signal.AnswerBy).ShouldBe((Given.November(9), new DateOnly(2027, 2, 9)));
    }

    [Fact]
    public void So_many_working_days_are_the_days_that_one_counts_on_the_wall() => Always((organisation, day, count) =>
    {
        var end = organisation.Calendar.AddWorkingDays(day, count);
        var counted = count == 0 && organisation.IsWorkingDay(day) ? day : organisation.After(day).ElementAt(Math.Max(count - 1, 0));
        return end == counted && end >= day.AddDays(count);
    });

    [Fact]
    public void A_later_start_or_more_days_never_end_earlier() => Always((organisation, day, count) =>
    {
        var end = organisation.Calendar.AddWorkingDays(day, count);
        return organisation.Calendar.AddWorkingDays(day.AddDays(1), count) >= end
            && organisation.Calendar.AddWorkingDays(day, count + 1) >= end;
    });

    [Fact]
    public void Counting_back_comes_to_a_working_day_with_so_many_in_between() => Always((organisation, day, count) =>
    {
        var start = organisation.Calendar.SubtractWorkingDays(day, count);
        return count == 0 ? start == day : organisation.IsWorkingDay(start)
            && organisation.Calendar.WorkingDaysBetween(start.AddDays(-1), day.AddDays(-1)) == count;
    });

    [Fact]
    public void A_term_of_the_law_ends_on_its_own_day_or_the_first_day_after_it_that_is_no_weekend_and_no_holiday() =>
        Always((organisation, day, count) =>
        {
            var ends = new[]
            {
                (Own: day.AddDays(count), End: Term.LegalDays(count).EndsOn(day, organisation.Calendar)),
                (Own: day.AddMonths(count), End: Term.LegalMonths(count).EndsOn(day, organisation.Calendar)),
            };
            return ends.All(term =>
                term.End == Enumerable.Range(0, 10).Select(term.Own.AddDays).First(Calendars.IsWorkingDayOfTheLaw));
        });

    private static void Always(Func<Calendars, DateOnly, int, bool> holds) => Prop
        .ForAll(
            Calendars.Any,
            Gen.Choose(0, 1000).Select(new DateOnly(2026, 1, 1).AddDays).ToArbitrary(),
            Gen.Choose(0, 45).ToArbitrary(),
            holds)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300));
}
