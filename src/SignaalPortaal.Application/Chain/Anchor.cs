namespace SignaalPortaal.Application.Chain;

/// <summary>What stood on the timelines of an organisation on a day, as one signed number. One a day, also when nothing changed.</summary>
internal sealed class Anchor
{
    public Guid OrganisationId { get; init; }

    /// <summary>The day in the Netherlands.</summary>
    public DateOnly OnDay { get; init; }

    public byte[] Nonce { get; init; } = [];

    /// <summary>Null of the first one.</summary>
    public byte[]? PreviousRoot { get; init; }

    /// <summary>See <see cref="Domain.Signals.AnchorRoot"/>.</summary>
    public byte[] Root { get; init; } = [];

    /// <summary>ECDSA over the root with P-384 and SHA-384, as DER: openssl reads that.</summary>
    public byte[] Signature { get; init; } = [];
}

/// <summary>The last event of a signal that has changed since the anchor before.</summary>
internal sealed class AnchorHead
{
    public Guid OrganisationId { get; init; }
    public DateOnly OnDay { get; init; }
    public Guid SignalId { get; init; }
    public int Seq { get; init; }
    public byte[] Hash { get; init; } = [];
}
