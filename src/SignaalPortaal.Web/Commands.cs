using System.Globalization;
using MediatR;
using SignaalPortaal.Application.Demo;
using SignaalPortaal.Application.Organisations;
using SignaalPortaal.Application.Protection;
using SignaalPortaal.Application.Publications;
using SignaalPortaal.Application.Retention;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Web.Identity;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web;

/// <summary>What the portal does on the command line instead of serving pages.</summary>
internal static class Commands
{
    private const string DemoOrganisation = "Dienst Inkomenssteun";

    public static bool IsOne(string[] arguments) => arguments is ["migrate" or "load-organisation" or "export-publications" or "export-destructions" or "erase-again", ..];

    /// <summary>The exit code of the command in the arguments; null when the portal is to serve.</summary>
    public static async Task<int?> Run(string[] arguments, WebApplication app)
    {
        switch (arguments)
        {
            case ["migrate", ..]:
                return 0;

            case ["load-organisation", var name, var units, var people, .. var options]:
                return await Load(app, name, units, people, anyway: options.Contains("--anyway"));

            case ["load-organisation", ..]:
                await Console.Error.WriteLineAsync("Usage: load-organisation <name> <units.csv> <people.csv> [--anyway]");
                return 2;

            case ["export-publications", "--json"]:
                return await ExportPublications(app, organisation: null);

            case ["export-publications", "--json", var organisation]:
                return await ExportPublications(app, organisation);

            case ["export-publications", ..]:
                await Console.Error.WriteLineAsync("Usage: export-publications --json [<name of an organisation>]");
                return 2;

            case ["export-destructions"]:
                return await Print(app, new ExportDestructions());

            case ["erase-again", var file]:
                return await EraseAgain(app, file);

            case ["export-destructions" or "erase-again", ..]:
                await Console.Error.WriteLineAsync("Usage: export-destructions > <file>, and after a restore: erase-again <file>");
                return 2;

            default:
                if (DemoSignIn.IsOn(app.Configuration))
                {
                    await DemoStories.LoadOnce(
                        DemoOrganisation, DemoSignIn.Folder, app.Configuration.GetConnectionString("Portal")!, app.Configuration.GetConnectionString("PortalOwner"),
                        app.Services.GetRequiredService<PortalKeys>(), app.Services.GetRequiredService<TimeProvider>().GetUtcNow(), app.Lifetime.ApplicationStopping);
                }

                return null;
        }
    }

    private static async Task<int> ExportPublications(WebApplication app, string? organisation)
    {
        try
        {
            await using var scope = app.Services.CreateAsyncScope();
            var lines = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ExportPublications(organisation));
            if (lines.Count == 0)
            {
                await Console.Error.WriteLineAsync("There is no such organisation.");
                return 1;
            }

            foreach (var line in lines)
            {
                Console.WriteLine(line);
            }

            return 0;
        }
        catch (InvalidOperationException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    private static async Task<int> Print(WebApplication app, IRequest<IReadOnlyList<string>> export)
    {
        await using var scope = app.Services.CreateAsyncScope();
        foreach (var line in await scope.ServiceProvider.GetRequiredService<IMediator>().Send(export))
        {
            Console.WriteLine(line);
        }

        return 0;
    }

    /// <summary>Nought when nothing is left of what was destroyed before.</summary>
    private static async Task<int> EraseAgain(WebApplication app, string file)
    {
        try
        {
            await using var scope = app.Services.CreateAsyncScope();
            var erased = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new EraseAgain(await File.ReadAllTextAsync(file)));
            Console.WriteLine(erased);
            return erased.Left == 0 ? 0 : 1;
        }
        catch (Exception exception) when (exception is DestructionFileException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            await Console.Error.WriteLineAsync("Nothing was erased.");
            return 1;
        }
    }

    private static async Task<int> Load(WebApplication app, string name, string units, string people, bool anyway)
    {
        if (name.Trim().Length is 0 or > Organisation.NameMaxLength)
        {
            return await Refuse([string.Format(CultureInfo.InvariantCulture, ImportTexts.Name, Organisation.NameMaxLength)]);
        }

        try
        {
            await using var scope = app.Services.CreateAsyncScope();
            var loaded = await scope.ServiceProvider.GetRequiredService<IMediator>()
                .Send(new LoadOrganisation(name, await ReadFile(units), await ReadFile(people), anyway));
            foreach (var line in ImportReport.Of(loaded))
            {
                Console.WriteLine(line);
            }

            return 0;
        }
        catch (OrganisationFileException exception)
        {
            return await Refuse(ImportReport.Of(exception.Errors));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return await Refuse([string.Format(CultureInfo.InvariantCulture, ImportTexts.CannotBeRead, exception.Message)]);
        }

        async Task<int> Refuse(IEnumerable<string> lines)
        {
            foreach (var line in lines.Append(ImportTexts.NothingLoaded))
            {
                await Console.Error.WriteLineAsync(line);
            }

            return 1;
        }
    }

    /// <summary>No more than one byte too many: a file that is too large is told, not read.</summary>
    private static async Task<ReadOnlyMemory<byte>> ReadFile(string path)
    {
        await using var file = File.OpenRead(path);
        var bytes = new byte[Math.Min(file.Length, LoadOrganisation.LargestFile + 1)];
        await file.ReadExactlyAsync(bytes);
        return bytes;
    }
}
