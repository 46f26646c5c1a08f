using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace SignaalPortaal.Fault.Tests.Infrastructure;

/// <summary>A PostgreSQL server of the test's own, that can be restarted as roughly as one likes. It keeps its data safe, as in earnest.</summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private static readonly string Programs = Directory.EnumerateDirectories("/usr/lib/postgresql")
        .Select(version => Path.Combine(version, "bin")).Where(folder => File.Exists(Path.Combine(folder, "initdb"))).Order().Last();

    /// <summary>Those that the server of a portal is to have.</summary>
    private static readonly string Settings = string.Join(' ', File.ReadLines(Path.Combine(AppContext.BaseDirectory, "../../../../../eng/postgresql.conf"))
        .Where(line => line.Contains('=', StringComparison.Ordinal)).Select(line => $"-c {line.Replace(" ", "", StringComparison.Ordinal)}"));

    private readonly string _folder;
    private readonly int _port = FreePort();

    private PostgresCluster(string folder) => _folder = folder;

    /// <summary>Everything that the server keeps, with the log of its changes.</summary>
    public string DataFolder => $"{_folder}/data";

    /// <summary>What the server tells of itself.</summary>
    public string LogFile => $"{_folder}/log";

    public string ConnectionString => $"Host=127.0.0.1;Port={_port};Username=portal;Database=portal;Timeout=5";

    /// <summary>A running server with a copy of a database.</summary>
    public static async Task<PostgresCluster> With(string connectionString)
    {
        var cluster = new PostgresCluster((await Run("mktemp", "-d", "/tmp/signaalportaal-faults.XXXXXX")).Trim());
        await Run(Program("initdb"), "--pgdata", $"{cluster._folder}/data", "--username=portal", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync");
        await cluster.PgCtl("start", "--silent", "--wait", "--log", $"{cluster._folder}/log",
            "--options", $"-c listen_addresses=127.0.0.1 -c port={cluster._port} -c unix_socket_directories= {Settings}");

        await cluster.Psql(
            "postgres", "-c", "create role signaalportaal_application", "-c", "create role signaalportaal_workers", "-c", "create role signaalportaal_circles", "-c", "create role signaalportaal_search", "-c", "create database portal");
        var source = new NpgsqlConnectionStringBuilder(connectionString);
        var dump = $"{cluster._folder}/dump";
        await Run(Program("pg_dump"), "--file", dump, $"host={source.Host} port={source.Port} user={source.Username} password='{source.Password}' dbname={source.Database}");
        await cluster.Psql("portal", "--file", dump);
        return cluster;
    }

    /// <summary>What a backup of the database holds, as SQL.</summary>
    public Task<string> Dump() => Run(Program("pg_dump"), $"host=127.0.0.1 port={_port} user=portal dbname=portal");

    /// <summary>As when its machine loses power and comes back: nothing is finished, connections break.</summary>
    public Task Crash() => PgCtl("restart", "--silent", "--wait", "--mode=immediate", "--log", $"{_folder}/log");

    public async ValueTask DisposeAsync()
    {
        await PgCtl("stop", "--silent", "--mode=immediate");
        await Run("rm", "-rf", _folder);
    }

    private Task<string> PgCtl(string action, params string[] arguments) => Run(Program("pg_ctl"), [action, "--pgdata", $"{_folder}/data", .. arguments]);

    private Task<string> Psql(string database, params string[] arguments) => Run(
        Program("psql"), ["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--host=127.0.0.1", $"--port={_port}", "--username=portal", $"--dbname={database}", .. arguments]);

    private static string Program(string name) => Path.Combine(Programs, name);

    /// <summary>PostgreSQL refuses to run as root; then it runs as the user that Debian's package made.</summary>
    private static async Task<string> Run(string program, params string[] arguments)
    {
        var start = Environment.UserName is "root"
            ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", program, .. arguments])
            : new ProcessStartInfo(program, arguments);
        start.WorkingDirectory = "/";
        var keepsRunning = arguments is ["start" or "restart", ..];
        start.RedirectStandardOutput = start.RedirectStandardError = !keepsRunning;
        using var process = Process.Start(start)!;
        var (output, problem) = keepsRunning ? ("", "") : (await process.StandardOutput.ReadToEndAsync(), await process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} failed: {problem}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
