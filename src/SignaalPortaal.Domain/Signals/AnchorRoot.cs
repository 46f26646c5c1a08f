using System.Security.Cryptography;
using SignaalPortaal.Domain.Chain;

namespace SignaalPortaal.Domain.Signals;

/// <summary>
/// One number for all that an organisation keeps on a day: it depends on the last event and the readings of each signal of which these have changed since
/// the anchor before it, through that one on all others, and on the logs of the organisation. The nonce keeps a root from telling that nothing changed.
/// </summary>
public sealed class AnchorRoot : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <param name="day">As 2026-09-07.</param>
    /// <param name="previousRoot">Null for the first one.</param>
    /// <param name="logs">In the order of their names.</param>
    /// <param name="count">How many heads follow.</param>
    public AnchorRoot(Guid organisationId, string day, byte[] nonce, byte[]? previousRoot, IEnumerable<LogHead> logs, int count)
    {
        var anchor = new CanonicalEncoding("SP-anchor-v2").Add("organisation", organisationId).Add("day", day).Add("nonce", nonce).Add("previous_root", previousRoot);
        foreach (var log in logs)
        {
            anchor.Add("log", CanonicalEncoding.Continued().Add("name", log.Name).Add("count", log.Count).Add("hash", log.Hash));
        }

        anchor.Add("count", count).AppendTo(_hash);
    }

    /// <summary>The last event of a signal, and its readings up to the day; in the order of the signals' ids.</summary>
    public void AddHead(Guid signalId, int seq, byte[] hash, int readings, byte[] readingsHash) => CanonicalEncoding.Continued()
        .Add("head", CanonicalEncoding.Continued().Add("signal", signalId).Add("seq", seq).Add("hash", hash).Add("readings", readings).Add("readings_hash", readingsHash))
        .AppendTo(_hash);

    public byte[] Root() => _hash.GetHashAndReset();

    public void Dispose() => _hash.Dispose();
}
