using System.Security.Cryptography;
using System.Text;
using SignaalPortaal.Domain.Chain;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Attachments;

/// <summary>
/// Where the files of one form wait until it is sent. It is found and opened only with the key in that form, by the person who has it open: the
/// database holds neither, and so cannot tell whose files these are nor what is in them.
/// </summary>
internal sealed class UploadDrawer
{
    private readonly byte[] _secret;

    private UploadDrawer(byte[] secret) => _secret = secret;

    /// <summary>Under which the database knows it.</summary>
    public byte[] Name => Derive("drawer");

    /// <summary>Null when the form has none, or no key that the portal made.</summary>
    /// <param name="viewer">Nobody, for a form that anybody may send.</param>
    public static UploadDrawer? Of(string key, Viewer viewer) =>
        UploadKey.IsOne(key)
            ? new UploadDrawer(HKDF.Extract(
                HashAlgorithmName.SHA256, Convert.FromHexString(key),
                new CanonicalEncoding("SP-drawer-v2").Add("organisation", viewer.OrganisationId).Add("person", viewer.PersonId).ToBytes()))
            : null;

    /// <summary>The same for the same bytes in this drawer, and for no others.</summary>
    public byte[] DigestOf(ReadOnlySpan<byte> bytes) => HMACSHA256.HashData(Derive("digest"), bytes);

    public PartCipher CipherOf(Guid file) => PartCipher.With(Derive($"file {file}"));

    private byte[] Derive(string purpose) => HKDF.Expand(HashAlgorithmName.SHA256, _secret, outputLength: 32, Encoding.ASCII.GetBytes(purpose));
}

/// <summary>What a form carries along to find its files again; see <see cref="UploadDrawer"/>.</summary>
public static class UploadKey
{
    private const int Bytes = 32;

    public static string New() => Convert.ToHexString(RandomNumberGenerator.GetBytes(Bytes));

    public static bool IsOne(string key) => key.Length == 2 * Bytes && key.All(char.IsAsciiHexDigitUpper);
}
