using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Publications;

/// <summary>What publications say about a signal follows from its events.</summary>
public sealed class SignalCourseTests
{
    private static readonly DateOnly Raised = new(2026, 7, 1);
    private static readonly DateOnly AnswerBy = new(2026, 7, 29);
    private static readonly Guid Team = Guid.NewGuid();
    private static readonly Guid Department = Guid.NewGuid();

    private static readonly Submitted Start = new(Team, AcknowledgeBy: new DateOnly(2026, 7, 6), AnswerBy);
    private static readonly Acknowledged Read = new(AnswerBy, "Ik kijk ernaar.");
    private static readonly Answered Answer = new(Outcome.AlreadyArranged, "Opgelost.", VerdictBy: new DateOnly(2026, 9, 1));
    private static readonly Escalated Silence = new(
        EscalationCause.BySilence, Team, Department, new DateOnly(2026, 7, 10), new DateOnly(2026, 8, 20), MissedOn: new DateOnly(2026, 7, 6));

    [Fact]
    public void It_starts_new_where_it_was_raised()
    {
        var course = CourseOf((Start, 1));

        course.Status.ShouldBe(PublishedStatus.New);
        course.Start.ShouldBe(Team);
    }

    [Fact]
    public void Each_event_says_how_it_stands()
    {
        CourseOf((Start, 1), (Read, 2)).Status.ShouldBe(PublishedStatus.InProgress);
        CourseOf((Start, 1), (Read, 2), (Silence, 7)).Status.ShouldBe(PublishedStatus.New);
        CourseOf((Start, 1), (Answer, 7)).Status.ShouldBe(PublishedStatus.Answered);
        CourseOf((Start, 1), (Answer, 7), (new VerdictGiven(Verdict.NotUnderstood, Closes: false), 8)).Status.ShouldBe(PublishedStatus.Answered);
        CourseOf((Start, 1), (Answer, 7), (new VerdictGiven(Verdict.Understood, Closes: true), 8)).Status.ShouldBe(PublishedStatus.Closed);
        CourseOf((Start, 1), (Answer, 7), (new ClosedWithoutReaction(new DateOnly(2026, 9, 1)), 60)).Status.ShouldBe(PublishedStatus.Closed);
        CourseOf((Start, 1), (new Withdrawn("Toch niet."), 3)).Status.ShouldBe(PublishedStatus.Withdrawn);
    }

    [Fact]
    public void The_last_day_is_in_time_and_the_day_after_it_is_not()
    {
        CourseOf((Start, 1), (Read, 2), (Answer, 29)).IsAnsweredInTime.ShouldBeTrue();
        CourseOf((Start, 1), (Read, 2), (Answer, 30)).IsAnsweredInTime.ShouldBeFalse();
    }

    [Fact]
    public void What_was_expected_sooner_is_in_time_until_then() =>
        CourseOf((Start, 1), (Read with { ExpectedOn = new DateOnly(2026, 7, 10) }, 2), (Answer, 11)).IsAnsweredInTime.ShouldBeFalse();

    [Fact]
    public void Postponing_rerouting_and_handing_over_make_nothing_in_time()
    {
        var later = new DateOnly(2026, 9, 30);

        CourseOf((Start, 1), (Read, 2), (new Postponed(AnswerBy, later, "Druk."), 20), (Answer, 30)).IsAnsweredInTime.ShouldBeFalse();
        CourseOf((Start, 1), (new Rerouted(Team, Department, later, later, "Hoort daar."), 20), (Answer, 30)).IsAnsweredInTime.ShouldBeFalse();
        CourseOf((Start, 1), (new HandedOver(Team, Department, later, later), 20), (Answer, 30)).IsAnsweredInTime.ShouldBeFalse();
    }

    [Fact]
    public void After_silence_no_answer_is_in_time()
    {
        CourseOf((Start, 1), (Silence, 7), (Answer, 8)).IsAnsweredInTime.ShouldBeFalse();
        CourseOf((Start, 1), (new TermMissed(new DateOnly(2026, 7, 6), Times: 1), 7), (Answer, 8)).IsAnsweredInTime.ShouldBeFalse();
        CourseOf((Start, 1), (Silence, 7), (Silence with { Cause = EscalationCause.ByManager, Reason = "Te groot.", Advice = "Doen." }, 8), (Answer, 9))
            .IsAnsweredInTime.ShouldBeFalse();
    }

    [Fact]
    public void Who_disagrees_gets_a_new_term()
    {
        var disagreed = Silence with { Cause = EscalationCause.ByReporter, MissedOn = null };

        CourseOf((Start, 1), (Answer, 30), (disagreed, 31), (Answer, 40)).IsAnsweredInTime.ShouldBeTrue();
        CourseOf((Start, 1), (Answer, 30), (disagreed, 31), (Answer, 52)).IsAnsweredInTime.ShouldBeFalse();
    }

    [Fact]
    public void The_days_of_a_question_do_not_count()
    {
        var question = new Asked("Welke brief?", ReplyBy: new DateOnly(2026, 8, 10), StoppedOn: AnswerBy);
        var reply = new Replied("Die over huur.", DueOn: AnswerBy.AddDays(5));

        CourseOf((Start, 1), (Read, 2), (question, 27), (Answer, 33)).IsAnsweredInTime.ShouldBeTrue();
        CourseOf((Start, 1), (Read, 2), (question, 27), (reply, 32), (Answer, 34)).IsAnsweredInTime.ShouldBeTrue();
        CourseOf((Start, 1), (Read, 2), (question, 27), (reply, 32), (Answer, 35)).IsAnsweredInTime.ShouldBeFalse();
        CourseOf((Start, 1), (Read, 2), (question, 30), (Answer, 33)).IsAnsweredInTime.ShouldBeFalse();
    }

    [Theory]
    [InlineData(1, AnswerTime.WithinAWeek)]
    [InlineData(8, AnswerTime.WithinAWeek)]
    [InlineData(9, AnswerTime.WithinAMonth)]
    [InlineData(32, AnswerTime.WithinAMonth)]
    [InlineData(33, AnswerTime.WithinTwoMonths)]
    [InlineData(63, AnswerTime.WithinTwoMonths)]
    [InlineData(64, AnswerTime.WithinAQuarter)]
    [InlineData(93, AnswerTime.WithinAQuarter)]
    [InlineData(94, AnswerTime.Longer)]
    public void The_time_to_an_answer_counts_from_raising(int day, AnswerTime expected) => CourseOf((Start, 1), (Answer, day)).AnswerTime.ShouldBe(expected);

    [Fact]
    public void At_the_top_it_is_overdue_until_somebody_acts()
    {
        var missed = new TermMissed(new DateOnly(2026, 7, 6), Times: 1);

        CourseOf((Start, 1), (missed, 7)).IsOverdueAtTheTop.ShouldBeTrue();
        CourseOf((Start, 1), (missed, 7), (new FactsAdded("Nog steeds."), 8)).IsOverdueAtTheTop.ShouldBeTrue();
        CourseOf((Start, 1), (missed, 7), (new Updated("We zijn bezig."), 8)).IsOverdueAtTheTop.ShouldBeTrue();
        CourseOf((Start, 1), (missed, 7), (Read, 8)).IsOverdueAtTheTop.ShouldBeFalse();
        CourseOf((Start, 1), (missed, 7), (Answer, 8)).IsOverdueAtTheTop.ShouldBeFalse();
    }

    /// <param name="events">With the day, counted from 1 July.</param>
    private static SignalCourse CourseOf(params (TimelineEvent Happened, int Day)[] events)
    {
        var course = SignalCourse.From(Raised);
        foreach (var (happened, day) in events)
        {
            course.Add(happened, Raised.AddDays(day - 1));
        }

        return course;
    }
}
