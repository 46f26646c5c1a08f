namespace SignaalPortaal.Domain.Organisations;

/// <summary>A node of the organisation's tree, of any depth. A signal is always held by a unit, never by a person: people leave.</summary>
public sealed class Unit
{
    public const int CodeMaxLength = 30;
    public const int NameMaxLength = 120;
    public const int LayerMaxLength = 40;

    public Guid OrganisationId { get; init; }
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>Null for the top.</summary>
    public Guid? ParentId { get; set; }

    /// <summary>What the organisation itself calls this unit for short; unique within it.</summary>
    public string Code { get; init; } = "";

    public string Name { get; set; } = "";

    /// <summary>The organisation's own word for this depth, in Dutch: team, afdeling, directie, bestuur.</summary>
    public string Layer { get; set; } = "";

    public UnitKind Kind { get; set; }

    /// <summary>The first day on which the unit is there no more; null while it is.</summary>
    public DateOnly? ClosedOn { get; set; }
}

public enum UnitKind
{
    /// <summary>Part of the management line.</summary>
    Line,

    /// <summary>Helps with what a manager cannot solve alone; signals are rerouted to it.</summary>
    HelpTeam,

    /// <summary>Takes what must never go through the line.</summary>
    ConfidentialDesk,

    /// <summary>Takes what the confidential desk left unanswered, what a reporter disagrees with there, and what is about the desk.</summary>
    Oversight,
}

public static class UnitKinds
{
    /// <summary>No part of the management line, and not to be chosen as the place for a signal.</summary>
    public static readonly UnitKind[] OutsideTheLine = [.. Enum.GetValues<UnitKind>().Where(kind => kind.IsOutsideTheLine)];

    extension(UnitKind kind)
    {
        /// <summary>What it holds counts in the figures of those above it.</summary>
        public bool IsOfTheLine => kind is UnitKind.Line or UnitKind.HelpTeam;

        public bool IsOutsideTheLine => !kind.IsOfTheLine;
    }
}
