using System.Buffers;
using System.Buffers.Binary;
using static SignaalPortaal.Application.Attachments.FileRefusedException;

namespace SignaalPortaal.Application.Attachments;

/// <summary>
/// Keeps of a PNG what is needed to show it. Away go texts, EXIF, the time, the colour profile, the size on paper, animation and all that follows
/// the end.
/// </summary>
internal static class PngCleaner
{
    private const int SignatureLength = 8;

    /// <summary>More than any image has is there to keep its reader busy.</summary>
    private const int MostChunks = 50_000;

    private static readonly uint[] Crcs = MakeCrcs();

    public static ReadOnlyMemory<byte> Clean(ReadOnlySpan<byte> file)
    {
        var clean = new ArrayBufferWriter<byte>(file.Length);
        var reader = new ByteReader(file);
        clean.Write(reader.Take(SignatureLength));
        var (colour, isFirst, data, hasPalette, kept) = ((byte)0, true, ImageData.ToCome, false, new HashSet<uint>());
        for (var chunks = 0; ; chunks++)
        {
            Require(chunks < MostChunks);
            var chunk = ReadChunk(ref reader, out var type, out var content);
            var name = BinaryPrimitives.ReadUInt32BigEndian(type);
            Require(isFirst == type.SequenceEqual("IHDR"u8));
            var isData = type.SequenceEqual("IDAT"u8);

            // In one row.
            Require(!isData || data is not ImageData.Past);
            data = isData ? ImageData.Here : data is ImageData.Here ? ImageData.Past : data;
            if (isFirst)
            {
                colour = ColourType(content);
                isFirst = false;
            }
            else if (type.SequenceEqual("IEND"u8))
            {
                Require(content.Length == 0 && data is ImageData.Past && (hasPalette || colour != 3));
                clean.Write(chunk);
                return clean.WrittenMemory;
            }
            else if (type.SequenceEqual("PLTE"u8))
            {
                Require(content.Length is >= 3 and <= 768 && content.Length % 3 == 0 && data is ImageData.ToCome && !hasPalette);
                hasPalette = true;
            }
            else if (type.SequenceEqual("tRNS"u8))
            {
                Require(data is ImageData.ToCome && content.Length <= 256 && !kept.Contains(name));
            }
            else if (type.SequenceEqual("gAMA"u8) || type.SequenceEqual("sRGB"u8))
            {
                Require(data is ImageData.ToCome && content.Length == (type[0] == 'g' ? 4 : 1) && !kept.Contains(name));
            }
            else if (!isData)
            {
                // A small letter first: the image can be shown without it.
                Require((type[0] & 0x20) != 0);
                continue;
            }

            kept.Add(name);
            clean.Write(chunk);
        }
    }

    private static ReadOnlySpan<byte> ReadChunk(ref ByteReader reader, out ReadOnlySpan<byte> type, out ReadOnlySpan<byte> content)
    {
        var start = reader.Rest;
        var length = reader.UInt32();
        type = reader.Take(4);
        foreach (var letter in type)
        {
            Require(char.IsAsciiLetter((char)letter));
        }

        content = reader.Take(length);
        Require(reader.UInt32() == Crc(start.Slice(4, (int)length + 4)));
        return start[..((int)length + 12)];
    }

    private static byte ColourType(ReadOnlySpan<byte> header)
    {
        Require(header.Length == 13);
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(header), BinaryPrimitives.ReadUInt32BigEndian(header[4..]));
        Require(width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue);
        Require((colour: header[9], depth: header[8]) is (0, 1 or 2 or 4 or 8 or 16) or (3, 1 or 2 or 4 or 8) or (2 or 4 or 6, 8 or 16));
        Require(header[10] == 0 && header[11] == 0 && header[12] <= 1);
        if (width * (ulong)height > FileInspection.MostPixels)
        {
            throw new FileRefusedException(FileRefusal.TooManyPixels);
        }

        return header[9];
    }

    /// <summary>CRC-32 as PNG has it (ISO 3309).</summary>
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc = Crcs[(crc ^ one) & 0xFF] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint[] MakeCrcs()
    {
        var crcs = new uint[256];
        for (var value = 0u; value < 256; value++)
        {
            var crc = value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : 0xEDB88320 ^ (crc >> 1);
            }

            crcs[value] = crc;
        }

        return crcs;
    }

    private enum ImageData
    {
        ToCome,
        Here,
        Past,
    }
}
