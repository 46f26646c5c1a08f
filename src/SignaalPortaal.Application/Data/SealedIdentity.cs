namespace SignaalPortaal.Application.Data;

/// <summary>Who raised a confidential signal. The portal can write it and has no right to read it back.</summary>
internal sealed class SealedIdentity
{
    public Guid OrganisationId { get; init; }
    public Guid SignalId { get; init; }
    public string Algorithm { get; init; } = "";
    public byte[] Sealed { get; init; } = [];
}

/// <summary>The key of a sealed identity, for one adviser.</summary>
internal sealed class SealedIdentityKey
{
    public Guid OrganisationId { get; init; }
    public Guid SignalId { get; init; }
    public Guid AdviserKeyId { get; init; }
    public byte[] Wrapped { get; init; } = [];
}

/// <summary>That an adviser asked for a name, and when. Made by a function of the database only.</summary>
internal sealed class NameRequest
{
    public Guid OrganisationId { get; init; }
    public Guid SignalId { get; init; }
    public int Seq { get; init; }
    public Guid PersonId { get; init; }
    public DateOnly MadeOn { get; init; }
}
