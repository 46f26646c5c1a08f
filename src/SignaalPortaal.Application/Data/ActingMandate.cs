using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Data;

/// <summary>That somebody acts for a unit on a day, for themselves or for whoever is away.</summary>
internal sealed class ActingMandate
{
    public Guid UnitId { get; init; }
    public MandateKind Kind { get; init; }
}

/// <summary>That somebody is away on a day and another acts.</summary>
internal sealed class StandIn
{
    public Guid PersonId { get; init; }
    public Guid DeputyId { get; init; }
}
