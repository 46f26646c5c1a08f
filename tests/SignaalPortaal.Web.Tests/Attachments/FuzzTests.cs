using System.Diagnostics;
using SignaalPortaal.Application.Attachments;

namespace SignaalPortaal.Web.Tests.Attachments;

/// <summary>Whatever is done to a file: it is refused or taken, soon, and what is taken is taken again as it is.</summary>
public sealed class FuzzTests
{
    private const int Mutations = 2_000;

    public static TheoryData<string, byte[]> Files => new()
    {
        { "a.jpg", Corpus.Photo() },
        { "a.jpg", Corpus.Jpeg },
        { "a.png", Corpus.Screenshot },
        { "a.pdf", Corpus.Pdf(Corpus.PackedObjects(Corpus.Deflated(Corpus.Text("9 0 <</Type/Font>>")))) },
        { "a.txt", [0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes("Een brief van één €, en nog een.")] },
        { "a.txt", "Een brief van één €, en nog een."u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public void Nothing_that_is_done_to_a_file_breaks_its_inspection(string name, byte[] file)
    {
        var random = new Random(Seed: 4);
        var (taken, slowest) = (0, TimeSpan.Zero);
        for (var count = 0; count < Mutations; count++)
        {
            var mutated = Mutate(file, random);
            var start = Stopwatch.GetTimestamp();
            try
            {
                var once = FileInspection.Inspect(mutated, name, isNamed: true);
                var again = FileInspection.Inspect(once.Bytes.ToArray(), name, isNamed: true);
                again.Bytes.Span.SequenceEqual(once.Bytes.Span).ShouldBeTrue();
                taken++;
            }
            catch (FileRefusedException)
            {
                // Refused is one of two good outcomes.
            }

            var took = Stopwatch.GetElapsedTime(start);
            slowest = took > slowest ? took : slowest;
        }

        taken.ShouldBeInRange(1, Mutations - 1);
        slowest.ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }

    [Theory]
    [InlineData("a.pdf", "%PDF-1.7 startxref ", "/Info 1 0 R 1 0 obj (", "%%EOF")]
    [InlineData("a.pdf", "%PDF-1.7 startxref ", ">>stream ", "endstream %%EOF")]
    [InlineData("a.pdf", "%PDF-1.7 startxref ", ">>stream endstream ", "%%EOF")]
    [InlineData("a.pdf", "%PDF-1.7 startxref ", "/#41#41#41", "%%EOF")]
    [InlineData("a.pdf", "%PDF-1.7 startxref ", "////", "%%EOF")]
    [InlineData("a.pdf", "%PDF-1.7 startxref ", "<x:xmpmeta", "%%EOF")]
    [InlineData("a.pdf", "%PDF-1.7 startxref ", "/First/N>>stream\n()endstream", "%%EOF")]
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
        Enumerable.Range(0, 3).Min(_ => TimeFor(name, file)).ShouldBeLessThan(TimeSpan.FromSeconds(2));
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
