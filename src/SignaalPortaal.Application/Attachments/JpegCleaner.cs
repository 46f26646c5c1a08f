using System.Buffers;
using System.Buffers.Binary;
using static SignaalPortaal.Application.Attachments.FileRefusedException;

namespace SignaalPortaal.Application.Attachments;

/// <summary>
/// Keeps of a JPEG what is needed to show it. Away go EXIF (place, time, device, thumbnail), XMP, IPTC, comments, further images and all that follows
/// the end. Which side is up stays, in an EXIF of our own with nothing else in it, and so do the colours: see <see cref="ColourProfile"/>.
/// </summary>
internal static class JpegCleaner
{
    /// <summary>An image of many scans takes its reader a long time.</summary>
    private const int MostScans = 100;

    /// <summary>More segments, or more filling between two of them, than any image has are there to keep its reader busy.</summary>
    private const int MostSegments = 10_000, MostFilling = 16;

    private const byte StartOfImage = 0xD8, EndOfImage = 0xD9, StartOfScan = 0xDA, QuantizationTables = 0xDB, RestartInterval = 0xDD, HuffmanTables = 0xC4;
    private const byte Jfif = 0xE0, Exif = 0xE1, Profile = 0xE2, Adobe = 0xEE;

    /// <summary>Of a colour profile in one segment, behind its name and its two numbers.</summary>
    private const int LargestPart = ushort.MaxValue - 2 - 14;

    public static ReadOnlyMemory<byte> Clean(ReadOnlySpan<byte> file)
    {
        var (orientation, hasJfif, adobe, profile) = Describe(file);
        var clean = new ArrayBufferWriter<byte>(file.Length + 128);
        clean.Write<byte>([0xFF, StartOfImage]);
        if (hasJfif)
        {
            // One to one, and no thumbnail.
            clean.Write<byte>([0xFF, Jfif, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
        }

        if (orientation > 1)
        {
            Write(clean, Exif, [.. "Exif\0\0"u8, .. ExifOrientation.Make(orientation)]);
        }

        if (profile is not null)
        {
            var parts = profile.Chunk(LargestPart).ToList();
            for (var part = 0; part < parts.Count; part++)
            {
                Write(clean, Profile, [.. "ICC_PROFILE\0"u8, (byte)(part + 1), (byte)parts.Count, .. parts[part]]);
            }
        }

        if (adobe is { } transform)
        {
            // Says how the colours were turned into numbers: without it they come out wrong.
            clean.Write<byte>([0xFF, Adobe, 0, 14, .. "Adobe"u8, 0, 100, 0, 0, 0, 0, transform]);
        }

        CopyImage(file, clean);
        return clean.WrittenMemory;
    }

    /// <summary>What the segments say that are made anew.</summary>
    private static Description Describe(ReadOnlySpan<byte> file)
    {
        var (orientation, hasJfif, adobe) = (1, false, (byte?)null);
        var parts = new ProfileParts();
        var reader = new ByteReader(file);
        reader.Take(2);
        for (var segments = 0; NextMarker(ref reader) is var marker && marker is not (StartOfScan or EndOfImage); segments++)
        {
            Require(segments < MostSegments);
            var segment = Segment(ref reader);
            switch (marker)
            {
                case Jfif when segment.StartsWith("JFIF\0"u8):
                    hasJfif = true;
                    break;
                case Exif when segment.StartsWith("Exif\0\0"u8) && orientation == 1:
                    orientation = ExifOrientation.Of(segment[6..]);
                    break;
                case Profile when segment.StartsWith("ICC_PROFILE\0"u8) && segment.Length >= 14:
                    parts.Add(segment[12], segment[13], segment[14..]);
                    break;
                case Adobe when segment.StartsWith("Adobe"u8) && segment.Length >= 12 && segment[11] <= 2:
                    adobe ??= segment[11];
                    break;
            }
        }

        return new Description(orientation, hasJfif, adobe, parts.Whole is { } whole ? ColourProfile.Clean(whole) : null);
    }

    private readonly record struct Description(int Orientation, bool HasJfif, byte? Adobe, byte[]? Profile);

    /// <summary>A colour profile is cut in parts that fit in a segment, each with its number and how many there are.</summary>
    private sealed class ProfileParts
    {
        private readonly SortedDictionary<byte, byte[]> _parts = [];
        private int _count;
        private bool _isBroken;

        /// <summary>Null when it is not whole: then nobody shows the image with it either.</summary>
        public byte[]? Whole => _isBroken || _count == 0 || _parts.Count != _count ? null : [.. _parts.Values.SelectMany(part => part)];

        public void Add(byte number, byte count, ReadOnlySpan<byte> part)
        {
            _isBroken |= number == 0 || number > count || (_count != 0 && _count != count) || !_parts.TryAdd(number, part.ToArray());
            _count = count;
        }
    }

    private static void CopyImage(ReadOnlySpan<byte> file, ArrayBufferWriter<byte> clean)
    {
        var (hasFrame, components, scans) = (false, 0, 0);
        var reader = new ByteReader(file);
        reader.Take(2);
        for (var segments = 0; ; segments++)
        {
            Require(segments < MostSegments);
            var marker = NextMarker(ref reader);
            if (marker is EndOfImage)
            {
                Require(scans > 0);
                clean.Write<byte>([0xFF, EndOfImage]);
                return;
            }

            var segment = Segment(ref reader);
            switch (marker)
            {
                // Baseline, extended and progressive: what browsers show.
                case 0xC0 or 0xC1 or 0xC2:
                    Require(!hasFrame);
                    (hasFrame, components) = (true, Components(segment));
                    break;
                case QuantizationTables:
                    RequireTables(segment, SizeOfQuantizationTable);
                    break;
                case HuffmanTables:
                    RequireTables(segment, SizeOfHuffmanTable);
                    break;
                case RestartInterval:
                    Require(segment.Length == 2);
                    break;
                case StartOfScan:
                    Require(hasFrame && ++scans <= MostScans);
                    Require(segment.Length >= 6 && segment[0] >= 1 && segment[0] <= components && segment.Length == 4 + (2 * segment[0]));
                    break;
                case >= 0xE0 or 0xFE:
                    Require(marker is not 0xFF && (marker <= 0xEF || marker is 0xFE));
                    continue;
                default:
                    throw new FileRefusedException(FileRefusal.Damaged);
            }

            Write(clean, marker, segment);
            if (marker is StartOfScan)
            {
                clean.Write(EntropyCodedData(ref reader));
            }
        }
    }

    private static byte NextMarker(ref ByteReader reader)
    {
        Require(reader.Byte() == 0xFF);
        var marker = reader.Byte();
        for (var filling = 0; marker == 0xFF; filling++)
        {
            Require(filling < MostFilling);
            marker = reader.Byte();
        }

        // Those without a length stand nowhere but at the start, at the end and among the data.
        Require(marker is not (0x00 or 0x01 or (>= 0xD0 and <= StartOfImage)));
        return marker;
    }

    private static ReadOnlySpan<byte> Segment(ref ByteReader reader) => reader.Take(reader.UInt16() - 2);

    private static void Write(ArrayBufferWriter<byte> clean, byte marker, ReadOnlySpan<byte> segment)
    {
        Span<byte> head = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(segment.Length + 2));
        clean.Write(head);
        clean.Write(segment);
    }

    /// <summary>Up to the next marker that is not one of the data itself.</summary>
    private static ReadOnlySpan<byte> EntropyCodedData(ref ByteReader reader)
    {
        var rest = reader.Rest;
        for (var at = 0; rest[at..].IndexOf((byte)0xFF) is var found && found >= 0;)
        {
            at += found;
            if (at + 1 >= rest.Length)
            {
                break;
            }

            if (rest[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7)))
            {
                return reader.Take(at);
            }

            at += 2;
        }

        throw new FileRefusedException(FileRefusal.Damaged);
    }

    private static int Components(ReadOnlySpan<byte> frame)
    {
        Require(frame.Length >= 6);
        var (height, width, components) = (BinaryPrimitives.ReadUInt16BigEndian(frame[1..]), BinaryPrimitives.ReadUInt16BigEndian(frame[3..]), frame[5]);
        Require(height > 0 && width > 0 && components is 1 or 3 or 4 && frame.Length == 6 + (3 * components));
        if ((long)height * width > FileInspection.MostPixels)
        {
            throw new FileRefusedException(FileRefusal.TooManyPixels);
        }

        return components;
    }

    private static int SizeOfQuantizationTable(ReadOnlySpan<byte> table) => table[0] >> 4 == 0 ? 65 : 129;

    private static int SizeOfHuffmanTable(ReadOnlySpan<byte> table)
    {
        var size = 17;
        foreach (var count in table[1..Math.Min(17, table.Length)])
        {
            size += count;
        }

        return size;
    }

    private delegate int SizeOfTable(ReadOnlySpan<byte> table);

    /// <summary>The segment is filled with whole tables: nothing else hides in it.</summary>
    private static void RequireTables(ReadOnlySpan<byte> segment, SizeOfTable sizeOf)
    {
        Require(segment.Length > 0);
        while (segment.Length > 0)
        {
            var size = sizeOf(segment);
            Require(size <= segment.Length);
            segment = segment[size..];
        }
    }
}
