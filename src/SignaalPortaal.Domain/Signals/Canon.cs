using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SignaalPortaal.Domain.Signals;

/// <summary>
/// Parts that are hashed together. Each is preceded by its length in bytes, so that other parts never make the same bytes. A part that is missing is
/// empty. The functions of migration 0004 and eng/verify.py write the same bytes.
/// </summary>
public sealed class Canon
{
    private readonly ArrayBufferWriter<byte> _bytes = new(initialCapacity: 512);

    public Canon Add(ReadOnlySpan<byte> part)
    {
        BinaryPrimitives.WriteInt32BigEndian(_bytes.GetSpan(sizeof(int)), part.Length);
        _bytes.Advance(sizeof(int));
        _bytes.Write(part);
        return this;
    }

    public Canon Add(string text) => Add(Encoding.UTF8.GetBytes(text));

    /// <summary>In the order in which an id is written.</summary>
    public Canon Add(Guid? id) => id is { } known ? Add(known.ToByteArray(bigEndian: true)) : Add(default(ReadOnlySpan<byte>));

    public Canon Add(int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return Add(bytes);
    }

    public byte[] Hash() => SHA256.HashData(_bytes.WrittenSpan);

    public void AppendTo(IncrementalHash hash) => hash.AppendData(_bytes.WrittenSpan);
}
