using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Identities;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Demo;

/// <summary>Keys of the advisers of the demonstration, as seal.js makes them, under a passphrase that everybody may know.</summary>
public static class DemoKeys
{
    public const string Passphrase = "vijf groene fietsen zingen zacht";

    /// <summary>What the encrypted key belongs to; seal.js has the same words.</summary>
    private const string About = "SP1 adviser key";

    private const int SaltLength = 32;

    internal static async Task Make(PortalDb db, DateOnly madeOn, CancellationToken cancellationToken)
    {
        var advisers = await db.People.Where(person => (person.Roles & Roles.ConfidentialAdviser) != 0).Select(person => person.Id).ToListAsync(cancellationToken);
        db.AddRange(advisers.Select(adviser => Make(db.OrganisationId, adviser, madeOn)));
        await db.SaveChangesAsync(cancellationToken);
    }

    internal static AdviserKey Make(Guid organisationId, Guid personId, DateOnly madeOn)
    {
        using var rsa = RSA.Create(KeepAdviserKey.SmallestKey);
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        var key = Rfc2898DeriveBytes.Pbkdf2(
            Encoding.UTF8.GetBytes(Passphrase), salt, KeepAdviserKey.FewestIterations, HashAlgorithmName.SHA256, Protection.SealedText.KeyLength);
        return new AdviserKey
        {
            OrganisationId = organisationId,
            PersonId = personId,
            PublicKey = rsa.ExportSubjectPublicKeyInfo(),
            SealedPrivateKey = Protection.SealedText.Seal(key, rsa.ExportPkcs8PrivateKey(), About),
            Salt = salt,
            Iterations = KeepAdviserKey.FewestIterations,
            MadeOn = madeOn,
        };
    }
}
