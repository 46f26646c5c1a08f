using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Stories;

/// <summary>Who acts for which unit today. In stories that is not always as usual, and a unit may be without a manager.</summary>
/// <param name="Managers">For each of <see cref="Units"/> the number of its manager in <see cref="People"/>; null for none.</param>
/// <param name="Deputies">Numbers of units and people.</param>
/// <param name="HasOversight">There is somebody to whom the desk's silence goes.</param>
internal sealed record Staff(IReadOnlyList<int?> Managers, IReadOnlyList<(int Unit, int Person)> Deputies, bool HasOversight = true)
{
    public const int Reporter = 0;

    /// <summary>The usual manager of a unit has the number of the unit plus one.</summary>
    public static readonly IReadOnlyList<LineUnit> Units =
        [Given.Team, Given.Department, Given.Directorate, Given.Board, Given.OtherTeam, Given.HelpTeam, Given.Desk, Given.Oversight];

    public static readonly IReadOnlyList<Viewer> People =
    [
        Given.Reporter, Given.TeamLead, Given.DepartmentHead, Given.Director, Given.BoardChair, Given.OtherTeamLead, Given.HelpTeamLead,
        Given.ConfidentialAdviser, Given.Overseer, Given.Deputy, Given.Colleague,
    ];

    private static readonly int[][] Lines = [[0, 1, 2, 3], [1, 2, 3], [2, 3], [3], [4, 1, 2, 3], [5, 3], [6, 3], [7, 3]];

    public static Staff Usual { get; } = new([.. Units.Select((_, unit) => (int?)unit + 1)], [(0, 9)]);

    public LineUnit Unit(int unit) => Units[unit] with { ManagerId = Managers[unit] is { } manager ? People[manager].PersonId : null };

    public LineUnit Unit(Guid unitId) => Unit(NumberOf(unitId));

    public ManagementLine LineFrom(Guid unitId) => new([.. Lines[NumberOf(unitId)].Select(Unit)], Oversight);

    public LineUnit? Oversight => HasOversight ? Unit(Given.Oversight.UnitId) : null;

    /// <summary>There is one above, and it is not the desk or oversight: what these have does not go to the line.</summary>
    public static bool CanDisappear(Guid unitId) => unitId != Given.Board.UnitId && unitId != Given.Desk.UnitId && unitId != Given.Oversight.UnitId;

    public Viewer Person(int person)
    {
        var mandates = Deputies.Where(deputy => deputy.Person == person).Select(deputy => deputy.Unit).Distinct()
            .ToDictionary(unit => Units[unit].UnitId, _ => MandateKind.Deputy);
        for (var unit = 0; unit < Units.Count; unit++)
        {
            if (Managers[unit] == person)
            {
                mandates[Units[unit].UnitId] = MandateKind.Manager;
            }
        }

        return People[person] with { UnitsActedFor = mandates };
    }

    /// <summary>Nobody that is known, with the receipt code of a signal.</summary>
    public static Viewer WithTheReceiptOf(Signal signal) => Viewer.Nobody with { OrganisationId = signal.OrganisationId, ReceiptOf = signal.Id };

    public IEnumerable<Viewer> Everybody => Enumerable.Range(0, People.Count).Select(Person);

    public IEnumerable<Viewer> WhoActFor(Guid unitId) =>
        Everybody.Where(person => person.ActsFor(unitId)).OrderBy(person => person.UnitsActedFor[unitId]);

    public Staff With(int unit, int? manager) =>
        this with { Managers = [.. Managers.Select((current, number) => number == unit ? manager : current)] };

    public override string ToString() => string.Join("; ", Units.Select((_, unit) =>
        $"{NameOf(unit)}: {(Managers[unit] is { } manager ? People[manager].Name : "nobody")}"
        + string.Concat(Deputies.Where(deputy => deputy.Unit == unit).Select(deputy => $" + {People[deputy.Person].Name}"))));

    public static string NameOf(int unit) =>
        new[] { "team", "department", "directorate", "board", "other team", "help team", "desk", "oversight" }[unit];

    public static string NameOf(Guid unitId) => NameOf(NumberOf(unitId));

    private static int NumberOf(Guid unitId) => Units.Index().Single(unit => unit.Item.UnitId == unitId).Index;
}
