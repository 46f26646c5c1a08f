namespace SignaalPortaal.Domain.Organisations;

public sealed class Person
{
    public const int NumberMaxLength = 20;
    public const int NameMaxLength = 120;
    public const int JobTitleMaxLength = 120;
    public const int MailMaxLength = 254;

    public Guid OrganisationId { get; init; }
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>The personnel number; unique within the organisation.</summary>
    public string Number { get; init; } = "";

    public string Name { get; set; } = "";
    public string JobTitle { get; set; } = "";

    /// <summary>Where this person works, and so where a signal starts.</summary>
    public Guid HomeUnitId { get; set; }

    public Roles Roles { get; set; }

    /// <summary>Where mail goes to; null for who gets none.</summary>
    public string? Mail { get; set; }

    /// <summary>The first day on which this person does not work here any more; null while at work.</summary>
    public DateOnly? LeftOn { get; set; }
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
