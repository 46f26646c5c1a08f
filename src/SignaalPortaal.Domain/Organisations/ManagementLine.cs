namespace SignaalPortaal.Domain.Organisations;

/// <summary>One unit and those above it, up to the top, with who manages each today.</summary>
/// <param name="Units">From the unit itself upwards; never empty.</param>
public sealed record ManagementLine(IReadOnlyList<LineUnit> Units)
{
    public LineUnit Start => Units[0];

    public IEnumerable<LineUnit> Above => Units.Skip(1);

    public bool IsAbove(Guid unitId) => Above.Any(unit => unit.UnitId == unitId);
}

/// <param name="ManagerId">Null while nobody manages the unit.</param>
/// <param name="StandInId">Who acts today in the place of the manager, at the end of the chain of deputies; null while the manager is there.</param>
public sealed record LineUnit(Guid UnitId, UnitKind Kind, Guid? ManagerId, Guid? StandInId = null);
