namespace SignaalPortaal.Domain.Organisations;

public sealed class Person
{
    public const int NumberMaxLength = 20;
    public const int NameMaxLength = 120;
    public const int JobTitleMaxLength = 120;

    public Guid OrganisationId { get; init; }
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>The personnel number; unique within the organisation.</summary>
    public string Number { get; init; } = "";

    public string Name { get; init; } = "";
    public string JobTitle { get; init; } = "";

    /// <summary>Where this person works, and so where a signal starts.</summary>
    public Guid HomeUnitId { get; init; }

    public Roles Roles { get; init; }
}

/// <summary>What a person is besides an employee. Managing a unit is no role but a <see cref="Mandate"/>.</summary>
[Flags]
public enum Roles
{
    None = 0,
    UnionRepresentative = 1,
    WorksCouncil = 2,
    HumanResources = 4,
    Administrator = 8,
    ConfidentialAdviser = 16,
}
