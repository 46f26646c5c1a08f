using System.Security.Cryptography;

namespace SignaalPortaal.Domain.Signals;

/// <summary>
/// One number for all timelines of an organisation on a day: it depends on the last event of each signal that has changed since the anchor before it,
/// and through that one on all others. The nonce keeps a root from telling that nothing changed.
/// </summary>
public sealed class AnchorRoot : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <param name="day">As 2026-09-07.</param>
    /// <param name="previousRoot">Null for the first one.</param>
    /// <param name="count">How many heads follow.</param>
    public AnchorRoot(Guid organisationId, string day, byte[] nonce, byte[]? previousRoot, int count) =>
        new Canon().Add("SP-anchor-v1").Add(organisationId).Add(day).Add(nonce).Add(previousRoot).Add(count).AppendTo(_hash);

    /// <summary>The last event of a signal; in the order of the signals' ids.</summary>
    public void AddHead(Guid signalId, int seq, byte[] hash) => new Canon().Add(signalId).Add(seq).Add(hash).AppendTo(_hash);

    public byte[] Root() => _hash.GetHashAndReset();

    public void Dispose() => _hash.Dispose();
}
