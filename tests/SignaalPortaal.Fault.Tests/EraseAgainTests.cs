using System.Diagnostics;
using SignaalPortaal.Application.Retention;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Fault.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Retention;

namespace SignaalPortaal.Fault.Tests;

/// <summary>A backup is put back, and with it what was destroyed since. Two commands take it away again.</summary>
[Trait("Category", "Faults")]
public sealed class EraseAgainTests : IAsyncLifetime
{
    private readonly Portal _portal = RetentionSteps.APortal();
    private readonly string _folder = Directory.CreateTempSubdirectory("signaalportaal-erase-").FullName;

    public Task InitializeAsync() => _portal.InitializeAsync();

    public async Task DisposeAsync()
    {
        await _portal.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_an_older_backup_brought_back_is_erased_again_and_nothing_else()
    {
        // Before the backup: gone already, closed, still open, without a name, held for the law, and one that stays.
        var (cast, gone) = (_portal.Cast, await _portal.HasAClosedSignal());
        await Destroy(gone);
        var (closed, open, held, stays) = (await _portal.HasAClosedSignal(), await _portal.Raises(cast.Reporter), await _portal.HasAClosedSignal(), await _portal.HasAClosedSignal());
        await _portal.Send(new HoldSignal { HeldReference = held, Reason = "De rechter vraagt erom." }, cast.Administrator);
        var nameless = await Nameless();
        await using var backup = await PostgresCluster.With(_portal.Database.ConnectionString);
        await using var restored = TestDatabase.At(backup.ConnectionString);

        // After it.
        var later = await _portal.HasAClosedSignal();
        await _portal.Does(cast.TeamLead, open, new AnswerSignal { Outcome = Outcome.AlreadyArranged, Explanation = "De kanarie is er al.", Where = "In de kanarie." });
        await _portal.Does(cast.Reporter, open, new GiveVerdict { Verdict = Verdict.Understood });
        await _portal.Send(new HoldSignal { HeldReference = held, Reason = "De zaak is klaar.", Release = true }, cast.Administrator);
        foreach (var reference in new[] { closed, open, held, later })
        {
            await _portal.Does(cast.Reporter, reference, new AskErasure());
        }

        await _portal.Database.Scalar<int>($"update signals set erasure_asked_on = current_date, status = 'Closed', closed_because = 'Withdrawn', due_on = null where reference = '{nameless}'");
        await _portal.HasAnApprovedList();
        await _portal.Destroys();
        (await _portal.Database.Scalar<long>("select count(*) from signals where erased_on is not null")).ShouldBe(6);
        var file = Path.Combine(_folder, "destroyed.ndjson");
        var export = await Command(_portal.Database.ConnectionString, "export-destructions");
        await File.WriteAllLinesAsync(file, export.Output.Where(line => line.StartsWith('{')));
        (await File.ReadAllTextAsync(file)).ShouldNotContain("kanarie", Case.Insensitive);

        (await WordsOf(restored, closed)).ShouldBeGreaterThan(0);
        var first = await Command(backup.ConnectionString, "erase-again", file);
        first.Output.ShouldContain("3 erased again, 1 were gone already, 1 are not in this database, 1 are held for the law; of 1 there is something left.", string.Join('\n', first.Output));
        first.ExitCode.ShouldBe(1);

        foreach (var reference in new[] { gone, closed, open, nameless })
        {
            (await WordsOf(restored, reference)).ShouldBe(0, reference);
        }

        (await WordsOf(restored, stays)).ShouldBeGreaterThan(0);
        (await WordsOf(restored, held)).ShouldBeGreaterThan(0);
        (await restored.Scalar<long>($"select count(*) from receipts r join signals s on s.id = r.signal_id where s.reference = '{nameless}'")).ShouldBe(0);
        (await Command(backup.ConnectionString, "verify")).ExitCode.ShouldBe(0);

        // What is left is what is held; of all else there is nothing to do any more.
        var before = await restored.Contents();
        var second = await Command(backup.ConnectionString, "erase-again", await Without(file, held, restored));
        second.ExitCode.ShouldBe(0, string.Join('\n', second.Output));
        second.Output.ShouldContain("0 erased again, 4 were gone already, 1 are not in this database, 0 are held for the law; of 0 there is something left.");
        (await restored.Contents()).ShouldBe(before);
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("changed")]
    [InlineData("empty")]
    [InlineData("words")]
    public async Task A_file_that_is_not_whole_is_refused(string how)
    {
        var closed = await _portal.HasAClosedSignal();
        var lines = DestructionFile.Write([new DestroyedSignal(
            await _portal.Database.Scalar<Guid>($"select organisation_id from signals where reference = '{closed}'"),
            await _portal.Database.Scalar<Guid>($"select id from signals where reference = '{closed}'"),
            Guid.NewGuid(), ErasureGround.Court, Closing.Understood, _portal.Today)]);
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, how switch
        {
            "cut" => lines[0],
            "changed" => string.Join('\n', lines).Replace("Court", "RetentionEnded", StringComparison.Ordinal),
            "empty" => "",
            _ => "Dit is geen lijst.",
        });

        var refused = await Command(_portal.Database.ConnectionString, "erase-again", file);

        refused.ExitCode.ShouldBe(1);
        refused.Output.ShouldContain("Nothing was erased.");
        (await _portal.WordsOf(closed)).ShouldBeGreaterThan(0);
    }

    /// <summary>Nobody but the owner of the tables can say that something was destroyed before.</summary>
    [Fact]
    public async Task The_running_portal_cannot_say_so()
    {
        await using var running = TestDatabase.At($"{_portal.Database.ConnectionString};Options=-c role=signaalportaal_application");

        var refused = await Should.ThrowAsync<Npgsql.PostgresException>(() => running.Scalar<int>(
            "insert into erased_before select organisation_id, id, gen_random_uuid(), 'Court', 'Understood', current_date from signals"));

        refused.SqlState.ShouldBe(Npgsql.PostgresErrorCodes.InsufficientPrivilege);
    }

    private async Task Destroy(string reference)
    {
        await _portal.Does(_portal.Cast.Reporter, reference, new AskErasure());
        await _portal.HasAnApprovedList();
        await _portal.Destroys();
    }

    private async Task<string> Nameless()
    {
        await _portal.RaisesAnonymously();
        await _portal.Database.Scalar<int>("update signals set hidden_until = null where hidden_until is not null");
        return (await _portal.Database.Scalar<string>("select reference from signals where disclosure = 'Anonymous'"))!;
    }

    private static Task<long> WordsOf(TestDatabase database, string reference) => database.Scalar<long>($"""
        select (select count(*) from timeline_words w where w.signal_id = s.id) + (select count(*) from signal_contents c where c.signal_id = s.id)
        from signals s where reference = '{reference}'
        """);

    private async Task<string> Without(string file, string reference, TestDatabase database)
    {
        var id = await database.Scalar<Guid>($"select id from signals where reference = '{reference}'");
        var rest = Path.Combine(_folder, "rest.ndjson");
        await File.WriteAllLinesAsync(rest, DestructionFile.Write(DestructionFile.Read(await File.ReadAllTextAsync(file)).Where(signal => signal.Signal != id)));
        return rest;
    }

    /// <summary>As an operator runs it.</summary>
    private static async Task<(int ExitCode, List<string> Output)> Command(string connection, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Node.Folder, "SignaalPortaal.Web.dll"), .. arguments])
        {
            WorkingDirectory = Node.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Keys__Folder"] = TestKeys.Folder;
        start.Environment["ConnectionStrings__Portal"] = connection;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, [.. $"{await output}\n{await errors}".Split('\n')]);
    }
}
