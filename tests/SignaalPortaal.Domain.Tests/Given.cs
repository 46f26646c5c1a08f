using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Domain.Tests;

/// <summary>
/// The cast, and where they work. Everything starts on Monday 2 November 2026: until Christmas there is no holiday, so that working days
/// are easily counted by hand.
/// </summary>
internal static partial class Given
{
    private static readonly Guid Agency = Guid.NewGuid();
    private static readonly Guid OtherAgency = Guid.NewGuid();
    private static readonly Guid TeamId = Guid.NewGuid();
    private static readonly Guid DepartmentId = Guid.NewGuid();
    private static readonly Guid DirectorateId = Guid.NewGuid();
    private static readonly Guid BoardId = Guid.NewGuid();
    private static readonly Guid OtherTeamId = Guid.NewGuid();
    private static readonly Guid HelpTeamId = Guid.NewGuid();
    private static readonly Guid DeskId = Guid.NewGuid();
    private static readonly Guid OversightId = Guid.NewGuid();

    /// <summary>Works in the team and acts for no unit.</summary>
    public static Viewer Reporter { get; } = Somebody("Reporter");

    /// <summary>Works in the team too, and acts for no unit either.</summary>
    public static Viewer Colleague { get; } = Somebody("Colleague");

    public static Viewer TeamLead { get; } = Manager("Team lead", TeamId);

    public static Viewer Deputy { get; } = Somebody("Deputy of the team lead", (TeamId, MandateKind.Deputy));

    public static Viewer DepartmentHead { get; } = Manager("Department head", DepartmentId);

    public static Viewer Director { get; } = Manager("Director", DirectorateId);

    public static Viewer BoardChair { get; } = Manager("Board chair", BoardId);

    public static Viewer OtherTeamLead { get; } = Manager("Lead of the other team", OtherTeamId);

    public static Viewer HelpTeamLead { get; } = Manager("Help team lead", HelpTeamId);

    public static Viewer ConfidentialAdviser { get; } = Manager("Confidential adviser", DeskId) with { Roles = Roles.ConfidentialAdviser };

    public static Viewer Overseer { get; } = Manager("Overseer", OversightId);

    public static LineUnit Team { get; } = new(TeamId, UnitKind.Line, TeamLead.PersonId);

    public static LineUnit Department { get; } = new(DepartmentId, UnitKind.Line, DepartmentHead.PersonId);

    public static LineUnit Directorate { get; } = new(DirectorateId, UnitKind.Line, Director.PersonId);

    public static LineUnit Board { get; } = new(BoardId, UnitKind.Line, BoardChair.PersonId);

    /// <summary>In the same department as the team.</summary>
    public static LineUnit OtherTeam { get; } = new(OtherTeamId, UnitKind.Line, OtherTeamLead.PersonId);

    public static LineUnit HelpTeam { get; } = new(HelpTeamId, UnitKind.HelpTeam, HelpTeamLead.PersonId);

    public static LineUnit Desk { get; } = new(DeskId, UnitKind.ConfidentialDesk, ConfidentialAdviser.PersonId);

    /// <summary>Outside the line, beside the desk.</summary>
    public static LineUnit Oversight { get; } = new(OversightId, UnitKind.Oversight, Overseer.PersonId);

    public static ManagementLine FromTeam { get; } = new([Team, Department, Directorate, Board]);

    public static ManagementLine FromDepartment { get; } = new([Department, Directorate, Board]);

    public static ManagementLine FromDirectorate { get; } = new([Directorate, Board]);

    public static ManagementLine FromBoard { get; } = new([Board]);

    public static ManagementLine FromDesk { get; } = new([Desk, Board]);

    /// <summary>In an organisation that has oversight.</summary>
    public static ManagementLine FromDeskWithOversight { get; } = new([Desk, Board], Oversight);

    public static ManagementLine FromOversight { get; } = new([Oversight, Board], Oversight);

    public static Now Monday { get; } = On(2);

    public static Now Tuesday { get; } = On(3);

    /// <summary>A moment in November 2026, at ten in the morning in the Netherlands, without closed days of the own organisation.</summary>
    public static Now On(int day) => On(November(day));

    public static Now On(DateOnly day) =>
        new(new DateTimeOffset(day, new TimeOnly(9, 0), TimeSpan.Zero), WorkingCalendar.National, Reminders.Default);

    public static DateOnly November(int day) => new(2026, 11, day);

    public static DateOnly December(int day) => new(2026, 12, day);

    extension(LineUnit unit)
    {
        public LineUnit WithoutManager => unit with { ManagerId = null };

        public LineUnit ManagedBy(Viewer manager) => unit with { ManagerId = manager.PersonId };
    }

    extension(Now now)
    {
        public Now AddDays(int days) => now with { At = now.At.AddDays(days) };

        /// <summary>In an organisation that is closed on these days.</summary>
        public Now ClosedOn(params DateOnly[] days) => now with { Calendar = new WorkingCalendar(days.ToHashSet()) };

        /// <summary>In an organisation that chose these reminders.</summary>
        public Now RemindedAs(Reminders reminders) => now with { Reminders = reminders };
    }

    extension(Viewer viewer)
    {
        /// <summary>The same ids in another organisation: only the organisation tells them apart.</summary>
        public Viewer InAnotherOrganisation => viewer with { OrganisationId = OtherAgency, Name = $"{viewer.Name} elsewhere" };
    }

    private static Viewer Manager(string name, Guid unitId) => Somebody(name, (unitId, MandateKind.Manager));

    private static Viewer Somebody(string name, params (Guid UnitId, MandateKind Kind)[] mandates) =>
        new(Agency, Guid.NewGuid(), name, Roles.None, mandates.ToDictionary(mandate => mandate.UnitId, mandate => mandate.Kind));
}
