using System.Buffers.Binary;

namespace SignaalPortaal.Application.Attachments;

/// <summary>Reads a file from front to back. A file that ends too soon is damaged; nothing is ever read outside of it.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> file)
{
    private readonly ReadOnlySpan<byte> _file = file;

    public int Position { get; private set; }

    public readonly ReadOnlySpan<byte> Rest => _file[Position..];

    public byte Byte() => Take(1)[0];

    public ushort UInt16() => BinaryPrimitives.ReadUInt16BigEndian(Take(2));

    public uint UInt32() => BinaryPrimitives.ReadUInt32BigEndian(Take(4));

    public ReadOnlySpan<byte> Take(long count)
    {
        if (count < 0 || count > _file.Length - Position)
        {
            throw new FileRefusedException(FileRefusal.Damaged);
        }

        var taken = _file.Slice(Position, (int)count);
        Position += (int)count;
        return taken;
    }
}
