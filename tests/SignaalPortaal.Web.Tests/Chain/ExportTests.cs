using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using SignaalPortaal.Application.Chain;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Chain;

/// <summary>An export is checked without a database, by the portal and by a script in another language.</summary>
public sealed class ExportTests(ChainPortal portal) : IClassFixture<ChainPortal>, IDisposable
{
    private const int Mutations = 10_000;
    private const int MutationsForTheScript = 300;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("signaalportaal-export-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Every_mutation_is_found()
    {
        var export = await portal.Export();
        var missed = new ConcurrentBag<string>();

        await Parallel.ForAsync(0, Mutations, async (seed, _) =>
        {
            var (what, text) = new Mutation(export, new Random(seed)).Make(alsoSignatures: true);

            // Checking a signature takes longer than all the rest.
            if ((await Verify(text, key: null)).IsWhole && (await Verify(text)).IsWhole)
            {
                missed.Add($"{seed}: {what}");
            }
        });

        missed.ShouldBeEmpty();
        (await Verify(string.Concat(export.Select(line => $"{line}\n")))).Problem.ShouldBeNull();
    }

    [Fact]
    public async Task The_script_finds_the_same()
    {
        var export = await portal.Export();
        await Write("whole", string.Concat(export.Select(line => $"{line}\n")));
        for (var seed = 0; seed < MutationsForTheScript; seed++)
        {
            await Write($"{seed:000}", new Mutation(export, new Random(seed)).Make(alsoSignatures: false).Export);
        }

        // One process for all files.
        var (_, output) = await ChainPortal.Python("-c", $"""
            import contextlib, importlib.util, io, pathlib, sys
            spec = importlib.util.spec_from_file_location("verify", "{ChainPortal.Script}")
            verify = importlib.util.module_from_spec(spec)
            sys.dont_write_bytecode = True
            spec.loader.exec_module(verify)
            for file in sorted(pathlib.Path("{_folder.FullName}").iterdir()):
                sys.argv = ["verify.py", str(file)]
                with contextlib.redirect_stdout(io.StringIO()) as said:
                    code = verify.main()
                print(file.name, code, said.getvalue().splitlines()[0])
            """);

        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(MutationsForTheScript + 1, output);
        lines.Where(line => !line.Contains(" 1 BROKEN", StringComparison.Ordinal)).ShouldBe([$"whole 0 Whole: {export.Count(line => line.Contains("\"event\"", StringComparison.Ordinal))} events checked."]);

        // What both name as the first event, they name with the same words.
        foreach (var line in lines.Where(line => line.Contains(": signal ", StringComparison.Ordinal)))
        {
            var report = await Verify(await File.ReadAllTextAsync(Path.Combine(_folder.FullName, line[..3])));
            if (!report.Problem!.Contains("is not a line of an export", StringComparison.Ordinal))
            {
                line[4..].ShouldBe($"1 BROKEN after {report.Events} events: {report.Problem}.");
            }
        }
    }

    [Fact]
    public async Task The_command_needs_no_database_and_no_keys()
    {
        var export = await portal.Export();
        var (file, key, anchors) = (Path.Combine(_folder.FullName, "export"), Path.Combine(_folder.FullName, "key.pem"), _folder.CreateSubdirectory("anchors"));
        await ChainFile.Write(file, new ChainDatabase(portal.Database.ConnectionString).Read());
        (await File.ReadAllLinesAsync(file)).ShouldBe(export);
        await File.WriteAllTextAsync(key, TestKeys.Keys.Anchor.ExportSubjectPublicKeyInfoPem());
        using var http = portal.CreateClient();
        var organisation = await portal.Database.Scalar<Guid>("select organisation_id from signals limit 1");
        await File.WriteAllTextAsync(Path.Combine(anchors.FullName, "2026-09-08.json"), await http.GetStringAsync($"/ankers/{organisation}/2026-09-08.json"));

        (await Command("verify", "--export", file, "--anchors", anchors.FullName, "--key", key)).ShouldBe((0, "Whole: 6 events checked."));
        (await Command("verify", "--export", file, "--key")).ExitCode.ShouldBe(2);
        (await ChainPortal.Python(ChainPortal.Script, file, "--anchors", anchors.FullName)).ExitCode.ShouldBe(0);

        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("Ook op dinsdag", "Ook op maandag", StringComparison.Ordinal));
        var (exitCode, output) = await Command("verify", "--export", file, "--anchors", anchors.FullName, "--key", key);

        exitCode.ShouldBe(1);
        output.ShouldEndWith("event 3: its words were changed.");
        (await ChainPortal.Python(ChainPortal.Script, file)).ShouldBe((1, $"{output}\n"));
    }

    [Fact]
    public async Task Another_anchor_than_the_published_one_is_found()
    {
        var export = await portal.Export();
        await Write("export", string.Concat(export.Select(line => $"{line}\n")));
        var anchors = _folder.CreateSubdirectory("anchors");
        using var http = portal.CreateClient();
        var organisation = await portal.Database.Scalar<Guid>("select organisation_id from signals limit 1");
        var published = await http.GetStringAsync($"/ankers/{organisation}/2026-09-08.json");
        var nonce = published.IndexOf("nonce", StringComparison.Ordinal) + 8;
        await File.WriteAllTextAsync(
            Path.Combine(anchors.FullName, "2026-09-08.json"), $"{published[..nonce]}{(published[nonce] == '0' ? '1' : '0')}{published[(nonce + 1)..]}");

        var file = Path.Combine(_folder.FullName, "export");
        var report = await ChainVerifier.Verify(ChainFile.Read(() => File.OpenRead(file)), ChainFile.ReadAnchors(anchors.FullName), key: null);

        report.Problem.ShouldBe("the anchor of 2026-09-08 is not the one that was published");
        (await ChainPortal.Python(ChainPortal.Script, file, "--anchors", anchors.FullName)).Output.ShouldContain(report.Problem!);
    }

    [Fact]
    public async Task The_database_hashes_as_the_portal_does()
    {
        var random = new Random(1);
        for (var count = 0; count < 200; count++)
        {
            var (organisation, signal, actor, unit) = (Guid.NewGuid(), Guid.NewGuid(), Maybe(Guid.NewGuid()), Maybe(Guid.NewGuid()));
            var at = new DateTimeOffset(random.NextInt64(DateTime.UnixEpoch.Ticks, new DateTime(2100, 1, 1).Ticks) / 10 * 10, TimeSpan.Zero);
            var (salt, text, commitment) = (EventChain.NewSalt(), Any(), random.Next(2) == 0 ? EventChain.NewSalt() : null);
            var (seq, previous) = (random.Next(1, 1000), random.Next(2) == 0 ? EventChain.NewSalt() : null);
            var fields = new[] { "subject", "words", "rule", "since", "frequency", "affected", "on_paper", "in_practice", "workaround" }
                .Where((_, index) => index < 2 || random.Next(2) == 0).ToDictionary(name => name, _ => Any());

            var asked = await portal.Database.Scalar<string[]>($"""
                select array[
                    encode(genesis_hash('{organisation}', '{signal}'), 'hex'),
                    encode(event_hash({Bytes(previous)}, '{organisation}', '{signal}', {seq}, 'Kind{seq}', '{at:O}', {Sql(actor)}, 'Manager', {Sql(unit)}, {Quoted(text)}, {Bytes(commitment)}), 'hex'),
                    encode(words_commitment({Bytes(salt)}, {Quoted(text)}), 'hex'),
                    encode(content_commitment({Bytes(salt)}, {string.Join(", ", fields.Select(field => $"{field.Key} => {Quoted(field.Value)}"))}{string.Concat(
                        new[] { "rule", "since", "frequency", "affected", "on_paper", "in_practice", "workaround" }.Except(fields.Keys).Select(name => $", {name} => null"))}), 'hex')]
                """);

            var genesis = EventChain.Genesis(organisation, signal);
            asked.ShouldBe(new[]
            {
                genesis,
                EventChain.Hash(previous ?? genesis, organisation, signal, seq, $"Kind{seq}", EventChain.Moment(at), actor, "Manager", unit, text, commitment),
                EventChain.Commitment(salt, text),
                EventChain.Commitment(salt, fields),
            }.Select(Convert.ToHexStringLower));
        }

        Guid? Maybe(Guid id) => random.Next(2) == 0 ? id : null;
        string Any() => new([.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => "aé€'\"\\\n ق{}:"[random.Next(12)])]);
        static string Sql(Guid? id) => id is null ? "null" : $"'{id}'";
        static string Bytes(byte[]? bytes) => bytes is null ? "null" : $"'\\x{Convert.ToHexStringLower(bytes)}'";
        static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    private static Task<ChainReport> Verify(string export) => Verify(export, TestKeys.Keys.Anchor);

    private static Task<ChainReport> Verify(string export, ECDsa? key) =>
        ChainVerifier.Verify(ChainFile.Read(() => new MemoryStream(Encoding.UTF8.GetBytes(export))), [], key);

    private Task Write(string name, string text) => File.WriteAllTextAsync(Path.Combine(_folder.FullName, name), text);

    private static async Task<(int ExitCode, string Output)> Command(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output.Trim());
    }
}
