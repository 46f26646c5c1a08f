namespace SignaalPortaal.Application.Data;

/// <summary>The tree of units as all its paths, made anew when the tree changes: one look-up answers any question about above and below.</summary>
internal sealed class UnitAncestor
{
    public Guid OrganisationId { get; init; }
    public Guid AncestorId { get; init; }
    public Guid DescendantId { get; init; }

    /// <summary>0 for the unit itself.</summary>
    public int Distance { get; init; }
}
