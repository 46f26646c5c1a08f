using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Identities;
using SignaalPortaal.Application.Organisations;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Demo;

/// <summary>Keys of the advisers of the demonstration, as seal.js makes them, under a passphrase that everybody may know.</summary>
public static class DemoKeys
{
    public const string Passphrase = "vijf groene fietsen zingen zacht";

    /// <summary>What the encrypted key belongs to; seal.js has the same words.</summary>
    private const string About = "SP1 adviser key";

    private const int SaltLength = 32;

    /// <summary>Of all advisers; the first one agrees to those of the others.</summary>
    internal static async Task Make(PortalDb db, OrganisationTimeline timeline, Now now, CancellationToken cancellationToken)
    {
        var advisers = await db.People.Where(person => (person.Roles & Roles.ConfidentialAdviser) != 0)
            .OrderBy(person => person.Number).Select(person => person.Id).ToListAsync(cancellationToken);
        foreach (var adviser in advisers)
        {
            var key = Make(db.OrganisationId, adviser);
            db.Add(key);
            await timeline.Add(entries => new AdviserKeyRing(entries).Make(key.Id, adviser, KeyFingerprint.Of(key.PublicKey), now), adviser, now, cancellationToken);
            if (adviser != advisers[0])
            {
                await timeline.Add(entries => new AdviserKeyRing(entries).Agree(key.Id, by: advisers[0], now.Today), advisers[0], now, cancellationToken);
            }
        }
    }

    internal static AdviserKey Make(Guid organisationId, Guid personId)
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
        };
    }
}
