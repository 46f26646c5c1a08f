namespace SignaalPortaal.Application.Data;

/// <summary>
/// The key pair with which a confidential adviser opens sealed names. What is private in it opens with a passphrase that the portal never had.
/// When it was made, and whether it is used, stands on the timeline of the organisation: see <see cref="Domain.Organisations.AdviserKeyRing"/>.
/// </summary>
internal sealed class AdviserKey
{
    /// <summary>How the key is used and how its private half is encrypted. A key for another algorithm can lie beside it.</summary>
    public const string Algorithm1 = "RSA-OAEP-256, PBKDF2-SHA256, AES-256-GCM";

    public Guid OrganisationId { get; init; }
    public Guid Id { get; init; } = Guid.NewGuid();
    public Guid PersonId { get; init; }
    public string Algorithm { get; init; } = Algorithm1;

    /// <summary>SubjectPublicKeyInfo, in DER.</summary>
    public byte[] PublicKey { get; init; } = [];

    /// <summary>PKCS #8 under AES-GCM: the nonce, what was encrypted, the tag.</summary>
    public byte[] SealedPrivateKey { get; init; } = [];

    public byte[] Salt { get; init; } = [];
    public int Iterations { get; init; }
}
