using SignaalPortaal.Application.Signals;

namespace SignaalPortaal.Application.Data;

/// <summary>That somebody opened a signal on a day. Its reporter reads these lines.</summary>
internal sealed class Reading
{
    public Guid OrganisationId { get; init; }
    public Guid SignalId { get; init; }
    public Guid Id { get; init; }

    /// <summary>Null for whoever had the receipt code.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The day in the Netherlands.</summary>
    public DateOnly OnDay { get; init; }

    public ReadThrough Through { get; init; }
}
