using System.Security.Cryptography;
using System.Text.Json;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Protection;

/// <summary>
/// Seals who raised a confidential signal for the advisers who may open it. The portal has nothing that opens it again: the key is forgotten, and the
/// private keys of advisers are in their own hands.
/// </summary>
internal static class IdentitySeal
{
    public const string Algorithm = "AES-256-GCM, RSA-OAEP-256";

    /// <summary>In bytes; every sealed identity is as long, so that its length says nothing about a name. Longer than all fields of a person can be together.</summary>
    private const int Length = 4096;

    /// <summary>The nonce, what was encrypted and the tag together bind it to its signal; the script that opens it has the same words.</summary>
    public static string About(Guid organisationId, Guid signalId) => $"SP1 identity {organisationId} {signalId}";

    public static (SealedIdentity Identity, List<SealedIdentityKey> Keys) Seal(Person person, Guid signalId, IEnumerable<AdviserKey> advisers)
    {
        var key = RandomNumberGenerator.GetBytes(SealedText.KeyLength);
        var plain = new byte[Length];
        plain.AsSpan().Fill((byte)' ');
        JsonSerializer.SerializeToUtf8Bytes(
            new { person = person.Id, number = person.Number, name = person.Name, mail = person.Mail }, JsonSerializerOptions.Web).CopyTo(plain, 0);

        var identity = new SealedIdentity
        {
            OrganisationId = person.OrganisationId,
            SignalId = signalId,
            Algorithm = Algorithm,
            Sealed = SealedText.Seal(key, plain, About(person.OrganisationId, signalId)),
        };
        var keys = advisers.Select(adviser => new SealedIdentityKey
        {
            OrganisationId = person.OrganisationId,
            SignalId = signalId,
            AdviserKeyId = adviser.Id,
            Wrapped = Wrap(key, adviser),
        }).ToList();
        CryptographicOperations.ZeroMemory(plain);
        CryptographicOperations.ZeroMemory(key);
        return (identity, keys);
    }

    private static byte[] Wrap(byte[] key, AdviserKey adviser)
    {
        using var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(adviser.PublicKey, out _);
        return rsa.Encrypt(key, RSAEncryptionPadding.OaepSHA256);
    }
}
