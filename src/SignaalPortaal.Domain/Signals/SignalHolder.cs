namespace SignaalPortaal.Domain.Signals;

/// <summary>A unit that holds the signal or held it, and so sees it.</summary>
public sealed class SignalHolder
{
    public Guid OrganisationId { get; internal init; }
    public Guid SignalId { get; internal init; }
    public Guid UnitId { get; internal init; }

    /// <summary>The first day on which the unit held it.</summary>
    public DateOnly Since { get; internal init; }
}

/// <summary>A person whom the signal is about. For this person it does not exist.</summary>
public sealed class SignalConflict
{
    public Guid OrganisationId { get; internal init; }
    public Guid SignalId { get; internal init; }
    public Guid PersonId { get; internal init; }
}
