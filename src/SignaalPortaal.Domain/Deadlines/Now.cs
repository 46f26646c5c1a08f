namespace SignaalPortaal.Domain.Deadlines;

/// <summary>The moment at which something happens, with what the organisation in which it does has agreed about time.</summary>
/// <param name="At">In UTC.</param>
public sealed record Now(DateTimeOffset At, WorkingCalendar Calendar, Reminders Reminders)
{
    /// <summary>The day in the Netherlands.</summary>
    public DateOnly Today => At.DutchDate;
}
