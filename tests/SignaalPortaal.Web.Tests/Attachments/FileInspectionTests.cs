using System.Text;
using SignaalPortaal.Application.Attachments;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Web.Tests.Attachments;

/// <summary>What is taken of a file, and why a file is not taken.</summary>
public sealed class FileInspectionTests
{
    public static TheoryData<string, byte[]> ThatTellTheirAuthor => new()
    {
        { "foto.jpg", Corpus.Photo() },
        { "foto.JPEG", Corpus.Photo(orientation: 1) },
        { "scherm.png", Corpus.Screenshot },
        { "brief.pdf", Corpus.Pdf() },
        { "animatie.png", Corpus.Png(4, 4, Corpus.Chunk("acTL", Corpus.Text(Corpus.Author))) },
    };

    public static TheoryData<string, byte[], FileRefusal> ThatAreRefused => new()
    {
        { "leeg.jpg", [], FileRefusal.Empty },
        { "alleen-bom.txt", [0xEF, 0xBB, 0xBF], FileRefusal.Empty },
        { "programma.exe", Corpus.Text("MZ"), FileRefusal.UnknownType },
        { "tekening.svg", Corpus.Text("<svg onload=alert(1)>"), FileRefusal.UnknownType },
        { "pagina.html", Corpus.Text("<html>"), FileRefusal.UnknownType },
        { "brief.docx", Corpus.Text("PK"), FileRefusal.UnknownType },
        { "tekst.jpg", Corpus.Text("tekst"), FileRefusal.NotWhatItsNameSays },
        { "zip.jpg", Corpus.Text("PK\x03\x04"), FileRefusal.NotWhatItsNameSays },
        { "pagina.txt", Corpus.Text("\n <!DOCTYPE html><script>"), FileRefusal.NotWhatItsNameSays },
        { "tekening.txt", Corpus.Text("<SVG onload=alert(1)>"), FileRefusal.NotWhatItsNameSays },
        { "pdf.txt", Corpus.Text(" %PDF-1.7"), FileRefusal.NotWhatItsNameSays },
        { "nul.txt", Corpus.Text("een\0twee"), FileRefusal.NotPlainText },
        { "bel.txt", Corpus.Text("een\atwee"), FileRefusal.NotPlainText },
        { "zip.txt", Corpus.Text("PK\x03\x04"), FileRefusal.NotPlainText },
        { "half.txt", [0xFF, 0xFE, 0x00, 0xD8], FileRefusal.NotPlainText },
        { "half.jpg", Corpus.Jpeg[..^40], FileRefusal.Damaged },
        { "geen-einde.jpg", Corpus.Jpeg[..^2], FileRefusal.Damaged },
        { "alleen-begin.jpg", [0xFF, 0xD8, 0xFF, 0xD9], FileRefusal.Damaged },
        { "half.png", Corpus.Png()[..^12], FileRefusal.Damaged },
        { "krc.png", Corpus.Png(4, 4, [.. Corpus.Chunk("tEXt", [1])[..^1], 0]), FileRefusal.Damaged },
        { "onbekend.png", Corpus.Png(4, 4, Corpus.Chunk("XXXX", [])), FileRefusal.Damaged },
        { "bom.png", Corpus.Png(10_000, 5_001), FileRefusal.TooManyPixels },
        { "bom.jpg", Resized(Corpus.Jpeg), FileRefusal.TooManyPixels },
        { "half.pdf", Corpus.Pdf()[..60], FileRefusal.Damaged },
        { "versleuteld.pdf", Corpus.Text(Encoding.Latin1.GetString(Corpus.Pdf()).Replace("/Size 8", "/Size 8/Encrypt 9 0 R")), FileRefusal.PdfIsEncrypted },
        { "stuk-ingepakt.pdf", Corpus.Pdf(Corpus.PackedObjects([1, 2, 3])), FileRefusal.Damaged },
        { "bom.pdf", Corpus.Pdf(Corpus.PackedObjects(Corpus.Deflated(new byte[100_000_000]))), FileRefusal.Damaged },
        { "met-woordenboek.pdf", Corpus.Pdf(Corpus.PackedObjects([0x78, 0xBB, 1, 2, 3, 4, 5, 6, 7, 8])), FileRefusal.Damaged },
        { "bommen.pdf", Corpus.Pdf([.. Enumerable.Range(9, 50).Select(number => Corpus.PackedObjects(Corpus.Deflated(new byte[10_000_000]), number: number))]), FileRefusal.Damaged },
    };

    [Theory]
    [MemberData(nameof(ThatTellTheirAuthor), DisableDiscoveryEnumeration = true)]
    public void Who_made_a_file_is_nowhere_in_it_any_more(string name, byte[] file)
    {
        Encoding.Latin1.GetString(file).ShouldContain(Corpus.Author);

        var clean = FileInspection.Inspect(file, name, isNamed: true).Bytes;

        var text = Encoding.Latin1.GetString(clean.Span);
        text.ShouldNotContain("Kanarie");
        text.ShouldNotContain(Convert.ToHexString(Corpus.Text(Corpus.Author)));
        text.ShouldNotContain("GPS");
        text.ShouldNotContain("KKK");
    }

    [Theory]
    [MemberData(nameof(ThatAreRefused), DisableDiscoveryEnumeration = true)]
    public void A_file_is_refused_at_once_with_the_reason(string name, byte[] file, FileRefusal expected)
    {
        var start = DateTime.UtcNow;

        var refused = Should.Throw<FileRefusedException>(() => FileInspection.Inspect(file, name, isNamed: true), name);

        refused.Refusal.ShouldBe(expected, name);
        (DateTime.UtcNow - start).ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Of_a_photo_stays_what_is_needed_to_show_it_and_which_side_is_up()
    {
        var clean = FileInspection.Inspect(Corpus.Photo(orientation: 6), "foto.jpg", isNamed: true).Bytes.ToArray();

        Markers(clean).ShouldBe([0xE0, 0xE1, 0xE2, 0xDB, 0xDB, 0xC0, 0xC4, 0xC4, 0xC4, 0xC4, 0xDA]);
        ExifOrientation.Of(clean.AsSpan(Array.IndexOf(clean, (byte)0xE1) + 9)).ShouldBe(6);
        clean[^2..].ShouldBe([0xFF, 0xD9]);
        Markers(FileInspection.Inspect(Corpus.Photo(orientation: 1), "foto.jpg", isNamed: true).Bytes.ToArray()).ShouldNotContain((byte)0xE1);
    }

    [Fact]
    public void The_data_of_the_image_are_not_touched()
    {
        var clean = FileInspection.Inspect(Corpus.Photo(), "foto.jpg", isNamed: true).Bytes.ToArray();
        var scan = Corpus.Jpeg.AsSpan().LastIndexOf([(byte)0xFF, (byte)0xDA]);

        clean.AsSpan().EndsWith(Corpus.Jpeg.AsSpan(scan)).ShouldBeTrue();
    }

    [Fact]
    public void Colours_that_were_turned_otherwise_still_are()
    {
        var jpeg = Corpus.WithSegments(Corpus.Jpeg, (0xEE, [.. "Adobe"u8, 0, 100, 1, 2, 3, 4, 0]));

        Encoding.Latin1.GetString(FileInspection.Inspect(jpeg, "a.jpg", isNamed: true).Bytes.Span).ShouldContain("Adobe\0\u0064\0\0\0\0\0");
    }

    [Fact]
    public void Of_a_screenshot_stay_the_parts_that_show_it()
    {
        var clean = Encoding.Latin1.GetString(FileInspection.Inspect(Corpus.Screenshot, "a.png", isNamed: true).Bytes.Span);

        foreach (var kept in new[] { "IHDR", "gAMA", "IDAT", "IEND" })
        {
            clean.ShouldContain(kept);
        }

        foreach (var gone in new[] { "iCCP", "tEXt", "zTXt", "iTXt", "eXIf", "tIME", "pHYs", "prVt" })
        {
            clean.ShouldNotContain(gone);
        }
    }

    [Theory]
    [InlineData("één €\r\n\ttwee", "utf-8")]
    [InlineData("één €\r\n\ttwee", "utf-16")]
    [InlineData("één €\r\n\ttwee", "utf-16BE")]
    [InlineData("één €\r\n\ttwee", "windows-1252")]
    public void Text_becomes_utf_8_without_a_mark_in_front(string text, string encodingName)
    {
        var encoding = encodingName is "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(encodingName);

        var clean = FileInspection.Inspect([.. encoding.GetPreamble(), .. encoding.GetBytes(text)], "a.txt", isNamed: true);

        clean.Bytes.ToArray().ShouldBe(Encoding.UTF8.GetBytes(text));
    }

    [Theory]
    [InlineData("PK\x03\x04 een zip")]
    [InlineData("<html><script>alert(1)</script>")]
    public void What_is_behind_an_image_is_gone(string behind)
    {
        foreach (var (name, image) in new[] { ("a.jpg", Corpus.Jpeg), ("a.png", Corpus.Png()), ("a.pdf", Corpus.Pdf()) })
        {
            var clean = FileInspection.Inspect([.. image, .. Corpus.Text(behind)], name, isNamed: true);

            Encoding.Latin1.GetString(clean.Bytes.Span).ShouldNotContain(behind);
        }
    }

    [Fact]
    public void A_file_that_is_too_large_is_not_even_looked_at() => Should
        .Throw<FileRefusedException>(() => FileInspection.Inspect(new byte[Attachment.LargestSize + 1], "a.txt", isNamed: true)).Refusal.ShouldBe(FileRefusal.TooLarge);

    [Fact]
    public void Where_nobody_knows_who_it_is_no_pdf_is_taken() =>
        Should.Throw<FileRefusedException>(() => FileInspection.Inspect(Corpus.Pdf(), "a.pdf", isNamed: false)).Refusal.ShouldBe(FileRefusal.PdfTellsWhoMadeIt);

    [Fact]
    public void A_harmless_pdf_with_packed_objects_is_taken() => FileInspection
        .Inspect(Corpus.Pdf(Corpus.PackedObjects(Corpus.Deflated(Corpus.Text("9 0 <</Type/Font/AAB 1>>")))), "a.pdf", isNamed: true).Type.ShouldBe(AttachmentType.Pdf);

    [Theory]
    [InlineData("foto.png", "foto.jpg")]
    [InlineData("foto", "foto.jpg")]
    [InlineData("foto.jpg.html", "foto.jpg.jpg")]
    [InlineData("foto.txt", "foto.jpg")]
    [InlineData("foto.jfif", "foto.jfif")]
    public void A_photograph_is_one_whatever_its_name_says_and_gets_the_right_end(string name, string expected)
    {
        FileInspection.Inspect(Corpus.Jpeg, name, isNamed: true).Type.ShouldBe(AttachmentType.Jpeg);
        AttachmentNames.Clean(name, AttachmentType.Jpeg).ShouldBe(expected);
    }

    [Theory]
    [InlineData("foto.jpg", "foto.jpg")]
    [InlineData("../../etc/foto.jpg", "foto.jpg")]
    [InlineData(@"C:\Users\Karel\foto.jpg", "foto.jpg")]
    [InlineData("fo\0to\r\n\u202Egpj.jpg", "fotogpj.jpg")]
    [InlineData("a<b>c:\"|?*.jpg", "abc.jpg")]
    [InlineData("...jpg", "bijlage.jpg")]
    [InlineData("  .. .jpg", "bijlage.jpg")]
    [InlineData("één 🐤.jpg", "één 🐤.jpg")]
    public void A_name_has_no_path_and_nothing_that_cannot_be_shown(string name, string expected) =>
        AttachmentNames.Clean(name, AttachmentType.Jpeg).ShouldBe(expected);

    [Fact]
    public void A_long_name_is_cut_and_keeps_its_end()
    {
        var name = AttachmentNames.Clean($"{string.Concat(Enumerable.Repeat("🐤", 5_000))}.jpeg", AttachmentType.Jpeg);

        name.Length.ShouldBeLessThanOrEqualTo(Attachment.NameMaxLength);
        name.ShouldEndWith("🐤.jpeg");
        Words.AreStorable(name, Attachment.NameMaxLength).ShouldBeTrue();
        UploadNames.ToShow(new string('a', 10_000)).Length.ShouldBe(Attachment.NameMaxLength);
    }

    private static byte[] Resized(byte[] jpeg)
    {
        byte[] resized = [.. jpeg];
        var frame = resized.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]);
        resized.AsSpan(frame + 5, 4).Fill(0xFF);
        return resized;
    }

    /// <summary>Of the segments, to the first scan.</summary>
    private static List<byte> Markers(byte[] jpeg)
    {
        var markers = new List<byte>();
        for (var at = 2; markers.LastOrDefault() != 0xDA; at += 2 + (jpeg[at + 2] << 8) + jpeg[at + 3])
        {
            markers.Add(jpeg[at + 1]);
        }

        return markers;
    }
}
