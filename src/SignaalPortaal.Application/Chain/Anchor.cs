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

/// <summary>The last event of a signal that has changed, or was read by others, since the anchor before.</summary>
internal sealed class AnchorHead
{
    public Guid OrganisationId { get; init; }
    public DateOnly OnDay { get; init; }
    public Guid SignalId { get; init; }
    public int Seq { get; init; }
    public byte[] Hash { get; init; } = [];

    /// <summary>How many there were of the days before this one, and the hash of those; see <see cref="Domain.Chain.Log.OfReadings"/>.</summary>
    public int Readings { get; init; }

    public byte[] ReadingsHash { get; init; } = [];
}

/// <summary>How far a log of the organisation was; see <see cref="ChainLogs"/>.</summary>
internal sealed class AnchorLog
{
    public Guid OrganisationId { get; init; }
    public DateOnly OnDay { get; init; }
    public string Name { get; init; } = "";
    public int Count { get; init; }
    public byte[] Hash { get; init; } = [];
}
