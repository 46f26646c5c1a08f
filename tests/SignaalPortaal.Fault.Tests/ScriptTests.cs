using System.Diagnostics;
using System.Text.RegularExpressions;
using Npgsql;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Fault.Tests;

/// <summary>
/// Each script in eng runs once, small, so that none rots. How is a line in the script itself: "Small: " and a command for a shell, or "Small: with " and
/// what runs it instead. A script without that line fails.
/// <para>The command runs in the repository with psql (PGHOST and its like) and SIGNAALPORTAAL_TEST_POSTGRES set to a server, on a database of the portal in
/// which one signal was raised, and SIGNAALPORTAAL_BUILT because everything is built.</para>
/// </summary>
[Trait("Category", "Faults")]
public sealed partial class ScriptTests(Portal portal) : IClassFixture<Portal>, IAsyncLifetime
{
    private static readonly string Repository = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../.."));
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Everything but folders of a build, files that only say something, and the code of programs, which scripts run.</summary>
    public static TheoryData<string> Scripts => [..
        Directory.EnumerateFiles(Path.Combine(Repository, "eng"), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository, file))
            .Where(file => !file.Split('/').Any(folder => folder is "bin" or "obj" or "__pycache__"))
            .Where(file => Path.GetExtension(file) is not (".md" or ".conf" or ".csproj" or ".json" or ".cs"))
            .Order(StringComparer.Ordinal)];

    public async Task InitializeAsync()
    {
        if (await portal.Database.Scalar<long>("select count(*) from signals") == 0)
        {
            await portal.Raises(portal.Cast.Reporter);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task Runs_small(string script)
    {
        var small = Small().Match(await File.ReadAllTextAsync(Path.Combine(Repository, script)));
        small.Success.ShouldBeTrue($"{script} does not say how it runs small: see ScriptTests.");
        var command = small.Groups[1].Value.Trim();
        if (command.StartsWith("with ", StringComparison.Ordinal))
        {
            var other = command["with ".Length..];
            (await File.ReadAllTextAsync(Path.Combine(Repository, other))).ShouldContain(Path.GetFileName(script), customMessage: $"{other} does not run {script}.");
            return;
        }

        command.ShouldContain(script);
        var (exitCode, output) = await Run(command);

        exitCode.ShouldBe(0, $"{command}\n{output}");
    }

    /// <summary>Programs that a script runs are built with the rest.</summary>
    [Fact]
    public async Task Every_project_is_in_the_solution()
    {
        var solution = (await File.ReadAllTextAsync(Path.Combine(Repository, "SignaalPortaal.sln"))).Replace('\\', '/');

        Directory.EnumerateFiles(Path.Combine(Repository, "eng"), "*.csproj", SearchOption.AllDirectories)
            .Select(project => Path.GetRelativePath(Repository, project)).Where(project => !solution.Contains(project, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private async Task<(int ExitCode, string Output)> Run(string command)
    {
        var server = new NpgsqlConnectionStringBuilder(portal.Database.ConnectionString);
        var start = new ProcessStartInfo("setsid", ["--wait", "bash", "-euo", "pipefail", "-c", command])
        {
            WorkingDirectory = Repository,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in new[]
        {
            ("PGHOST", server.Host!), ("PGPORT", $"{server.Port}"), ("PGUSER", server.Username!), ("PGPASSWORD", server.Password ?? ""), ("PGDATABASE", server.Database!),
            ("SIGNAALPORTAAL_BUILT", "yes"), ("DOTNET_CLI_TELEMETRY_OPTOUT", "1"),
        })
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return (-1, $"It took longer than {Patience.TotalMinutes} minutes.");
        }

        return (process.ExitCode, $"{await output}\n{await errors}");
    }

    [GeneratedRegex(@"^(?:#|--|//) Small: (.+)$", RegexOptions.Multiline)]
    private static partial Regex Small();
}
