using System.Diagnostics;
using System.Text;
using SignaalPortaal.Application.Attachments;
using SignaalPortaal.Application.Organisations;
using SignaalPortaal.Web.Identity;

namespace SignaalPortaal.Web.Tests.Attachments;

/// <summary>Whatever is done to a file: it is refused or taken, soon, and what is taken is taken again as it is.</summary>
public sealed class FuzzTests
{
    /// <summary>A few in the suite; eng/checks/files.sh asks for a hundred thousand of each.</summary>
    private static readonly int Mutations = int.TryParse(Environment.GetEnvironmentVariable("SIGNAALPORTAAL_MUTATIONS"), out var count) ? count : 1_000;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>In bytes.</summary>
    private const long MostMemory = 100 * 1024 * 1024;

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Attachments", "Files", "taken");

    public static TheoryData<string, string[]> Kinds => new()
    {
        { "jpeg", Of(".jpg") },
        { "exif", ["orientation-6.jpg", "maker-note.jpg", "thumbnail.jpg", "exif-orientation-6.png"] },
        { "colour profile", ["display-p3.jpg", "profile-in-parts.jpg", "adobe-rgb.jpg", "display-p3.png", "adobe-rgb.png", "gray-profile.jpg"] },
        { "png", Of(".png") },
        { "pdf", Of(".pdf") },
        { "text", Of(".txt") },
    };

    [Theory]
    [MemberData(nameof(Kinds), DisableDiscoveryEnumeration = true)]
    public void Nothing_that_is_done_to_a_file_breaks_its_inspection(string kind, string[] names)
    {
        var random = new Random(Seed: 4);
        var files = names.Select(name => File.ReadAllBytes(Path.Combine(Folder, name))).ToList();
        var (taken, slowest, most) = (0, TimeSpan.Zero, 0L);
        for (var count = 0; count < Mutations; count++)
        {
            var file = count % files.Count;
            var mutated = Mutate(files[file], random);
            var (start, memory) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
            ReadOnlyMemory<byte>? clean = null;
            try
            {
                clean = FileInspection.Inspect(mutated, names[file], isNamed: true).Bytes;
            }
            catch (FileRefusedException)
            {
                // Refused is one of two good outcomes.
            }

            // On a machine that is busy with something else one of three tells how long it takes.
            most = Math.Max(most, GC.GetAllocatedBytesForCurrentThread() - memory);
            var took = Stopwatch.GetElapsedTime(start);
            took = took < Longest ? took : Enumerable.Range(0, 3).Min(_ => TimeFor(names[file], mutated));
            slowest = took > slowest ? took : slowest;
            if (clean is { } once)
            {
                FileInspection.Inspect(once.ToArray(), names[file], isNamed: true).Bytes.Span.SequenceEqual(once.Span).ShouldBeTrue($"{kind}: {names[file]}, {count}");
                taken++;
            }
        }

        taken.ShouldBeInRange(1, Mutations - 1);
        slowest.ShouldBeLessThan(Longest);
        most.ShouldBeLessThan(MostMemory);
        Console.WriteLine($"{kind}: {Mutations} mutations of {files.Count} files, {taken} taken, slowest {slowest.TotalMilliseconds:0} ms, most memory {most / 1024 / 1024} MB");
    }

    [Fact]
    public void Nothing_that_is_done_to_the_files_of_an_organisation_breaks_their_reading()
    {
        var random = new Random(Seed: 5);
        var folder = DemoSignIn.Folder;
        var units = File.ReadAllBytes(Path.Combine(folder, "units.csv"))[..1_000];
        var people = File.ReadAllBytes(Path.Combine(folder, "people.csv"))[..3_000];
        var nobody = new PresentOrganisation(Guid.NewGuid(), [], [], [], [], new HashSet<Guid>());
        Func<byte[], byte[]>[] ways =
        [
            bytes => bytes,
            bytes => [0xEF, 0xBB, 0xBF, .. bytes],
            bytes => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(bytes))],
            bytes => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Encoding.UTF8.GetString(bytes))],
            bytes => Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(bytes).Replace(';', '|').Replace(',', ';')),
        ];
        var (slowest, most) = (TimeSpan.Zero, 0L);
        for (var count = 0; count < Mutations; count++)
        {
            var way = ways[count % ways.Length];
            var (mutatedUnits, mutatedPeople) = (Mutate(way(units), random), Mutate(way(people), random));
            var (start, memory) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
            try
            {
                OrganisationFiles.Read(nobody, mutatedUnits, mutatedPeople);
            }
            catch (OrganisationFileException exception)
            {
                ImportReport.Of(exception.Errors).ShouldAllBe(line => line.All(character => !char.IsControl(character)));
            }

            most = Math.Max(most, GC.GetAllocatedBytesForCurrentThread() - memory);
            var took = Stopwatch.GetElapsedTime(start);
            slowest = took > slowest ? took : slowest;
        }

        slowest.ShouldBeLessThan(Longest);
        most.ShouldBeLessThan(MostMemory);
        Console.WriteLine($"csv: {Mutations} mutations, slowest {slowest.TotalMilliseconds:0} ms, most memory {most / 1024 / 1024} MB");
    }

    private static string[] Of(string end) =>
        [.. Directory.GetFiles(Folder).Select(path => Path.GetFileName(path)!).Where(name => name.EndsWith(end, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("a.pdf", "%PDF-1.7 startxref ", "/Info 1 0 R 1 0 obj (", "%%EOF")]
    [InlineData("a.pdf", "%PDF-1.7 startxref ", ">>stream ", "endstream %%EOF")]
    [InlineData("a.pdf", "%PDF-1.7 startxref ", ">>stream endstream ", "%%EOF")]
    [InlineData("a.pdf", "%PDF-1.7 startxref ", "/#41#41#41", "%%EOF")]
    [InlineData("a.pdf", "%PDF-1.7 startxref ", "////", "%%EOF")]
    [InlineData("a.pdf", "%PDF-1.7 startxref ", "<x:xmpmeta", "%%EOF")]
    [InlineData("a.pdf", "%PDF-1.7 startxref ", "/First/N>>stream\n()endstream", "%%EOF")]
    [InlineData("a.pdf", "%PDF-1.7 1 0 obj ", "[", "startxref 9 %%EOF")]
    [InlineData("a.pdf", "%PDF-1.7 1 0 obj ", "1 0 ", "startxref 9 %%EOF")]
    [InlineData("a.pdf", "%PDF-1.7 ", "1 0 obj<<>>stream ", "startxref 9 %%EOF")]
    [InlineData("a.pdf", "%PDF-1.7 ", "trailer<</Root 1 0 R>>", "startxref 9 %%EOF")]
    [InlineData("a.pdf", "%PDF-1.7 xref 0 99999999 ", "0 0 f ", "startxref 9 %%EOF")]
    [InlineData("a.pdf", "%PDF-1.7 1 0 obj<</Pages 1 0 R/A[", "1 0 R ", "]>>endobj trailer<</Root 1 0 R>>")]
    [InlineData("a.pdf", "%PDF-1.7 1 0 obj<</Pages 1 0 R", "/A<<>>", ">>endobj trailer<</Root 1 0 R>>")]
    [InlineData("a.pdf", "%PDF-1.7 1 0 obj(", "(", "")]
    [InlineData("a.pdf", "%PDF-1.7 ", "1 0 obj(", "")]
    [InlineData("a.pdf", "%PDF-1.7 ", "trailer[", "")]
    [InlineData("a.pdf", "%PDF-1.7 1 0 obj<", "00", "")]
    [InlineData("a.jpg", "\u00ff\u00d8\u00ff", "\u00ff", "")]
    [InlineData("a.jpg", "\u00ff\u00d8", "\u00ff\u00e1\0\u0002", "\u00ff\u00d9")]
    [InlineData("a.txt", "", "a", "")]
    public void No_file_of_ten_megabytes_takes_long(string name, string start, string repeated, string end)
    {
        var file = new byte[Domain.Signals.Attachment.LargestSize];
        file.AsSpan().Fill((byte)' ');
        var (head, pattern, tail) = (Corpus.Text(start), Corpus.Text(repeated), Corpus.Text(end));
        head.CopyTo(file, 0);
        for (var at = head.Length; at + pattern.Length + tail.Length <= file.Length; at += pattern.Length)
        {
            pattern.CopyTo(file, at);
        }

        tail.CopyTo(file, file.Length - tail.Length);

        // On a machine that is busy with something else one of three tells how long it takes.
        Enumerable.Range(0, 3).Min(_ => TimeFor(name, file)).ShouldBeLessThan(2 * Longest);
    }

    private static TimeSpan TimeFor(string name, byte[] file)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            FileInspection.Inspect(file, name, isNamed: true);
        }
        catch (FileRefusedException)
        {
            // Refused is one of two good outcomes.
        }

        return Stopwatch.GetElapsedTime(start);
    }

    private static byte[] Mutate(byte[] file, Random random)
    {
        var mutated = file.ToList();
        for (var count = random.Next(1, 5); count > 0 && mutated.Count > 0; count--)
        {
            var at = random.Next(mutated.Count);
            switch (random.Next(6))
            {
                case 0:
                    mutated[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    mutated[at] = (byte)random.Next(256);
                    break;
                case 2:
                    mutated.RemoveRange(at, Math.Min(random.Next(1, 40), mutated.Count - at));
                    break;
                case 3:
                    mutated.InsertRange(at, mutated.GetRange(at, Math.Min(random.Next(1, 40), mutated.Count - at)));
                    break;
                case 4:
                    mutated.RemoveRange(at, mutated.Count - at);
                    break;
                default:
                    mutated[at] = random.Next(3) switch { 0 => 0, 1 => 0xFF, _ => 0x7F };
                    break;
            }
        }

        return [.. mutated];
    }
}
