using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace SignaalPortaal.Web.Tests.Attachments;

/// <summary>Files as people and attackers send them, made here. Whoever made them is called <see cref="Author"/>, in every place that a file has for it.</summary>
internal static class Corpus
{
    public const string Author = "Kanarie Karelsen";

    /// <summary>What a browser made of sixteen by eight pixels, with a colour profile.</summary>
    private const string FromABrowser =
        "/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" +
        "AQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFla" +
        "AAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJY" +
        "WVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAA" +
        "E9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBC" +
        "YFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSk" +
        "pKT/wAARCAAIABADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAMF/8QAFhABAQEAAAAAAAAAAAAAAAAAAAEC/8QAFAEBAAAAAAAAAAAAAAAAAAAABP/EABcRAAMBAAAAAAAA" +
        "AAAAAAAAAAABAgT/2gAMAwEAAhEDEQA/AMvVS1QOyyh2mmf/2Q==";

    public static byte[] Jpeg { get; } = Convert.FromBase64String(FromABrowser);

    /// <summary>A photo as a telephone makes it: place, device, thumbnail, XMP, IPTC, comment, a second image and something behind the end.</summary>
    public static byte[] Photo(int orientation = 6) => WithSegments(
        Jpeg,
        (0xE0, [.. "JFIF\0"u8, 1, 2, 1, 0, 72, 0, 72, 1, 1, .. "KKK"u8]),
        (0xE1, Exif(orientation)),
        (0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Text($"<x:xmpmeta><dc:creator>{Author}</dc:creator></x:xmpmeta>")]),
        (0xE2, [.. "MPF\0"u8, .. Text(Author)]),
        (0xED, [.. "Photoshop 3.0\08BIM"u8, .. Text(Author)]),
        (0xFE, Text(Author)),
        (0xEF, Text(Author)))
        .Concat(Jpeg).Concat(Text(Author)).ToArray();

    /// <summary>With a thumbnail that has its own author, and coordinates.</summary>
    private static byte[] Exif(int orientation) =>
    [
        .. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 3, 0,
        0x0F, 1, 2, 0, 16, 0, 0, 0, 50, 0, 0, 0,
        0x12, 1, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0,
        0x25, 0x88, 4, 0, 1, 0, 0, 0, 66, 0, 0, 0,
        0, 0, 0, 0, .. Text(Author), .. "GPS 52.0907N 5.1214E"u8, .. Jpeg,
    ];

    /// <summary>Behind the first two bytes.</summary>
    public static byte[] WithSegments(byte[] jpeg, params (byte Marker, byte[] Content)[] segments) =>
    [
        .. jpeg[..2],
        .. segments.SelectMany(segment => (byte[])[0xFF, segment.Marker, (byte)((segment.Content.Length + 2) >> 8), (byte)(segment.Content.Length + 2), .. segment.Content]),
        .. jpeg[2..],
    ];

    /// <param name="extra">Between the header and the image.</param>
    public static byte[] Png(uint width = 4, uint height = 4, params byte[][] extra) =>
    [
        0x89, .. "PNG\r\n\x1a\n"u8,
        .. Chunk("IHDR", [.. BigEndian(width), .. BigEndian(height), 8, 2, 0, 0, 0]),
        .. extra.SelectMany(chunk => chunk),
        .. Chunk("IDAT", Deflated(new byte[4 * 13])),
        .. Chunk("IEND", []),
    ];

    public static byte[] Screenshot { get; } =
    [
        .. Png(4, 4,
            Chunk("gAMA", BigEndian(45455)), Chunk("iCCP", [.. Text(Author), 0, 0, .. Deflated(Text(Author))]), Chunk("tEXt", Text($"Author\0{Author}")),
            Chunk("zTXt", [.. "Author\0\0"u8, .. Deflated(Text(Author))]), Chunk("iTXt", Text($"XML:com.adobe.xmp\0\0\0\0\0{Author}")), Chunk("eXIf", Exif(1)),
            Chunk("tIME", [7, 234, 1, 1, 1, 1, 1]), Chunk("pHYs", [0, 0, 11, 19, 0, 0, 11, 19, 1]), Chunk("prVt", Text(Author))),
        .. Text(Author),
    ];

    public static byte[] Chunk(string type, byte[] content)
    {
        byte[] named = [.. Text(type), .. content];
        return [.. BigEndian((uint)content.Length), .. named, .. BigEndian(Crc(named))];
    }

    /// <summary>With its author in the information that lies open, in XMP that lies open, and in XMP that is packed.</summary>
    /// <param name="extra">More objects.</param>
    public static byte[] Pdf(params string[] extra)
    {
        var packed = Deflated(Text($"<x:xmpmeta>{Author}</x:xmpmeta>{new string(' ', 200)}"));
        return
        [
            .. Text("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/Metadata 6 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"),
            .. Text("3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>\nendobj\n"),
            .. Text("4 0 obj\n<</Length 20>>\nstream\nBT (Een brief) Tj ET \nendstream\nendobj\n"),
            .. Text($"5 0 obj\n<</Author ({Author})/Producer (Word \\(van {Author}\\))/Title <{Convert.ToHexString(Text(Author))}>>>\nendobj\n"),
            .. Text($"6 0 obj\n<</Type/Metadata/Subtype/XML/Length 99>>\nstream\n<x:xmpmeta>{Author}</x:xmpmeta>\nendstream\nendobj\n"),
            .. Text($"7 0 obj\n<</Type/Metadata/Subtype/XML/Filter/FlateDecode/Length {packed.Length}>>\nstream\n"), .. packed, .. Text("\nendstream\nendobj\n"),
            .. Text(string.Join('\n', extra)),
            .. Text("\ntrailer\n<</Root 1 0 R/Info 5 0 R/Size 8>>\nstartxref\n0\n%%EOF\n"),
        ];
    }

    /// <summary>An object of a PDF in which others are packed.</summary>
    public static string PackedObjects(byte[] objects, string dictionary = "/Type/ObjStm/N 1/First 5/Filter/FlateDecode", int number = 9) =>
        $"{number} 0 obj\n<<{dictionary}>>\nstream\n{Encoding.Latin1.GetString(objects)}\nendstream\nendobj";

    public static byte[] Deflated(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.SmallestSize))
        {
            packing.Write(bytes);
        }

        return packed.ToArray();
    }

    public static byte[] Text(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] BigEndian(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
            }
        }

        return ~crc;
    }
}
