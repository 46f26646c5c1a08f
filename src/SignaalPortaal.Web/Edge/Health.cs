using SignaalPortaal.Application;
using SignaalPortaal.Application.Data;

namespace SignaalPortaal.Web.Edge;

/// <summary>
/// Two questions of whoever runs the portal. Whether this node lives: if not, it is to be started anew. Whether people can be sent to it: not while its
/// database is away, and then starting it anew would not help.
/// </summary>
internal sealed class Health(IServiceScopeFactory scopes)
{
    public const string Lives = "/gezond", IsReady = "/gereed";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    private readonly Lock _lock = new();
    private Task<bool>? _asking;

    public static void Map(WebApplication app)
    {
        app.MapMethods(Lives, Methods, () => "gezond").AllowAnonymous().DisableRateLimiting();
        app.MapMethods(IsReady, Methods, async (Health health) => await health.IsDatabaseThere()
            ? Results.Text("gereed")
            : Results.Text("nog niet", statusCode: StatusCodes.Status503ServiceUnavailable)).AllowAnonymous().DisableRateLimiting();
    }

    /// <summary>Asks the portal on this machine, wherever its settings say that it listens; what the health check of a container does.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> Ask(string path, IConfiguration configuration)
    {
        // It asks itself: whether the certificate is in the name that people use is for their browsers.
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };
        using var http = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(5) };
        using var question = new HttpRequestMessage(HttpMethod.Head, new Uri(AddressOf(configuration), path));
        question.Headers.Host = HostOf(configuration);
        try
        {
            using var answer = await http.SendAsync(question);
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return 1;
        }
    }

    /// <summary>As Kestrel chooses: endpoints before addresses, and addresses before ports.</summary>
    internal static Uri AddressOf(IConfiguration configuration)
    {
        var addresses = new[]
        {
            configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]),
            Split(configuration[WebHostDefaults.ServerUrlsKey]),
            Split(configuration[WebHostDefaults.HttpPortsKey]).Select(port => $"http://+:{port}"),
            Split(configuration[WebHostDefaults.HttpsPortsKey]).Select(port => $"https://+:{port}"),
        };
        var first = addresses.SelectMany(some => some).FirstOrDefault(address => !string.IsNullOrWhiteSpace(address)) ?? "http://localhost:5000";
        var listens = BindingAddress.Parse(first);
        var host = System.Net.IPAddress.TryParse(listens.Host.Trim('[', ']'), out var address) && !address.Equals(System.Net.IPAddress.Any)
            && !address.Equals(System.Net.IPAddress.IPv6Any) ? listens.Host : "127.0.0.1";
        return new Uri($"{listens.Scheme}://{host}:{listens.Port}");
    }

    private static string[] Split(string? list) => (list ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>One under which the portal answers; null when it answers under any.</summary>
    private static string? HostOf(IConfiguration configuration) =>
        Split(configuration["AllowedHosts"]) is [var host, ..] and not ["*", ..] ? host.Replace("*.", "portaal.", StringComparison.Ordinal) : null;

    /// <summary>Whoever asks at the same moment gets the same answer: however many ask, the database is asked once.</summary>
    private Task<bool> IsDatabaseThere()
    {
        lock (_lock)
        {
            return _asking is { IsCompleted: false } ? _asking : _asking = Ask();
        }
    }

    private async Task<bool> Ask()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            return await scopes.SendAlone(new AskDatabase(), patience.Token).WaitAsync(patience.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException || Failures.IsPassing(exception))
        {
            return false;
        }
    }
}
