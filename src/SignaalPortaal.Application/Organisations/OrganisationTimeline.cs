using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Protection;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Organisations;

/// <summary>
/// Writes on the timeline of the organisation, and reads it with a check: nothing is added to one that was tampered with, and nobody relies on it. Each event
/// is bound by the one after it, so that the signature of the last one holds for all.
/// </summary>
internal sealed class OrganisationTimeline(PortalDb db, PortalKeys keys)
{
    /// <summary>In its order, and whether it is as the portal wrote it.</summary>
    public async Task<(List<OrganisationEntry> Entries, bool IsWhole)> Read(CancellationToken cancellationToken)
    {
        var entries = await db.Set<OrganisationEntry>().AsNoTracking().OrderBy(entry => entry.Seq).ToListAsync(cancellationToken);
        return (entries, IsWhole(entries, keys.Anchor));
    }

    /// <summary>Adds what happened, with the day: nobody needs the hour. At the same moment only one of those who do.</summary>
    /// <param name="actorId">Null when it is not to say who it was.</param>
    /// <exception cref="BrokenRuleException">The timeline is not whole.</exception>
    public async Task Add(Func<IReadOnlyList<OrganisationEntry>, OrganisationEvent> happens, Guid? actorId, Now now, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended('signaalportaal timeline ' || {db.OrganisationId.ToString()}, 0))", cancellationToken);
        var (entries, isWhole) = await Read(cancellationToken);
        if (!isWhole)
        {
            throw new BrokenRuleException(AdviserKeyRule.TheTimelineOfTheOrganisationIsNotWhole);
        }

        var at = DutchTime.At(now.Today, TimeOnly.MinValue);
        db.Add(new OrganisationEntry(db.OrganisationId, entries is [.., var last] ? last : null, at, actorId, happens(entries), Sign));
        await db.SaveChangesAsync(cancellationToken);
    }

    public static bool IsSigned(byte[] hash, byte[] signature, ECDsa key) =>
        key.VerifyData(hash, signature, HashAlgorithmName.SHA384, DSASignatureFormat.Rfc3279DerSequence);

    private static bool IsWhole(List<OrganisationEntry> entries, ECDsa key) =>
        entries.Select((entry, index) => entry.Follows(index == 0 ? null : entries[index - 1])).All(follows => follows)
        && (entries.Count == 0 || IsSigned(entries[^1].Hash, entries[^1].Signature, key));

    private byte[] Sign(byte[] hash) => keys.Anchor.SignData(hash, HashAlgorithmName.SHA384, DSASignatureFormat.Rfc3279DerSequence);
}
