using System.IO.Compression;
using System.Text;
using SignaalPortaal.Application.Attachments;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Web.Tests.Attachments;

/// <summary>
/// The files of Files, which other programs made: see its README. The folder says what must become of a file. With a folder in
/// SIGNAALPORTAAL_CLEANED what comes out is kept there, for eng/checks/files.sh.
/// </summary>
public sealed class CorpusTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Attachments", "Files");

    public static TheoryData<string> Taken => [.. FilesIn("taken")];

    public static TheoryData<string, FileRefusal> Refused
    {
        get
        {
            var refused = new TheoryData<string, FileRefusal>();
            foreach (var refusal in Enum.GetValues<FileRefusal>())
            {
                foreach (var name in FilesIn(refusal.ToString()))
                {
                    refused.Add(name, refusal);
                }
            }

            return refused;
        }
    }

    [Theory]
    [MemberData(nameof(Taken))]
    public void A_file_of_people_is_taken_does_not_say_who_made_it_and_is_taken_again_as_it_is(string name)
    {
        var file = File.ReadAllBytes(Path.Combine(Folder, "taken", name));

        var clean = FileInspection.Inspect(file, name, isNamed: true);

        var bytes = clean.Bytes.ToArray();
        foreach (var content in Everything(bytes))
        {
            var text = Encoding.Latin1.GetString(content);
            text.ShouldNotContain("Kanarie");
            text.ShouldNotContain("KANA");
            text.ShouldNotContain(Convert.ToHexString("Kanarie"u8));
            text.ShouldNotContain(Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes("Kanarie")));
            text.ShouldNotContain("K\0a\0n\0a\0r\0i\0e");
        }

        FileInspection.Inspect(bytes, name, isNamed: true).Bytes.Span.SequenceEqual(bytes).ShouldBeTrue();
        Shown(clean.Type, bytes).ShouldBe(Shown(clean.Type, file));
        if (Environment.GetEnvironmentVariable("SIGNAALPORTAAL_CLEANED") is { Length: > 0 } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, name), bytes);
        }
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_file_that_is_not_taken_is_refused_with_its_own_reason(string name, FileRefusal expected)
    {
        var file = File.ReadAllBytes(Path.Combine(Folder, expected.ToString(), name));

        Should.Throw<FileRefusedException>(() => FileInspection.Inspect(file, name, isNamed: true), name).Refusal.ShouldBe(expected, name);
    }

    [Fact]
    public void There_are_enough_of_them()
    {
        FilesIn("taken").Count().ShouldBeGreaterThan(100);
        Refused.Count.ShouldBeGreaterThan(60);
    }

    [Theory]
    [InlineData("orientation-1.jpg", 1)]
    [InlineData("orientation-2.jpg", 2)]
    [InlineData("orientation-3.jpg", 3)]
    [InlineData("orientation-4.jpg", 4)]
    [InlineData("orientation-5.jpg", 5)]
    [InlineData("orientation-6.jpg", 6)]
    [InlineData("orientation-7.jpg", 7)]
    [InlineData("orientation-8.jpg", 8)]
    [InlineData("orientation-3.png", 3)]
    [InlineData("orientation-6.png", 6)]
    [InlineData("orientation-8.png", 8)]
    [InlineData("exif-orientation-6.png", 6)]
    [InlineData("exif-orientation-5-behind.png", 5)]
    public void Which_side_is_up_stays(string name, int orientation)
    {
        var clean = Clean(name);

        var exif = clean.AsSpan().IndexOf("MM\0*"u8);

        (exif < 0 ? 1 : ExifOrientation.Of(clean.AsSpan(exif))).ShouldBe(orientation);
    }

    /// <summary>The three colours and their curves are the same numbers, so that a strong red stays that red.</summary>
    [Theory]
    [InlineData("display-p3.jpg")]
    [InlineData("display-p3-progressive.jpg")]
    [InlineData("profile-in-parts.jpg")]
    [InlineData("adobe-rgb.jpg")]
    [InlineData("prophoto.jpg")]
    [InlineData("display-p3.png")]
    [InlineData("adobe-rgb.png")]
    public void The_colours_stay_as_they_are(string name)
    {
        var (before, after) = (ProfileOf(File.ReadAllBytes(Path.Combine(Folder, "taken", name))), ProfileOf(Clean(name)));

        foreach (var tag in new[] { "rXYZ", "gXYZ", "bXYZ", "wtpt", "rTRC", "gTRC", "bTRC" })
        {
            TagOf(after, tag).AsSpan().SequenceEqual(TagOf(before, tag).AsSpan(0, TagOf(after, tag).Length)).ShouldBeTrue(tag);
        }

        after.Length.ShouldBe(System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(after));
    }

    [Fact]
    public void A_profile_that_nobody_can_read_goes() => Clean("profile-broken.jpg").AsSpan().IndexOf("ICC_PROFILE"u8).ShouldBe(-1);

    [Fact]
    public void A_moving_image_still_moves()
    {
        var clean = Encoding.Latin1.GetString(Clean("moving.png"));

        foreach (var chunk in new[] { "acTL", "fcTL", "fdAT" })
        {
            clean.ShouldContain(chunk);
        }
    }

    private static byte[] Clean(string name) =>
        FileInspection.Inspect(File.ReadAllBytes(Path.Combine(Folder, "taken", name)), name, isNamed: true).Bytes.ToArray();

    private static IEnumerable<string> FilesIn(string folder) => Directory.Exists(Path.Combine(Folder, folder))
        ? Directory.GetFiles(Path.Combine(Folder, folder)).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal) : [];

    /// <summary>The file, and whatever is packed in it by the method that PDF and PNG have in common.</summary>
    private static IEnumerable<byte[]> Everything(byte[] file)
    {
        yield return file;
        for (var at = 0; at + 2 < file.Length; at++)
        {
            if (file[at] == 0x78 && ((file[at] << 8) + file[at + 1]) % 31 == 0 && Unpacked(file[at..]) is { Length: > 0 } unpacked)
            {
                yield return unpacked;
            }
        }
    }

    private static byte[] Unpacked(byte[] packed)
    {
        using var unpacked = new MemoryStream();
        try
        {
            using var unpacking = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
            unpacking.CopyTo(unpacked);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            // Up to where it went well.
        }

        return unpacked.ToArray();
    }

    /// <summary>What makes the pixels of an image: its size, tables and data, as they are.</summary>
    private static string Shown(AttachmentType type, byte[] file) => type switch
    {
        AttachmentType.Jpeg => Convert.ToHexString([.. Segments(file)]),
        AttachmentType.Png => Convert.ToHexString([.. Chunks(file)]),
        _ => "",
    };

    private static IEnumerable<byte> Segments(byte[] jpeg)
    {
        for (var at = 2; ;)
        {
            while (jpeg[at + 1] == 0xFF)
            {
                at++;
            }

            var marker = jpeg[at + 1];
            if (marker == 0xD9)
            {
                yield break;
            }

            var end = at + 2 + (jpeg[at + 2] << 8) + jpeg[at + 3];
            if (marker == 0xDA)
            {
                while (jpeg[end] != 0xFF || jpeg[end + 1] is 0 or (>= 0xD0 and <= 0xD7))
                {
                    end++;
                }
            }

            foreach (var one in marker is >= 0xE0 or 0xFE ? [] : jpeg[at..end])
            {
                yield return one;
            }

            at = end;
        }
    }

    private static IEnumerable<byte> Chunks(byte[] png)
    {
        for (var at = 8; at < png.Length;)
        {
            var (length, name) = (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at)), Encoding.ASCII.GetString(png, at + 4, 4));
            foreach (var one in name is "IHDR" or "PLTE" or "tRNS" or "IDAT" or "gAMA" or "sRGB" or "cHRM" or "cICP" or "fdAT" or "fcTL" ? png[at..(at + 12 + length)] : [])
            {
                yield return one;
            }

            at += 12 + length;
            if (name is "IEND")
            {
                yield break;
            }
        }
    }

    private static byte[] ProfileOf(byte[] file)
    {
        var packed = file.AsSpan().IndexOf("iCCP"u8);
        if (packed >= 0)
        {
            var name = file.AsSpan(packed).IndexOf((byte)0);
            return Unpacked(file[(packed + name + 2)..]);
        }

        var parts = new List<byte>();
        for (var at = 2; file[at + 1] != 0xDA; at += 2 + (file[at + 2] << 8) + file[at + 3])
        {
            if (file.AsSpan(at + 4).StartsWith("ICC_PROFILE\0"u8))
            {
                parts.AddRange(file[(at + 18)..(at + 2 + (file[at + 2] << 8) + file[at + 3])]);
            }
        }

        return [.. parts];
    }

    private static byte[] TagOf(byte[] profile, string name)
    {
        var entry = 132 + profile.AsSpan(132).IndexOf(Encoding.ASCII.GetBytes(name));
        var (offset, size) = (Number(entry + 4), Number(entry + 8));
        return profile[offset..(offset + size)];

        int Number(int at) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(profile.AsSpan(at));
    }
}
