using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using SignaalPortaal.Domain.Chain;

namespace SignaalPortaal.Domain.Signals;

/// <summary>
/// What makes the timeline of a signal one chain: each event holds the hash of the one before it, a commitment to the words that belong to it, and how it
/// left the signal. Whoever changes, adds or takes away an event has to make all later ones anew, and cannot where somebody else knows one of their hashes.
/// The words themselves can be destroyed: without their salt nobody can guess them from the commitment, and the chain stays whole.
/// <para>docs/chain-format.md describes all of it.</para>
/// </summary>
public static class EventChain
{
    /// <summary>How many characters of base 32 the reporter compares: 100 bits.</summary>
    private const int CheckValueLength = 20;

    public static byte[] NewSalt() => RandomNumberGenerator.GetBytes(CanonicalEncoding.HashLength);

    /// <summary>What stands before the first event of a signal. With its reference, by which people know it.</summary>
    public static byte[] Genesis(Guid organisationId, Guid signalId, string reference) =>
        new CanonicalEncoding("SP-genesis-v2").Add("organisation", organisationId).Add("signal", signalId).Add("reference", reference).Hash();

    /// <param name="at">See <see cref="Moment"/>.</param>
    /// <param name="facts">JSON, exactly as it is kept.</param>
    /// <param name="commitment">Null when no words belong to the event.</param>
    /// <param name="state">See <see cref="SignalState"/>.</param>
    public static byte[] Hash(
        byte[] previous, Guid organisationId, Guid signalId, int seq, string kind, string at, Guid? actorId, string actedAs, Guid? actedForUnitId,
        string facts, byte[]? commitment, byte[] state) =>
        new CanonicalEncoding("SP-event-v2").Add("previous", previous).Add("organisation", organisationId).Add("signal", signalId).Add("seq", seq)
            .Add("kind", kind).Add("at", at).Add("actor", actorId).Add("acted_as", actedAs).Add("acted_for", actedForUnitId).Add("facts", facts)
            .Add("commitment", commitment).Add("state", state).Hash();

    /// <summary>Commits to the words of an event.</summary>
    /// <param name="text">JSON, exactly as it is kept.</param>
    public static byte[] Commitment(byte[] salt, string text) => Salted("SP-words-v2", salt).Add("text", text).Hash();

    /// <summary>Commits to the bytes of a file.</summary>
    public static byte[] Commitment(byte[] salt, ReadOnlySpan<byte> bytes)
    {
        using var hash = FileCommitment(salt, bytes.Length);
        hash.AppendData(bytes);
        return hash.GetHashAndReset();
    }

    /// <summary>The same for a file of which the bytes come one part after the other.</summary>
    /// <param name="size">Of all parts together.</param>
    public static IncrementalHash FileCommitment(byte[] salt, int size)
    {
        var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Salted("SP-file-v2", salt).AddHeading("file", size).AppendTo(hash);
        return hash;
    }

    /// <summary>Commits to what the reporter wrote: the names and texts of what is filled in, in the order of the names.</summary>
    public static byte[] Commitment(byte[] salt, IReadOnlyDictionary<string, string> fields) =>
        fields.OrderBy(field => field.Key, StringComparer.Ordinal)
            .Aggregate(Salted("SP-content-v2", salt), (content, field) => content.Add(field.Key, field.Value)).Hash();

    /// <summary>PostgreSQL keeps microseconds.</summary>
    public static DateTimeOffset ToMicroseconds(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));

    /// <summary>A moment as it is hashed: 2026-09-07T08:00:00.000000Z.</summary>
    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The beginning of a hash for people to compare, in groups of four characters of Crockford's base 32.</summary>
    public static string CheckValue(byte[] hash)
    {
        var bits = new BigInteger(hash, isUnsigned: true, isBigEndian: true);
        return string.Join('-', Enumerable.Range(0, CheckValueLength)
            .Select(place => Reference.Alphabet[(int)(bits >> ((hash.Length * 8) - ((place + 1) * 5)) & 31)])
            .Chunk(4).Select(group => new string(group)));
    }

    private static CanonicalEncoding Salted(string domain, byte[] salt) =>
        salt.Length == CanonicalEncoding.HashLength
            ? new CanonicalEncoding(domain).Add("salt", salt)
            : throw new ArgumentException($"A salt has {CanonicalEncoding.HashLength} bytes.", nameof(salt));
}
