namespace SignaalPortaal.Domain.Deadlines;

/// <summary>A span of time that ends on a day: the last day on which an act is in time.</summary>
public abstract record Term(int Count)
{
    /// <summary>What it is counted in.</summary>
    public abstract TermUnit Unit { get; }

    /// <summary>The last day in time, for a term that starts on <paramref name="start"/>.</summary>
    /// <param name="calendar">Of the organisation.</param>
    public abstract DateOnly EndsOn(DateOnly start, WorkingCalendar calendar);

    public static Term WorkingDays(int count) => new InWorkingDays(count);

    public static Term CalendarDays(int count) => new InCalendarDays(count);

    /// <summary>A term of the law, in days: never ends on a weekend or a holiday (Algemene termijnenwet, article 1).</summary>
    public static Term LegalDays(int count) => new InLegalDays(count);

    /// <summary>A term of the law, in months: never ends on a weekend or a holiday (Algemene termijnenwet, article 1).</summary>
    public static Term LegalMonths(int count) => new InLegalMonths(count);

    private sealed record InWorkingDays(int Count) : Term(Count)
    {
        public override TermUnit Unit => TermUnit.WorkingDay;

        public override DateOnly EndsOn(DateOnly start, WorkingCalendar calendar) => calendar.AddWorkingDays(start, Count);
    }

    private sealed record InCalendarDays(int Count) : Term(Count)
    {
        public override TermUnit Unit => TermUnit.CalendarDay;

        public override DateOnly EndsOn(DateOnly start, WorkingCalendar calendar) => start.AddDays(Count);
    }

    private sealed record InLegalDays(int Count) : Term(Count)
    {
        public override TermUnit Unit => TermUnit.CalendarDay;

        public override DateOnly EndsOn(DateOnly start, WorkingCalendar calendar) => WorkingCalendar.EndOfLegalTerm(start.AddDays(Count));
    }

    private sealed record InLegalMonths(int Count) : Term(Count)
    {
        public override TermUnit Unit => TermUnit.Month;

        public override DateOnly EndsOn(DateOnly start, WorkingCalendar calendar) => WorkingCalendar.EndOfLegalTerm(start.AddMonths(Count));
    }
}

public enum TermUnit
{
    WorkingDay,
    CalendarDay,
    Month,
}
