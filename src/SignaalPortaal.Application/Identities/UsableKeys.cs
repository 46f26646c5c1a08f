using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Organisations;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Identities;

/// <summary>
/// The keys to which a name may be sealed now: those of which the fingerprint stands on a timeline that is whole. A key that somebody put or changed in the
/// database is none.
/// </summary>
internal sealed class UsableKeys(PortalDb db, OrganisationTimeline timeline, Now now)
{
    public async Task<AdviserKeys> Read(CancellationToken cancellationToken)
    {
        var (entries, isWhole) = await timeline.Read(cancellationToken);
        var rows = await (
            from key in db.Set<AdviserKey>().AsNoTracking()
            join person in db.People on key.PersonId equals person.Id
            select new KeyOfPerson(key, person.Name, person.JobTitle, person.LeftOn == null && (person.Roles & Roles.ConfidentialAdviser) != 0))
            .ToListAsync(cancellationToken);
        var ring = isWhole ? new AdviserKeyRing(entries) : new AdviserKeyRing([]);
        var facts = ring.All.ToDictionary(key => key.Key);
        var unknown = rows.Where(row => !(facts.TryGetValue(row.Key.Id, out var known) && known.PersonId == row.Key.PersonId && known.Fingerprint == KeyFingerprint.Of(row.Key.PublicKey)))
            .Select(row => row.Key.Id).ToHashSet();
        return new AdviserKeys(
            ring,
            [.. rows.Where(row => row.IsAtWork && !unknown.Contains(row.Key.Id) && ring.CurrentOf(row.Key.PersonId, now.Today)?.Key == row.Key.Id)],
            rows,
            new KeyTrust(isWhole, [.. rows.Where(row => isWhole && unknown.Contains(row.Key.Id)).Select(row => row.Name).Distinct().Order(StringComparer.CurrentCulture)]));
    }
}

/// <param name="Current">To which names are sealed now.</param>
/// <param name="All">Every row there is, also one that is not to be trusted.</param>
internal sealed record AdviserKeys(AdviserKeyRing Ring, IReadOnlyList<KeyOfPerson> Current, IReadOnlyList<KeyOfPerson> All, KeyTrust Trust);

/// <param name="IsAtWork">As a confidential adviser.</param>
internal sealed record KeyOfPerson(AdviserKey Key, string Name, string JobTitle, bool IsAtWork);

/// <param name="IsWhole">The timeline of the organisation is as the portal wrote it; when it is not, nothing is sealed.</param>
/// <param name="UnknownKeysOf">In whose name there is a key in the database that is not the one on the timeline; nothing is sealed to it.</param>
public sealed record KeyTrust(bool IsWhole, IReadOnlyList<string> UnknownKeysOf);

internal static class KeyFingerprint
{
    /// <summary>In hexadecimal.</summary>
    public static string Of(byte[] publicKey) => Convert.ToHexStringLower(SHA256.HashData(publicKey));

    /// <summary>For people to compare.</summary>
    public static string Shown(string fingerprint) => EventChain.CheckValue(Convert.FromHexString(fingerprint));
}
