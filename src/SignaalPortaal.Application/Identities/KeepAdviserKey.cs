using System.Security.Cryptography;
using FluentValidation;
using MediatR;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Organisations;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Identities;

/// <summary>
/// Keeps the key that a confidential adviser made in the browser. Once it is in use it takes the place of the one before it, which still opens what was sealed
/// with it; see <see cref="AdviserKeyRing"/>.
/// </summary>
public sealed record KeepAdviserKey : IRequest, IOnce
{
    public const int SmallestKey = 3072;
    public const int FewestIterations = 600_000;

    /// <summary>SubjectPublicKeyInfo, in base 64.</summary>
    public string PublicKey { get; init; } = "";

    /// <summary>PKCS #8 under AES-GCM, in base 64.</summary>
    public string SealedPrivateKey { get; init; } = "";

    /// <summary>In base 64.</summary>
    public string Salt { get; init; } = "";

    public int Iterations { get; init; }

    public Guid FormKey { get; init; }
}

internal sealed class KeepAdviserKeyValidator : AbstractValidator<KeepAdviserKey>
{
    private const int ShortestSalt = 16;
    private const int LongestSalt = 64;

    // PKCS #8 of an RSA key of 3072 to 8192 bits with the nonce and the tag.
    private const int ShortestPrivateKey = 1_700;
    private const int LongestPrivateKey = 5_000;

    public KeepAdviserKeyValidator()
    {
        RuleFor(key => key.PublicKey).Must(IsPublicKey);
        RuleFor(key => key.SealedPrivateKey).Must(text => Bytes(text).Length is >= ShortestPrivateKey and <= LongestPrivateKey);
        RuleFor(key => key.Salt).Must(text => Bytes(text).Length is >= ShortestSalt and <= LongestSalt);
        RuleFor(key => key.Iterations).GreaterThanOrEqualTo(KeepAdviserKey.FewestIterations);
    }

    private static bool IsPublicKey(string text)
    {
        using var rsa = RSA.Create();
        try
        {
            rsa.ImportSubjectPublicKeyInfo(Bytes(text), out var read);
            return read == Bytes(text).Length && rsa.KeySize is >= KeepAdviserKey.SmallestKey and <= 8192;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static byte[] Bytes(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : [];
    }
}

internal sealed class KeepAdviserKeyHandler(PortalDb db, OrganisationTimeline timeline, Viewer viewer, Now now) : AsyncRequestHandler<KeepAdviserKey>
{
    protected override async Task Handle(KeepAdviserKey command, CancellationToken cancellationToken)
    {
        viewer.RequireConfidentialAdviser();
        var key = new AdviserKey
        {
            OrganisationId = viewer.OrganisationId,
            PersonId = viewer.PersonId,
            PublicKey = Convert.FromBase64String(command.PublicKey),
            SealedPrivateKey = Convert.FromBase64String(command.SealedPrivateKey),
            Salt = Convert.FromBase64String(command.Salt),
            Iterations = command.Iterations,
        };
        db.Add(key);
        await timeline.Add(
            entries => new AdviserKeyRing(entries).Make(key.Id, key.PersonId, KeyFingerprint.Of(key.PublicKey), now), viewer.PersonId, now, cancellationToken);
    }
}
