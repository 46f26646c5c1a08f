using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SignaalPortaal.Application.Protection;

namespace SignaalPortaal.Application.Attachments;

/// <summary>What each part of a file goes through before it is stored and after it was read.</summary>
internal abstract class PartCipher
{
    /// <summary>Stores as it is.</summary>
    public static PartCipher None { get; } = new Plain();

    /// <summary>AES-256-GCM. A part that was changed, moved or left out is not opened.</summary>
    /// <param name="key">Of this one file: the number of the part is the nonce.</param>
    public static PartCipher With(byte[] key) => new Sealed(key);

    /// <param name="signalKey">Of the signal to which the file belongs.</param>
    public static PartCipher OfFile(byte[] signalKey, Guid attachmentId) =>
        With(HKDF.Expand(HashAlgorithmName.SHA256, signalKey, outputLength: SealedText.KeyLength, Encoding.ASCII.GetBytes($"SP1 file {attachmentId}")));

    /// <summary>By how many bytes a part that is stored is longer.</summary>
    public abstract int Overhead { get; }

    /// <param name="isLast">So that a file that was cut off is not taken for a whole one.</param>
    public abstract byte[] Seal(ReadOnlySpan<byte> bytes, int part, bool isLast);

    public abstract byte[] Open(byte[] stored, int part, bool isLast);

    private sealed class Plain : PartCipher
    {
        public override int Overhead => 0;

        public override byte[] Seal(ReadOnlySpan<byte> bytes, int part, bool isLast) => bytes.ToArray();

        public override byte[] Open(byte[] stored, int part, bool isLast) => stored;
    }

    private sealed class Sealed(byte[] key) : PartCipher
    {
        private static readonly int TagLength = AesGcm.TagByteSizes.MaxSize;

        public override int Overhead => TagLength;

        public override byte[] Seal(ReadOnlySpan<byte> bytes, int part, bool isLast)
        {
            var stored = new byte[bytes.Length + TagLength];
            using var aes = new AesGcm(key, TagLength);
            aes.Encrypt(Nonce(part), bytes, stored.AsSpan(0, bytes.Length), stored.AsSpan(bytes.Length), Place(part, isLast));
            return stored;
        }

        public override byte[] Open(byte[] stored, int part, bool isLast)
        {
            var bytes = new byte[Math.Max(0, stored.Length - TagLength)];
            using var aes = new AesGcm(key, TagLength);
            aes.Decrypt(Nonce(part), stored.AsSpan(0, bytes.Length), stored.AsSpan(bytes.Length), bytes, Place(part, isLast));
            return bytes;
        }

        private static byte[] Nonce(int part)
        {
            var nonce = new byte[AesGcm.NonceByteSizes.MaxSize];
            BinaryPrimitives.WriteInt32BigEndian(nonce.AsSpan(nonce.Length - 4), part);
            return nonce;
        }

        private static byte[] Place(int part, bool isLast)
        {
            var place = new byte[5];
            BinaryPrimitives.WriteInt32BigEndian(place, part);
            place[4] = isLast ? (byte)1 : (byte)0;
            return place;
        }
    }
}
