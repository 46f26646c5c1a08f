using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;

namespace SignaalPortaal.Application.Protection;

/// <summary>
/// The key of each organisation, in memory once it was opened. It wraps the keys of signals; in the database it lies wrapped with the certificate
/// of the portal.
/// </summary>
internal sealed class OrganisationKeys(PortalKeys keys)
{
    /// <summary>Under which a new signal gets its own key.</summary>
    public const int Newest = 1;

    private readonly ConcurrentDictionary<(Guid Organisation, int Version), byte[]> _opened = new();

    /// <summary>Makes the key of the current organisation when it has none yet.</summary>
    public Task<int> Make(PortalDb db, CancellationToken cancellationToken)
    {
        var wrapped = Wrap(RandomNumberGenerator.GetBytes(SealedText.KeyLength));
        return db.Database.ExecuteSqlAsync(
            $"insert into organisation_keys (organisation_id, version, wrapped) values ({db.OrganisationId}, {Newest}, {wrapped}) on conflict do nothing",
            cancellationToken);
    }

    public async Task<byte[]> Open(PortalDb db, int version, CancellationToken cancellationToken)
    {
        if (_opened.TryGetValue((db.OrganisationId, version), out var known))
        {
            return known;
        }

        var wrapped = await db.Database
            .SqlQuery<byte[]>($"""select wrapped as "Value" from organisation_keys where organisation_id = {db.OrganisationId} and version = {version}""")
            .SingleAsync(cancellationToken);
        return _opened[(db.OrganisationId, version)] = Unwrap(wrapped);
    }

    private byte[] Wrap(byte[] key)
    {
        using var rsa = keys.Certificate.GetRSAPublicKey()!;
        return rsa.Encrypt(key, RSAEncryptionPadding.OaepSHA256);
    }

    /// <exception cref="CryptographicException">It was not made for this portal.</exception>
    public byte[] Unwrap(byte[] wrapped)
    {
        using var rsa = keys.Certificate.GetRSAPrivateKey()!;
        return rsa.Decrypt(wrapped, RSAEncryptionPadding.OaepSHA256);
    }
}
