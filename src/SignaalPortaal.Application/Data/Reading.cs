namespace SignaalPortaal.Application.Data;

/// <summary>That somebody else than the reporter opened a signal on a day. The reporter reads these lines.</summary>
internal sealed class Reading
{
    public Guid OrganisationId { get; init; }
    public Guid SignalId { get; init; }
    public Guid PersonId { get; init; }

    /// <summary>The day in the Netherlands.</summary>
    public DateOnly OnDay { get; init; }
}
