namespace SignaalPortaal.Domain.Organisations;

/// <summary>One unit and those above it, up to the top, with who manages each today.</summary>
/// <param name="Units">From the unit itself upwards.</param>
/// <param name="Oversight">Takes over from the confidential desk; null where an organisation has none.</param>
public sealed record ManagementLine(IReadOnlyList<LineUnit> Units, LineUnit? Oversight = null)
{
    public LineUnit Start => Units[0];

    public IEnumerable<LineUnit> Above => Units.Skip(1);

    /// <summary>
    /// The fewest people that a unit and those below it have before a signal is put there of which the line must not learn the reporter: in a
    /// team of three a name is soon guessed.
    /// </summary>
    public const int FewestPeople = 10;

    /// <summary>The line from the first unit that is large enough to hide in; without units when none is.</summary>
    /// <param name="people">How many people work in each unit and those below it.</param>
    public ManagementLine Sheltering(IReadOnlyDictionary<Guid, int> people) =>
        this with { Units = [.. Units.SkipWhile(unit => people.GetValueOrDefault(unit.UnitId) < FewestPeople)] };

    public bool IsAbove(Guid unitId) => Above.Any(unit => unit.UnitId == unitId);
}

/// <param name="ManagerId">Null while nobody manages the unit.</param>
/// <param name="StandInId">Who acts today in the place of the manager, at the end of the chain of deputies; null while the manager is there.</param>
public sealed record LineUnit(Guid UnitId, UnitKind Kind, Guid? ManagerId, Guid? StandInId = null)
{
    /// <summary>Who acts for it today, before any deputy.</summary>
    public Guid? WhoActs => StandInId ?? ManagerId;
}
