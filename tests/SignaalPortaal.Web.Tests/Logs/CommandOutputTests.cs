using System.Diagnostics;
using System.Text.Json;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Logs;

/// <summary>Of every command that runs on the database: what it writes for a machine stands alone on standard output.</summary>
public sealed class CommandOutputTests : IClassFixture<Portal>
{
    private readonly Portal _portal;

    public CommandOutputTests(Portal portal) => _portal = portal;

    [Fact]
    public async Task What_is_published_comes_out_as_lines_of_json_and_nothing_else()
    {
        var (exitCode, output, errors) = await Command("export-publications", "--json");

        exitCode.ShouldBe(0, errors);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.ShouldNotBeEmpty();
        foreach (var line in lines)
        {
            using var json = JsonDocument.Parse(line);
            json.RootElement.GetProperty("k").GetInt32().ShouldBe(5);
        }
    }

    [Theory]
    [InlineData("migrate")]
    [InlineData("export-publications", "--json", "Onbekend")]
    [InlineData("export-publications")]
    [InlineData("load-organisation")]
    [InlineData("erase-again")]
    public async Task A_command_that_has_nothing_to_say_to_a_machine_says_nothing(params string[] arguments) =>
        (await Command(arguments)).Output.ShouldBeEmpty();

    [Theory]
    [InlineData("export-destructions")]
    [InlineData("export-chain", "Dienst Inkomenssteun")]
    [InlineData("verify")]
    public async Task No_line_of_the_log_is_among_what_a_command_says(params string[] arguments)
    {
        var (_, output, _) = await Command(arguments);

        output.Split('\n').ShouldAllBe(line => !line.Contains("\"@t\"", StringComparison.Ordinal) && !line.Contains("[INF]", StringComparison.Ordinal)
            && !line.Contains(" INF ", StringComparison.Ordinal) && !line.Contains("Information", StringComparison.Ordinal));
    }

    private async Task<(int ExitCode, string Output, string Errors)> Command(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["DemoSignIn"] = "false";
        start.Environment["Keys__Folder"] = TestKeys.Folder;
        start.Environment["ConnectionStrings__Portal"] = _portal.Database.ConnectionString;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await errors);
    }
}
