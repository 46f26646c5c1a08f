using System.Security.Cryptography;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Protection;
using SignaalPortaal.Domain.Chain;

namespace SignaalPortaal.Application.Released;

/// <summary>
/// What stands in the database for "this person sees this too": the same each time, so that a second press does nothing; of no use to who has the
/// database without the keys of the portal; and of another signal another mark, so that nobody's marks are found together.
/// </summary>
internal sealed class EchoMarks(OrganisationKeys keys)
{
    public async Task<IReadOnlyList<byte[]>> Of(PortalDb db, Guid personId, IEnumerable<Guid> releasedIds, CancellationToken cancellationToken)
    {
        var organisationKey = await keys.Open(db, OrganisationKeys.Newest, cancellationToken);
        var key = HKDF.Expand(HashAlgorithmName.SHA256, organisationKey, outputLength: SealedText.KeyLength, "SP1 echo"u8.ToArray());
        return [.. releasedIds.Select(released => HMACSHA256.HashData(
            key, new CanonicalEncoding("SP-echo-v2").Add("released", released).Add("person", personId).ToBytes()))];
    }
}
