using System.Buffers.Binary;

namespace SignaalPortaal.Application.Attachments;

internal static class ExifOrientation
{
    private const ushort Tag = 0x0112, Short = 3;

    /// <summary>Which side is up, from 1 to 8. 1 when it is not said, or cannot be read.</summary>
    /// <param name="tiff">EXIF after its six letters.</param>
    public static int Of(ReadOnlySpan<byte> tiff)
    {
        var isBig = tiff.StartsWith("MM\0*"u8);
        if (tiff.Length < 8 || (!isBig && !tiff.StartsWith("II*\0"u8)))
        {
            return 1;
        }

        var start = isBig ? BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]);
        if (start > tiff.Length - 2)
        {
            return 1;
        }

        var count = UInt16(tiff[(int)start..], isBig);
        var entries = tiff[((int)start + 2)..];
        for (var index = 0; index < count && (index + 1) * 12 <= entries.Length; index++)
        {
            var entry = entries.Slice(index * 12, 12);
            if (UInt16(entry, isBig) == Tag && UInt16(entry[2..], isBig) == Short && UInt16(entry[8..], isBig) is >= 1 and <= 8 and var orientation)
            {
                return orientation;
            }
        }

        return 1;
    }

    /// <summary>EXIF with nothing in it but which side is up, without its six letters.</summary>
    public static byte[] Make(int orientation) => [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];

    private static ushort UInt16(ReadOnlySpan<byte> bytes, bool isBig) =>
        isBig ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);
}
