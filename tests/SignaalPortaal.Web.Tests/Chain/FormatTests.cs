using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using SignaalPortaal.Application.Chain;
using SignaalPortaal.Domain.Chain;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Web.Tests.Chain;

/// <summary>docs/chain-format.md, by which somebody else writes a verifier, says what the portal does: its example is recomputed from the document itself.</summary>
public sealed class FormatTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(Path.GetDirectoryName(ChainPortal.Script)!, "..", "docs", "chain-format.md"));

    private static readonly string Export = Regex.Match(Document, "```ndjson\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;

    [Fact]
    public async Task The_export_in_it_is_whole_in_both_languages_and_has_the_check_value_in_it()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, Export);

        var report = await ChainVerifier.Verify(Lines(), [], key: null);
        var (exitCode, output) = await ChainPortal.Python(ChainPortal.Script, file);
        File.Delete(file);

        report.Problem.ShouldBeNull();
        (exitCode, output.Split('\n')[0]).ShouldBe((0, "Whole: 2 events checked."));
        Document.ShouldContain($"Its check value is `{report.CheckValue}`");
    }

    [Fact]
    public async Task Each_block_of_bytes_in_it_is_what_the_portal_hashes()
    {
        var lines = await Lines().ToListAsync();
        var signal = lines.OfType<SignalLine>().Single();
        var (first, second) = (lines.OfType<EventLine>().First(), lines.OfType<EventLine>().Last());
        var (anchor, head, reading, record) = (lines.OfType<AnchorLine>().Single(), lines.OfType<HeadLine>().Single(), lines.OfType<ReadingLine>().Single(), lines.OfType<RecordLine>().Single());
        using var readings = Log.OfReadings(signal.Organisation, signal.Id);
        readings.AddReading(reading.Day, reading.Person, reading.Through);
        using var log = Log.Of(record.Organisation, record.Log);
        log.Add(record.Parts);
        using var root = new AnchorRoot(anchor.Organisation, anchor.Day, anchor.Nonce, anchor.PreviousRoot, anchor.Logs, anchor.Count);
        root.AddHead(head.Signal, head.Seq, head.Hash, head.Readings, head.ReadingsHash);

        var blocks = Regex.Matches(Document, @"The bytes of the \*\*(.*?)\*\*, and their SHA-256:\n\n```hex\n(.*?)```\n\n`([0-9a-f]{64})`", RegexOptions.Singleline)
            .ToDictionary(block => block.Groups[1].Value, block => (Bytes: Convert.FromHexString(block.Groups[2].Value.Replace("\n", "", StringComparison.Ordinal)), Hash: block.Groups[3].Value));

        blocks.Keys.ShouldBe([
            "genesis", "content", "state of event 1", "event 1", "words of event 2", "state of event 2", "event 2", "readings", "log", "anchor",
        ]);
        blocks.Values.ShouldAllBe(block => Convert.ToHexStringLower(SHA256.HashData(block.Bytes)) == block.Hash);
        blocks.Values.Select(block => block.Hash).ShouldBe(new[]
        {
            EventChain.Genesis(signal.Organisation, signal.Id, signal.Reference),
            EventChain.Commitment(signal.Content!.Salt, signal.Content.Fields),
            (signal.State with { Status = "New", DueOn = new DateOnly(2026, 9, 10), UpdateBy = null }).Hash(),
            HashOf(first),
            EventChain.Commitment(second.Words!.Salt, second.Words.Text),
            signal.State.Hash(),
            HashOf(second),
            readings.Hash,
            log.Hash,
            root.Root(),
        }.Select(Convert.ToHexStringLower));
    }

    [Fact]
    public void It_names_every_domain_and_every_line_of_the_source()
    {
        var source = new DirectoryInfo(Path.Combine(Path.GetDirectoryName(ChainPortal.Script)!, "..", "src"));
        var domains = source.EnumerateFiles("*.cs", SearchOption.AllDirectories).Where(file => !file.FullName.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Regex.Matches(File.ReadAllText(file.FullName), "\"(SP-[a-z]+-v[0-9])\"").Select(found => found.Groups[1].Value)).Distinct().ToList();

        domains.Count.ShouldBeGreaterThan(10);
        domains.Where(domain => !Document.Contains($"`{domain}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    /// <summary>The names are in the order in which they are hashed: moving a byte from one part to the next makes another hash.</summary>
    [Fact]
    public void No_two_ways_to_divide_the_same_bytes_hash_the_same()
    {
        var bytes = Encoding.UTF8.GetBytes("abcabcabcabc");
        var hashes =
            from first in Enumerable.Range(0, bytes.Length + 1)
            from second in Enumerable.Range(first, bytes.Length + 1 - first)
            from names in new[] { ("a", "b", "c"), ("ab", "c", "a"), ("a", "bc", "a"), ("b", "a", "c") }
            select Convert.ToHexString(new CanonicalEncoding("d").Add(names.Item1, bytes[..first]).Add(names.Item2, bytes[first..second]).Add(names.Item3, bytes[second..]).Hash());

        hashes.Distinct().Count().ShouldBe(4 * 13 * 14 / 2);
        new CanonicalEncoding("d").Add("a", "").Hash().ShouldNotBe(new CanonicalEncoding("d").Add("a", (string?)null).Hash());
        Should.Throw<ArgumentException>(() => EventChain.Commitment(new byte[31], "a"));
        Should.Throw<ArgumentException>(() => EventChain.Commitment(new byte[33], "a"));
    }

    private static IAsyncEnumerable<ChainLine> Lines() => ChainFile.Read(() => new MemoryStream(Encoding.UTF8.GetBytes(Export)));

    private static byte[] HashOf(EventLine happened) => EventChain.Hash(
        happened.PreviousHash, happened.Organisation, happened.Signal, happened.Seq, happened.Kind, happened.At, happened.Actor, happened.ActedAs, happened.ActedFor,
        happened.Facts, happened.Commitment, happened.State);
}
