using System.Security.Cryptography;
using System.Text;
using SignaalPortaal.Domain.Chain;

namespace SignaalPortaal.Application.Protection;

/// <summary>
/// What is kept of a receipt code. Fast on purpose: 130 random bits are not found by trying, also by who has the database and the pepper, and a slow hash
/// would be a way to keep the portal busy.
/// </summary>
internal sealed class ReceiptHash(PortalKeys keys)
{
    /// <summary>Under which pepper a new code is kept.</summary>
    public int Version { get; } = keys.Peppers.Keys.Max();

    /// <param name="code">As it is parsed, without dashes.</param>
    public byte[] Of(Guid organisationId, string code, int version)
    {
        var salt = new CanonicalEncoding("SP-receipt-v2").Add("organisation", organisationId).Hash();
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.ASCII.GetBytes(code), outputLength: 32, salt, info: "lookup"u8.ToArray());
        return HMACSHA256.HashData(keys.Peppers[version], key);
    }

    /// <summary>Under every pepper that is still in use.</summary>
    public byte[][] All(Guid organisationId, string code) => [.. keys.Peppers.Keys.Select(version => Of(organisationId, code, version))];
}
