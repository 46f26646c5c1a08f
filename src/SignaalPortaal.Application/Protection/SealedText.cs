using System.Security.Cryptography;
using System.Text;

namespace SignaalPortaal.Application.Protection;

/// <summary>Text and keys under AES-256-GCM (NIST SP 800-38D): a random nonce of 12 bytes, what was encrypted, and a tag of 16 bytes.</summary>
internal static class SealedText
{
    public const int KeyLength = 32;

    private const int NonceLength = 12;
    private const int TagLength = 16;

    public static string AboutKey(Guid organisationId, Guid signalId) => $"SP1 key {organisationId} {signalId}";

    public static string AboutContent(Guid organisationId, Guid signalId) => $"SP1 content {organisationId} {signalId}";

    public static string AboutWords(Guid organisationId, Guid signalId, int seq) => $"SP1 words {organisationId} {signalId} {seq}";

    public static string AboutEntrusted(Guid organisationId, Guid signalId, Guid id) => $"SP1 entrusted {organisationId} {signalId} {id}";

    public static string AboutWithdrawal(Guid organisationId, Guid signalId) => $"SP1 withdrawal {organisationId} {signalId}";

    /// <param name="about">What it belongs to; it opens only with the same.</param>
    public static byte[] Seal(byte[] key, ReadOnlySpan<byte> plain, string about)
    {
        var box = new byte[NonceLength + plain.Length + TagLength];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceLength));
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(
            box.AsSpan(0, NonceLength), plain, box.AsSpan(NonceLength, plain.Length), box.AsSpan(NonceLength + plain.Length), Encoding.UTF8.GetBytes(about));
        return box;
    }

    /// <exception cref="CryptographicException">It was changed, belongs to something else, or this is not its key.</exception>
    public static byte[] Open(byte[] key, ReadOnlySpan<byte> box, string about)
    {
        if (box.Length < NonceLength + TagLength)
        {
            throw new CryptographicException("What was sealed is not complete.");
        }

        var plain = new byte[box.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(box[..NonceLength], box.Slice(NonceLength, plain.Length), box[^TagLength..], plain, Encoding.UTF8.GetBytes(about));
        return plain;
    }

    public static string Seal(byte[] key, string plain, string about) => Convert.ToBase64String(Seal(key, Encoding.UTF8.GetBytes(plain), about));

    /// <inheritdoc cref="Open(byte[], ReadOnlySpan{byte}, string)"/>
    public static string Open(byte[] key, string box, string about) => Encoding.UTF8.GetString(Open(key, Convert.FromBase64String(box), about));
}
