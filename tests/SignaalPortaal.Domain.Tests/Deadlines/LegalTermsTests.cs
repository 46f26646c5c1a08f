using FsCheck;
using FsCheck.Fluent;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Deadlines;

/// <summary>
/// What the law and the promise of 24 hours count, they count from receipt. Of a reporter without a name that is the fixed moment before it: earlier than
/// the law asks, and the same for everybody who sent something in those hours.
/// </summary>
public class LegalTermsTests
{
    [Theory]
    // The Friday evening before Easter: the law counts from that Friday, and the desk sees it on Saturday morning.
    [InlineData("2026-04-03 22:15", "2026-04-03", "2026-04-04 09:00", "2026-04-04", "2026-04-10")]
    // The nights in which the clock moves.
    [InlineData("2026-03-29 01:30", "2026-03-28", "2026-03-29 09:00", "2026-03-29", "2026-04-07")]
    [InlineData("2026-03-29 03:30", "2026-03-28", "2026-03-29 09:00", "2026-03-29", "2026-04-07")]
    [InlineData("2026-10-25 02:30", "2026-10-24", "2026-10-25 09:00", "2026-10-25", "2026-11-02")]
    // The end of the year.
    [InlineData("2026-12-31 23:59", "2026-12-31", "2027-01-01 09:00", "2027-01-01", "2027-01-07")]
    [InlineData("2027-01-01 00:00", "2026-12-31", "2027-01-01 09:00", "2027-01-01", "2027-01-07")]
    [InlineData("2026-12-18 10:00", "2026-12-18", "2026-12-18 13:00", "2026-12-19", "2026-12-28")]
    public void What_has_no_name_counts_from_the_fixed_moment_before_it(string sent, string received, string seen, string contactBy, string acknowledgeBy)
    {
        var (aggression, wrongdoing) = (Submit(SignalKind.Aggression, Dutch(sent)), Submit(SignalKind.Wrongdoing, Dutch(sent)));

        aggression.HiddenUntil!.Value.InAmsterdam.ToString("yyyy-MM-dd HH:mm").ShouldBe(seen);
        aggression.Contacts.Single(contact => contact.Step is ContactStep.FirstDay).By.ShouldBe(Day(contactBy));
        aggression.DueOn.ShouldBe(Day(contactBy));
        wrongdoing.DueOn.ShouldBe(Day(acknowledgeBy));
        Terms(wrongdoing).ReceivedOn.ShouldBe(Day(received));
    }

    [Fact]
    public void No_term_is_later_than_the_law_allows_and_none_ends_before_somebody_could_read_it() => Prop
        .ForAll(AnyMoment, Gen.Elements(Enum.GetValues<WhenSeen>()).ToArbitrary(), Gen.Elements(SignalKind.Aggression, SignalKind.Wrongdoing).ToArbitrary(), (sent, seen, kind) =>
        {
            var signal = Submit(kind, sent, seen);

            var legal = Next(sent.DutchDate.AddDays(kind is SignalKind.Aggression ? 1 : 7), isLegal: kind is SignalKind.Wrongdoing);
            signal.DueOn!.Value.ShouldBeLessThanOrEqualTo(legal);
            signal.DueOn.Value.ShouldBeGreaterThanOrEqualTo(signal.RaisedOn);
            foreach (var contact in signal.Contacts)
            {
                contact.By.ShouldBeLessThanOrEqualTo(contact.Step.By(sent.DutchDate));
                contact.By.ShouldBeGreaterThanOrEqualTo(signal.RaisedOn);
            }

            if (kind is SignalKind.Wrongdoing)
            {
                signal.AnswerBy.ShouldBeLessThanOrEqualTo(Next(legal.AddMonths(3), isLegal: true));
                Terms(signal).ShouldBe(new LegalTerms(FixedMoment.Before(sent).DutchDate, signal.DueOn.Value, null, signal.AnswerBy, null));
            }
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Between_two_moments_all_that_is_kept_is_the_same() => Prop
        .ForAll(AnyMoment, Gen.Elements(SignalKind.Aggression, SignalKind.Wrongdoing, SignalKind.Bottleneck).ToArbitrary(), (sent, kind) =>
        {
            var (first, last) = (FixedMoment.Before(sent), FixedMoment.ForUrgent(sent).AddTicks(-1));

            var kept = new[] { first, sent, last }.Select(moment => Submit(kind, moment, risk: RiskLevel.StopNow)).Select(signal => (
                signal.RaisedOn, signal.HiddenUntil, signal.DueOn, signal.AnswerBy, signal.UpdateBy, signal.RemindOn, signal.NextStepOn, signal.TermStartedOn,
                signal.Timeline[0].At, Facts: signal.Timeline[0].Facts, Contacts: string.Join(' ', signal.Contacts.Select(contact => contact.By)))).Distinct();

            kept.ShouldHaveSingleItem();
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Seen_at_once_means_at_once_and_only_where_it_cannot_wait()
    {
        var evening = Dutch("2026-04-03 22:15");

        Shelter.HidesUntil(SignalKind.Aggression, RiskLevel.Low, WhenSeen.AtOnce, evening, WorkingCalendar.National).ShouldBeNull();
        Shelter.HidesUntil(SignalKind.Idea, RiskLevel.StopNow, WhenSeen.AtOnce, evening, WorkingCalendar.National).ShouldBeNull();
        Shelter.HidesUntil(SignalKind.Idea, RiskLevel.High, WhenSeen.AtOnce, evening, WorkingCalendar.National).ShouldBe(Dutch("2026-04-07 09:00"));
        Shelter.HidesUntil(SignalKind.Wrongdoing, RiskLevel.Low, WhenSeen.AtAFixedMoment, evening, WorkingCalendar.National).ShouldBe(Dutch("2026-04-04 09:00"));
    }

    /// <summary>The case of the register: raised on Friday 18 December, acknowledged on Monday 28 December, as Christmas lengthens the seven days.</summary>
    [Fact]
    public void What_the_portal_calls_in_time_the_register_does_too()
    {
        var signal = Signal.Submit(
            SignalKind.Wrongdoing, Given.Content, RiskLevel.Medium, aboutMyManager: false, Given.FromTeam, Given.FromTeam, Given.Desk, by: Given.Reporter,
            Given.On(Given.December(18)));
        signal.DueOn.ShouldBe(Given.December(28));

        signal.Acknowledge(new DateOnly(2027, 1, 15), "Ontvangen.", by: Given.ConfidentialAdviser, Given.On(Given.December(28)));

        var terms = Terms(signal);
        terms.ShouldBe(new LegalTerms(Given.December(18), Given.December(28), Given.December(28), signal.AnswerBy, InformedOn: null));
        terms.IsAcknowledgedInTime(new DateOnly(2027, 1, 1)).ShouldBeTrue();
    }

    [Fact]
    public void The_register_and_the_clock_of_the_signal_never_differ() => Prop
        .ForAll(Gen.Choose(0, 1000).ToArbitrary(), Gen.Choose(0, 30).ToArbitrary(), (raised, later) =>
        {
            var day = Given.On(new DateOnly(2026, 1, 1).AddDays(raised));
            var signal = Signal.Submit(
                SignalKind.Wrongdoing, Given.Content, RiskLevel.Medium, aboutMyManager: false, Given.FromTeam, Given.FromTeam, Given.Desk, by: Given.Reporter, day);
            Terms(signal).InformBy.ShouldBe(signal.AnswerBy);
            Terms(signal).AcknowledgeBy.ShouldBe(signal.DueOn!.Value);
            var isInTime = day.AddDays(later).Today <= signal.DueOn;

            signal.Ask("Wie weet hier meer van?", by: Given.ConfidentialAdviser, day.AddDays(later));

            Terms(signal).InformBy.ShouldBe(signal.AnswerBy);
            Terms(signal).IsAcknowledgedInTime(day.AddDays(60).Today).ShouldBe(isInTime);
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static Arbitrary<DateTimeOffset> AnyMoment =>
        Gen.Choose(0, 4 * 365 * 24 * 60).Select(minutes => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes)).ToArbitrary();

    private static Signal Submit(SignalKind kind, DateTimeOffset sent, WhenSeen seen = WhenSeen.AtAFixedMoment, RiskLevel risk = RiskLevel.Medium) => Signal.Submit(
        kind, Given.Content, risk, aboutMyManager: false, Given.FromTeam, Given.FromTeam, Given.Desk, by: Given.Reporter, Given.Monday with { At = sent },
        new Shelter(
            Disclosure.Confidential, Given.FromTeam.Units.ToDictionary(unit => unit.UnitId, _ => ManagementLine.FewestPeople), ManagersOfSmallUnits: [],
            Shelter.HidesUntil(kind, risk, seen, sent, WorkingCalendar.National)));

    private static LegalTerms Terms(Signal signal) =>
        LegalTerms.Of([.. signal.Timeline.Select(entry => (entry.At.DutchDate, entry.Happened))], WorkingCalendar.National);

    /// <summary>The Algemene termijnenwet, said again in the simplest way.</summary>
    private static DateOnly Next(DateOnly day, bool isLegal)
    {
        while (isLegal && !Calendars.IsWorkingDayOfTheLaw(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private static DateTimeOffset Dutch(string text) => DutchTime.At(Day(text[..10]), TimeOnly.Parse(text[11..]));

    private static DateOnly Day(string text) => DateOnly.Parse(text);
}
