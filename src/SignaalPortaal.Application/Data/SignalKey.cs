namespace SignaalPortaal.Application.Data;

/// <summary>The key with which the words of one signal are sealed, itself sealed with that of the organisation. Without it those words are gone.</summary>
internal sealed class SignalKey
{
    public Guid OrganisationId { get; init; }
    public Guid SignalId { get; init; }

    /// <summary>Of the key of the organisation.</summary>
    public int Version { get; init; }

    public byte[] Wrapped { get; init; } = [];
}
