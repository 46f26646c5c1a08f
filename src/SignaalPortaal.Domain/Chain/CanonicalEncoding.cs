using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SignaalPortaal.Domain.Chain;

/// <summary>
/// Parts that are hashed together, in one fixed form: each part is preceded by its name and its length, and the first part says what the whole is for.
/// So no byte can move from one part to the next, and nothing that is hashed for one purpose passes for something else. A part that is null is left out.
/// <para>docs/chain-format.md describes it. The functions of migration 0004 and eng/verify.py write the same bytes.</para>
/// </summary>
public sealed class CanonicalEncoding
{
    /// <summary>The length of every hash and every salt, in bytes.</summary>
    public const int HashLength = SHA256.HashSizeInBytes;

    private readonly ArrayBufferWriter<byte> _bytes = new(initialCapacity: 512);

    /// <param name="domain">What the parts are for, such as SP-event-v2: of each kind of hash its own.</param>
    public CanonicalEncoding(string domain) => Add("domain", domain);

    private CanonicalEncoding() { }

    /// <summary>More parts of something that <see cref="AppendTo"/> hashes already.</summary>
    public static CanonicalEncoding Continued() => new();

    public CanonicalEncoding Add(string name, ReadOnlySpan<byte> part)
    {
        AddHeading(name, part.Length);
        _bytes.Write(part);
        return this;
    }

    public CanonicalEncoding Add(string name, byte[]? part) => part is null ? this : Add(name, part.AsSpan());

    /// <summary>As UTF-8.</summary>
    public CanonicalEncoding Add(string name, string? part) => part is null ? this : Add(name, Encoding.UTF8.GetBytes(part));

    /// <summary>In the order in which an id is written.</summary>
    public CanonicalEncoding Add(string name, Guid? part) => part is { } id ? Add(name, id.ToByteArray(bigEndian: true)) : this;

    /// <summary>In four bytes, the highest first.</summary>
    public CanonicalEncoding Add(string name, int? part)
    {
        if (part is not { } number)
        {
            return this;
        }

        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return Add(name, bytes);
    }

    /// <summary>As 2026-09-07.</summary>
    public CanonicalEncoding Add(string name, DateOnly? part) => Add(name, part?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Only that it is so: a part without bytes.</summary>
    public CanonicalEncoding Add(string name, bool part) => part ? Add(name, default(ReadOnlySpan<byte>)) : this;

    /// <summary>Parts within a part.</summary>
    public CanonicalEncoding Add(string name, CanonicalEncoding? part) => part is null ? this : Add(name, part._bytes.WrittenSpan);

    /// <summary>Announces a part of which the bytes follow elsewhere: in what <see cref="AppendTo"/> gave the rest to.</summary>
    public CanonicalEncoding AddHeading(string name, int length)
    {
        var nameLength = Encoding.UTF8.GetByteCount(name);
        AddLength(nameLength);
        Encoding.UTF8.GetBytes(name, _bytes.GetSpan(nameLength));
        _bytes.Advance(nameLength);
        AddLength(length);
        return this;
    }

    public byte[] ToBytes() => _bytes.WrittenSpan.ToArray();

    public byte[] Hash() => SHA256.HashData(_bytes.WrittenSpan);

    public void AppendTo(IncrementalHash hash) => hash.AppendData(_bytes.WrittenSpan);

    private void AddLength(int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(_bytes.GetSpan(sizeof(int)), length);
        _bytes.Advance(sizeof(int));
    }
}
