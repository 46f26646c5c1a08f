using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using static SignaalPortaal.Application.Attachments.FileRefusedException;

namespace SignaalPortaal.Application.Attachments;

/// <summary>
/// Keeps of a PNG what is needed to show it. Away go texts, the time, the size on paper, what makers have of their own and all that follows the end.
/// Which side is up stays, in an EXIF of our own with nothing else in it, and so do the colours: see <see cref="ColourProfile"/>.
/// </summary>
internal static class PngCleaner
{
    private const int SignatureLength = 8;

    /// <summary>More than any image has is there to keep its reader busy.</summary>
    private const int MostChunks = 50_000, LargestProfile = 8 * 1024 * 1024;

    /// <summary>How the numbers of the image become colours: name and length. They stand in front of all else.</summary>
    private static readonly Dictionary<string, int> Colours = new() { ["cICP"] = 4, ["sRGB"] = 1, ["gAMA"] = 4, ["cHRM"] = 32, ["mDCV"] = 24, ["cLLI"] = 8 };

    private static readonly uint[] Crcs = MakeCrcs();

    public static ReadOnlyMemory<byte> Clean(ReadOnlySpan<byte> file)
    {
        var description = Describe(file);
        var clean = new ArrayBufferWriter<byte>(file.Length + 128);
        var reader = new ByteReader(file);
        clean.Write(reader.Take(SignatureLength));
        clean.Write(ReadChunk(ref reader, out _, out _));
        if (description.Profile is { } profile)
        {
            Write(clean, "iCCP", [.. "profile\0\0"u8, .. profile]);
        }

        foreach (var (name, content) in description.Colours)
        {
            Write(clean, name, content);
        }

        if (description.Orientation > 1)
        {
            Write(clean, "eXIf", ExifOrientation.Make(description.Orientation));
        }

        while (true)
        {
            var chunk = ReadChunk(ref reader, out var type, out _);
            var name = Encoding.ASCII.GetString(type);
            if (name is "PLTE" or "tRNS" or "IDAT" or "IEND" || (description.IsAnimated && name is "acTL" or "fcTL" or "fdAT"))
            {
                clean.Write(chunk);
            }

            if (name is "IEND")
            {
                return clean.WrittenMemory;
            }
        }
    }

    /// <summary>What the chunks say that are made anew; the others are in their place, and there are no more than those an image may have.</summary>
    private static Description Describe(ReadOnlySpan<byte> file)
    {
        var (size, colour, data, hasPalette, hasTransparency, orientation) = (0L, (byte)0, ImageData.ToCome, false, false, 1);
        var (profile, hasProfile, colours, animation) = ((byte[]?)null, false, new Dictionary<string, byte[]>(), new PngAnimation());
        var reader = new ByteReader(file);
        reader.Take(SignatureLength);
        for (var chunks = 0; ; chunks++)
        {
            Require(chunks < MostChunks);
            ReadChunk(ref reader, out var type, out var content);
            var name = Encoding.ASCII.GetString(type);
            Require((chunks == 0) == (name is "IHDR"));

            // In one row.
            Require(name is not "IDAT" || data is not ImageData.Past);
            data = name is "IDAT" ? ImageData.Here : data is ImageData.Here ? ImageData.Past : data;
            switch (name)
            {
                case "IHDR":
                    (size, colour) = SizeAndColour(content);
                    animation = new PngAnimation(content[..8]);
                    break;
                case "IDAT":
                    break;
                case "IEND":
                    Require(content.Length == 0 && data is ImageData.Past && (hasPalette || colour != 3));
                    if (animation.Frames * size > 10 * FileInspection.MostPixels)
                    {
                        throw new FileRefusedException(FileRefusal.TooManyPixels);
                    }

                    return new Description(orientation, profile, [.. colours], animation.IsRight);
                case "PLTE":
                    Require(content.Length is >= 3 and <= 768 && content.Length % 3 == 0 && data is ImageData.ToCome && !hasPalette);
                    hasPalette = true;
                    break;
                case "tRNS":
                    Require(data is ImageData.ToCome && content.Length <= 256 && !hasTransparency);
                    hasTransparency = true;
                    break;
                case "acTL" or "fcTL" or "fdAT":
                    animation.Add(name, content, isBeforeData: data is ImageData.ToCome);
                    break;
                case "iCCP" when data is ImageData.ToCome && !hasPalette:
                    // Only the first counts (PNG, section 11.3.2.3), and unpacking each of a thousand would take a minute.
                    profile = hasProfile ? profile : Profile(content);
                    hasProfile = true;
                    break;
                case "eXIf" when orientation == 1:
                    orientation = ExifOrientation.Of(content.StartsWith("Exif\0\0"u8) ? content[6..] : content);
                    break;
                default:
                    if (Colours.TryGetValue(name, out var length) && content.Length == length && data is ImageData.ToCome && !hasPalette)
                    {
                        colours.TryAdd(name, content.ToArray());
                    }

                    // A small letter first: the image can be shown without it.
                    Require((type[0] & 0x20) != 0);
                    break;
            }
        }
    }

    /// <param name="Profile">Packed.</param>
    private readonly record struct Description(int Orientation, byte[]? Profile, IReadOnlyList<KeyValuePair<string, byte[]>> Colours, bool IsAnimated);

    /// <summary>Its name goes; null when it cannot be read: then nobody shows the image with it either.</summary>
    private static byte[]? Profile(ReadOnlySpan<byte> content)
    {
        var name = content.IndexOf((byte)0);
        if (name is < 1 or > 79 || name + 2 > content.Length || content[name + 1] != 0)
        {
            return null;
        }

        try
        {
            using var packed = new MemoryStream(content[(name + 2)..].ToArray());
            using var unpacking = new ZLibStream(packed, CompressionMode.Decompress);
            using var unpacked = new MemoryStream();
            var buffer = new byte[16 * 1024];
            while (unpacking.Read(buffer) is var read && read > 0)
            {
                unpacked.Write(buffer.AsSpan(0, read));
                if (unpacked.Length > LargestProfile)
                {
                    return null;
                }
            }

            if (ColourProfile.Clean(unpacked.ToArray()) is not { } clean)
            {
                return null;
            }

            using var again = new MemoryStream();
            using (var packing = new ZLibStream(again, CompressionLevel.Optimal, leaveOpen: true))
            {
                packing.Write(clean);
            }

            return again.ToArray();
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            return null;
        }
    }

    private static void Write(ArrayBufferWriter<byte> to, string name, ReadOnlySpan<byte> content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. content];
        Number(to, (uint)content.Length);
        to.Write(named);
        Number(to, Crc(named));
    }

    private static void Number(ArrayBufferWriter<byte> to, uint number)
    {
        BinaryPrimitives.WriteUInt32BigEndian(to.GetSpan(4), number);
        to.Advance(4);
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

    private static (long Size, byte Colour) SizeAndColour(ReadOnlySpan<byte> header)
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

        return (width * (long)height, header[9]);
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
