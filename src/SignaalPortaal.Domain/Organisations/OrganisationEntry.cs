using System.Text.Json;
using System.Text.Json.Serialization;
using SignaalPortaal.Domain.Chain;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Organisations;

/// <summary>Something that happened in an organisation, beside its signals, and on which its people rely. Facts only.</summary>
public abstract record OrganisationEvent;

/// <summary>
/// An event in its place on the timeline of the organisation: added once, never changed. Each holds the hash of the one before it, as on the timeline of a
/// signal, and is signed by the portal with a key that is not in the database: whoever has a login of the database, also that of its owner, adds none.
/// </summary>
public sealed class OrganisationEntry
{
    public const int KindMaxLength = 40;

    private static readonly JsonSerializerOptions Format = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private static readonly Dictionary<string, Type> EventTypes = typeof(OrganisationEvent).Assembly.GetTypes()
        .Where(type => type.BaseType == typeof(OrganisationEvent))
        .ToDictionary(type => type.Name);

    private OrganisationEntry() { }

    /// <param name="previous">Null of the first one.</param>
    /// <param name="actorId">Null when it does not say who it was.</param>
    /// <param name="sign">Signs a hash.</param>
    public OrganisationEntry(Guid organisationId, OrganisationEntry? previous, DateTimeOffset at, Guid? actorId, OrganisationEvent happened, Func<byte[], byte[]> sign)
    {
        (OrganisationId, Seq, At, ActorId) = (organisationId, (previous?.Seq ?? 0) + 1, EventChain.ToMicroseconds(at), actorId);
        (Kind, Facts) = (happened.GetType().Name, JsonSerializer.Serialize(happened, happened.GetType(), Format));
        PreviousHash = previous?.Hash ?? Genesis(organisationId);
        Hash = ComputeHash();
        Signature = sign(Hash);
    }

    public Guid OrganisationId { get; private init; }

    /// <summary>1 for the first, without gaps.</summary>
    public int Seq { get; private init; }

    /// <summary>In UTC, to the microsecond.</summary>
    public DateTimeOffset At { get; private init; }

    public Guid? ActorId { get; private init; }

    /// <summary>The name of the class of <see cref="Happened"/>.</summary>
    public string Kind { get; private init; } = "";

    /// <summary>JSON of <see cref="Happened"/>.</summary>
    public string Facts { get; private init; } = "";

    public byte[] PreviousHash { get; private init; } = [];

    public byte[] Hash { get; private init; } = [];

    /// <summary>Of <see cref="Hash"/>, by the key that signs anchors.</summary>
    public byte[] Signature { get; private init; } = [];

    public OrganisationEvent Happened => field ??= (OrganisationEvent)JsonSerializer.Deserialize(Facts, EventTypes[Kind], Format)!;

    /// <summary>Whether this one is as it was written, behind that one.</summary>
    /// <param name="previous">Null for the first one.</param>
    public bool Follows(OrganisationEntry? previous) =>
        Seq == (previous?.Seq ?? 0) + 1
        && PreviousHash.AsSpan().SequenceEqual(previous?.Hash ?? Genesis(OrganisationId))
        && Hash.AsSpan().SequenceEqual(ComputeHash());

    /// <summary>What stands before the first one.</summary>
    public static byte[] Genesis(Guid organisationId) => new CanonicalEncoding("SP-organisation-genesis-v1").Add("organisation", organisationId).Hash();

    /// <param name="at">See <see cref="EventChain.Moment"/>.</param>
    public static byte[] HashOf(byte[] previous, Guid organisationId, int seq, string kind, string at, Guid? actorId, string facts) =>
        new CanonicalEncoding("SP-organisation-event-v1").Add("previous", previous).Add("organisation", organisationId).Add("seq", seq).Add("kind", kind)
            .Add("at", at).Add("actor", actorId).Add("facts", facts).Hash();

    private byte[] ComputeHash() => HashOf(PreviousHash, OrganisationId, Seq, Kind, EventChain.Moment(At), ActorId, Facts);
}
