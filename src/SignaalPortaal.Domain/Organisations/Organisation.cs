namespace SignaalPortaal.Domain.Organisations;

/// <summary>An agency. Nothing of one organisation refers to anything of another.</summary>
public sealed class Organisation
{
    public const int NameMaxLength = 120;

    private Organisation() { }

    public Organisation(string name) => (Id, Name) = (Guid.NewGuid(), name);

    public Guid Id { get; private init; }
    public string Name { get; private init; } = "";

    /// <summary>Whether people are reminded half-way a term.</summary>
    public bool RemindHalfWay { get; set; } = true;

    /// <summary>How many working days before the last day people are reminded; 0 for never.</summary>
    public int RemindWorkingDaysBefore { get; set; } = 2;
}
