namespace SignaalPortaal.Domain.Signals;

/// <summary>
/// After aggression somebody of the confidential desk is in touch with the reporter, four times. The reporter says whether that was so; what is
/// missed is told above. These go on after the signal is closed.
/// </summary>
public sealed class Contact
{
    public Guid OrganisationId { get; internal init; }
    public Guid SignalId { get; internal init; }
    public ContactStep Step { get; internal init; }

    /// <summary>The last day in time.</summary>
    public DateOnly By { get; internal init; }

    public ContactStatus Status { get; internal set; }
}

public enum ContactStep
{
    /// <summary>Within 24 hours.</summary>
    FirstDay,
    FirstWeek,
    FourWeeks,
    ThreeMonths,
}

public enum ContactStatus
{
    Awaited,
    Confirmed,

    /// <summary>The day has passed. The reporter may still confirm it.</summary>
    Missed,
}

public static class ContactSteps
{
    extension(ContactStep step)
    {
        /// <param name="raised">The day on which the signal was raised.</param>
        public DateOnly By(DateOnly raised) => step switch
        {
            ContactStep.FirstDay => raised.AddDays(1),
            ContactStep.FirstWeek => raised.AddDays(7),
            ContactStep.FourWeeks => raised.AddDays(28),
            _ => raised.AddMonths(3),
        };
    }
}
