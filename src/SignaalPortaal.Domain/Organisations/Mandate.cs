namespace SignaalPortaal.Domain.Organisations;

/// <summary>That a person acts for a unit: as its manager, of which there is at most one, or as a deputy.</summary>
public sealed class Mandate
{
    public Guid OrganisationId { get; init; }
    public Guid UnitId { get; init; }
    public Guid PersonId { get; init; }
    public MandateKind Kind { get; init; }
}

public enum MandateKind
{
    Manager,
    Deputy,
}
