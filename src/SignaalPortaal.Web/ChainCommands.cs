using System.Security.Cryptography;
using SignaalPortaal.Application.Chain;
using SignaalPortaal.Application.Protection;

namespace SignaalPortaal.Web;

/// <summary>Checks and exports the timelines on the command line. They change nothing, and do not bring the database up to date first.</summary>
internal static class ChainCommands
{
    private const string Usage = """
        Usage: verify [--export <file>] [--anchors <folder>] [--key <file>]
               export-chain <file> [<name of an organisation>]

        With --export it needs no database and no keys. The key is the one that the portal publishes on /ankers/sleutel.pem; without it the signatures in
        an export are not checked.
        """;

    public static bool IsOffline(string[] arguments) => arguments is ["verify", ..] && arguments.Contains("--export");

    public static bool IsOnDatabase(string[] arguments) => arguments is ["verify" or "export-chain", ..];

    /// <param name="connection">Null when an export is checked.</param>
    /// <param name="keys">Of the portal: with them what is sealed is checked too; null when an export is checked.</param>
    public static async Task<int> Run(string[] arguments, string? connection = null, PortalKeys? keys = null)
    {
        try
        {
            switch (arguments)
            {
                case ["export-chain", var file]:
                    await ChainFile.Write(file, new ChainDatabase(connection!).Read());
                    return 0;

                case ["export-chain", var file, var organisation]:
                    await ChainFile.Write(file, new ChainDatabase(connection!).Read(organisation));
                    return 0;

                case ["verify", .. var options] when Options(options) is { } given:
                    using (var key = given.GetValueOrDefault("--key") is { } keyFile ? ReadKey(keyFile) : keys?.Anchor)
                    {
                        var lines = given.GetValueOrDefault("--export") is { } export ? ChainFile.Read(() => File.OpenRead(export)) : new ChainDatabase(connection!, keys, withFiles: true).Read();
                        var published = given.GetValueOrDefault("--anchors") is { } folder ? ChainFile.ReadAnchors(folder) : [];
                        return Tell(await ChainVerifier.Verify(lines, published, key, opensSealed: !given.ContainsKey("--export") && keys is not null, hasFiles: !given.ContainsKey("--export")));
                    }

                default:
                    await Console.Error.WriteLineAsync(Usage);
                    return 2;
            }
        }
        catch (Exception exception) when (exception is BrokenChainException or IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    private static int Tell(ChainReport report)
    {
        Console.WriteLine(report.IsWhole ? $"Whole: {report.Events} events checked." : $"BROKEN after {report.Events} events: {report.Problem}.");
        if (report.CheckValue is { } checkValue)
        {
            Console.WriteLine($"Check value: {checkValue}");
        }

        return report.IsWhole ? 0 : 1;
    }

    /// <summary>Null when they are not what they should be.</summary>
    private static Dictionary<string, string>? Options(string[] options)
    {
        var pairs = options.Chunk(2).ToList();
        var areKnown = pairs.All(pair => pair is ["--export" or "--anchors" or "--key", _]) && pairs.Select(pair => pair[0]).Distinct().Count() == pairs.Count;
        return areKnown ? pairs.ToDictionary(pair => pair[0], pair => pair[1]) : null;
    }

    private static ECDsa ReadKey(string file)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(file));
        return key;
    }
}
