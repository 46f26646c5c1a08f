using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SignaalPortaal.Application.Chain;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Chain;

/// <summary>An export is checked without a database, by the portal and by a script in another language.</summary>
public sealed class ExportTests(ChainPortal portal) : IClassFixture<ChainPortal>, IDisposable
{
    private const int Mutations = 20_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("signaalportaal-export-");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>The same 20,000 for both: each finds all of them, and names the same thing with the same words.</summary>
    [Fact]
    public async Task Every_mutation_is_found_and_named_the_same_in_both_languages()
    {
        var export = await portal.Export();
        var whole = string.Concat(export.Select(line => $"{line}\n"));
        var said = new string[Mutations + 1];
        var texts = new string[Mutations + 1];
        (texts[Mutations], said[Mutations]) = (whole, Said(await Verify(whole, key: null)));
        await Parallel.ForAsync(0, Mutations, async (seed, _) =>
        {
            var (what, text) = new Mutation(export, new Random(seed)).Make(alsoSignatures: false);
            (texts[seed], said[seed]) = (text, Said(await Verify(text, key: null)));
            if (said[seed].StartsWith("Whole", StringComparison.Ordinal))
            {
                said[seed] = $"{what} was not found";
            }
        });

        var inPython = await InPython(texts);

        said[Mutations].ShouldBe($"Whole: {export.Count(line => line.StartsWith("""{"line":"event""", StringComparison.Ordinal))} events");
        said.Where(one => !one.StartsWith("BROKEN", StringComparison.Ordinal)).Count().ShouldBe(1, said.FirstOrDefault(one => one.EndsWith("was not found", StringComparison.Ordinal)));
        Enumerable.Range(0, Mutations + 1).Where(seed => said[seed] != inPython[seed])
            .Select(seed => $"{seed}: C# says {said[seed]}; Python says {inPython[seed]}").Take(5).ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_signature_is_found()
    {
        var export = await portal.Export();
        var anchor = export.FindIndex(line => line.Contains("\"signature\":\"", StringComparison.Ordinal));
        var place = export[anchor].IndexOf("\"signature\":\"", StringComparison.Ordinal) + 20;
        export[anchor] = $"{export[anchor][..place]}{(export[anchor][place] == '0' ? '1' : '0')}{export[anchor][(place + 1)..]}";

        (await Verify(string.Concat(export.Select(line => $"{line}\n")))).Problem.ShouldNotBeNull().ShouldEndWith("is not signed with this key");
    }

    /// <summary>What means the same and is written otherwise, neither takes.</summary>
    [Theory]
    [InlineData("\"seq\":1,", "\"seq\":1.0,")]
    [InlineData("\"seq\":1,", "\"seq\":true,")]
    [InlineData("\"seq\":1,", "\"seq\":01,")]
    [InlineData("\"seq\":1,", "\"seq\":1e0,")]
    [InlineData("\"seq\":1,", "\"seq\": 1,")]
    [InlineData("\"seq\":1,", "\"seq\":\"1\",")]
    [InlineData("\"seq\":1,", "\"seq\":1,\"seq\":1,")]
    [InlineData("\"times_moved\":0", "\"times_moved\":-0")]
    [InlineData("\"line\":\"event\",", "\"line\":\"\\u0065vent\",")]
    [InlineData("\"told_late\":false", "\"told_late\":0")]
    [InlineData("\"closed_because\":null", "\"closed_because\":false")]
    [InlineData("\"kind\":\"Submitted\"", "\"kind\":\"\\u0053ubmitted\"")]
    [InlineData("\"kind\":\"Submitted\"", "\"kind\":\"Submitted\\ud83d\"")]
    [InlineData("\"subject\":", "\"subj\\u0065ct\":")]
    [InlineData("\"commitment\":\"", "\"commitment\":\" ")]
    [InlineData("\n", "\r\n")]
    [InlineData("\n", "\n\n")]
    [InlineData("\"line\":\"version\"", "\ufeff\"line\":\"version\"")]
    [InlineData("\"raised_on\":\"2026-09-07\"", "\"raised_on\":\"2026-9-7\"")]
    [InlineData("\"raised_on\":\"2026-09-07\"", "\"raised_on\":\"20260907\"")]
    [InlineData("\"raised_on\":\"2026-09-07\"", "\"raised_on\":\"2026-09-07T00:00:00\"")]
    [InlineData("\"raised_on\":\"2026-09-07\"", "\"raised_on\":\"2026-02-30\"")]
    [InlineData("\"holders\":[{", "\"holders\":[null,{")]
    [InlineData("\"conflicts\":[]", "\"conflicts\":{}")]
    [InlineData("\"conflicts\":[]", "\"conflicts\":null")]
    public async Task Neither_takes_another_form_of_the_same(string written, string otherwise)
    {
        var text = string.Concat((await portal.Export()).Select(line => $"{line}\n"));
        var place = text.IndexOf(written, StringComparison.Ordinal);
        place.ShouldBeGreaterThan(0, written);

        await BothRefuse($"{text[..place]}{otherwise}{text[(place + written.Length)..]}");
    }

    [Theory]
    [InlineData("organisation")]
    [InlineData("signal")]
    [InlineData("root")]
    [InlineData("salt")]
    public async Task Neither_takes_capitals(string name)
    {
        var text = string.Concat((await portal.Export()).Select(line => $"{line}\n"));
        var place = text.LastIndexOf($"\"{name}\":\"", StringComparison.Ordinal) + name.Length + 4;
        var end = text.IndexOf('"', place);
        var value = text[place..end].ToUpperInvariant();
        value.ShouldNotBe(text[place..end]);

        await BothRefuse($"{text[..place]}{value}{text[end..]}");
    }

    private async Task BothRefuse(string text)
    {
        var report = await Verify(text, key: null);

        report.Problem.ShouldNotBeNull().ShouldContain("is not a line of an export");
        (await InPython([text])).Single().ShouldBe(Said(report));
    }

    private static string Said(ChainReport report) => report.IsWhole ? $"Whole: {report.Events} events" : $"BROKEN after {report.Events} events: {report.Problem}";

    /// <summary>What the script says of each, in one process.</summary>
    private async Task<string[]> InPython(string[] texts)
    {
        var file = Path.Combine(_folder.FullName, "all");
        await File.WriteAllTextAsync(file, string.Join('\0', texts));
        var (_, output) = await ChainPortal.Python("-c", $"""
            import importlib.util, io, json, sys
            spec = importlib.util.spec_from_file_location("verify", "{ChainPortal.Script}")
            verify = importlib.util.module_from_spec(spec)
            sys.dont_write_bytecode = True
            spec.loader.exec_module(verify)
            for data in open("{file}", "rb").read().split(bytes(1)):
                verifier = verify.Verifier()
                problem = verifier.check(io.BytesIO(data))
                said = f"BROKEN after {"{verifier.events}"} events: {"{problem}"}" if problem else f"Whole: {"{verifier.events}"} events"
                print(json.dumps(said))
            """);
        var said = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        said.Length.ShouldBe(texts.Length, said.LastOrDefault());
        return [.. said.Select(line => JsonSerializer.Deserialize<string>(line)!)];
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
        var reference = portal.Adopted;
        var organisation = await portal.Database.Scalar<Guid>($"select organisation_id from signals where reference = '{reference}'");
        var signal = await portal.Database.Scalar<Guid>($"select id from signals where reference = '{reference}'");
        for (var count = 0; count < 200; count++)
        {
            var (actor, unit, state) = (Maybe(Guid.NewGuid()), Maybe(Guid.NewGuid()), EventChain.NewSalt());
            var at = new DateTimeOffset(random.NextInt64(DateTime.UnixEpoch.Ticks, new DateTime(2100, 1, 1).Ticks) / 10 * 10, TimeSpan.Zero);
            var (salt, text, commitment) = (EventChain.NewSalt(), Any(), random.Next(2) == 0 ? EventChain.NewSalt() : null);
            var (seq, previous) = (random.Next(1, 1000), random.Next(2) == 0 ? EventChain.NewSalt() : null);
            var fields = new[] { "subject", "words", "rule", "since", "frequency", "affected", "on_paper", "in_practice", "workaround" }
                .Where((_, index) => index < 2 || random.Next(2) == 0).ToDictionary(name => name, _ => Any());

            var asked = await portal.Database.Scalar<string[]>($"""
                select array[
                    encode(genesis_hash('{organisation}', '{signal}'), 'hex'),
                    encode(event_hash({Bytes(previous)}, '{organisation}', '{signal}', {seq}, 'Kind{seq}', '{at:O}', {Sql(actor)}, 'Manager', {Sql(unit)}, {Quoted(text)}, {Bytes(commitment)}, {Bytes(state)}), 'hex'),
                    encode(words_commitment({Bytes(salt)}, {Quoted(text)}), 'hex'),
                    encode(content_commitment({Bytes(salt)}, {string.Join(", ", fields.Select(field => $"{field.Key} => {Quoted(field.Value)}"))}{string.Concat(
                        new[] { "rule", "since", "frequency", "affected", "on_paper", "in_practice", "workaround" }.Except(fields.Keys).Select(name => $", {name} => null"))}), 'hex')]
                """);

            var genesis = EventChain.Genesis(organisation, signal, reference);
            asked.ShouldBe(new[]
            {
                genesis,
                EventChain.Hash(previous ?? genesis, organisation, signal, seq, $"Kind{seq}", EventChain.Moment(at), actor, "Manager", unit, text, commitment, state),
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
