namespace SignaalPortaal.Domain.Organisations;

/// <summary>An agency. Nothing of one organisation refers to anything of another.</summary>
public sealed class Organisation
{
    public const int NameMaxLength = 120;

    private Organisation() { }

    public Organisation(string name) => (Id, Name) = (Guid.NewGuid(), name);

    public Guid Id { get; private init; }
    public string Name { get; private init; } = "";
}
