namespace SignaalPortaal.Domain.Organisations;

/// <summary>On whose behalf the portal works now: who is signed in, with the mandates of this moment.</summary>
/// <param name="UnitsActedFor">The units for which this person acts today, with how.</param>
/// <param name="ReceiptOf">The signal of which the receipt code was given; whoever has it is its reporter.</param>
public sealed record Viewer(
    Guid OrganisationId,
    Guid PersonId,
    string Name,
    Roles Roles,
    IReadOnlyDictionary<Guid, MandateKind> UnitsActedFor,
    Guid? ReceiptOf = null)
{
    /// <summary>Nobody is signed in. Sees nothing: no signal has the empty reporter, and no unit is acted for.</summary>
    public static Viewer Nobody { get; } = new(Guid.Empty, Guid.Empty, "", Roles.None, new Dictionary<Guid, MandateKind>());

    public bool ActsFor(Guid unitId) => UnitsActedFor.ContainsKey(unitId);
}
