using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace SignaalPortaal.Domain.Signals;

/// <summary>
/// What makes the timeline of a signal one chain: each event holds the hash of the one before it, and a commitment to the words that belong to it.
/// Whoever changes, adds or takes away an event has to make all later ones anew, and cannot where somebody else knows one of their hashes.
/// The words themselves can be destroyed: without their salt nobody can guess them from the commitment, and the chain stays whole.
/// </summary>
public static class EventChain
{
    public const int HashLength = 32;

    /// <summary>How many characters of base 32 the reporter compares: 100 bits.</summary>
    private const int CheckValueLength = 20;

    public static byte[] NewSalt() => RandomNumberGenerator.GetBytes(HashLength);

    /// <summary>What stands before the first event of a signal.</summary>
    public static byte[] Genesis(Guid organisationId, Guid signalId) => new Canon().Add("SP-genesis-v1").Add(organisationId).Add(signalId).Hash();

    /// <param name="at">See <see cref="Moment"/>.</param>
    /// <param name="facts">JSON, exactly as it is kept.</param>
    /// <param name="commitment">Null when no words belong to the event.</param>
    public static byte[] Hash(
        byte[] previous, Guid organisationId, Guid signalId, int seq, string kind, string at, Guid? actorId, string actedAs, Guid? actedForUnitId,
        string facts, byte[]? commitment) =>
        new Canon().Add("SP-event-v1").Add(previous).Add(organisationId).Add(signalId).Add(seq).Add(kind).Add(at)
            .Add(actorId).Add(actedAs).Add(actedForUnitId).Add(facts).Add(commitment).Hash();

    /// <summary>Commits to the words of an event.</summary>
    /// <param name="text">JSON, exactly as it is kept.</param>
    public static byte[] Commitment(byte[] salt, string text) => Commitment(salt, Encoding.UTF8.GetBytes(text));

    /// <summary>Commits to the bytes of a file.</summary>
    public static byte[] Commitment(byte[] salt, ReadOnlySpan<byte> bytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt);
        hash.AppendData(bytes);
        return hash.GetHashAndReset();
    }

    /// <summary>Commits to what the reporter wrote: the names and texts of what is filled in, in the order of the names.</summary>
    public static byte[] Commitment(byte[] salt, IReadOnlyDictionary<string, string> fields)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt);
        foreach (var (name, text) in fields.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            new Canon().Add(name).Add(text).AppendTo(hash);
        }

        return hash.GetHashAndReset();
    }

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
}
