using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Edge;

/// <summary>However slow somebody is, and however often at once: whoever comes next is helped. On a real server, over real connections.</summary>
public sealed class SlowTests(SlowPortal portal) : IClassFixture<SlowPortal>, IDisposable
{
    private const int Many = 60;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(3);

    private readonly List<TcpClient> _connections = [];

    public void Dispose() => _connections.ForEach(connection => connection.Dispose());

    [Theory]
    [InlineData("POST /anoniem/testdienst/nieuw HTTP/1.1", "application/x-www-form-urlencoded", "Input.Subject=x")]
    [InlineData("POST /anoniem/testdienst/nieuw HTTP/1.1", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"bijlagen\"; filename=\"a.txt\"\r\n\r\nbla")]
    [InlineData("POST /anoniem/testdienst/volgen?handler=Facts HTTP/1.1", "multipart/form-data; boundary=x", "--x\r\n")]
    [InlineData("POST /inloggen HTTP/1.1", "application/x-www-form-urlencoded", "wie=")]
    [InlineData("POST /bestaat-niet HTTP/1.1", "application/x-www-form-urlencoded", "a=")]
    [InlineData("POST /anoniem/testdienst/nieuw HTTP/1.1", "application/json", "{")]
    public async Task Nobody_waits_for_whoever_is_slow_with_a_form(string start, string type, string some)
    {
        for (var count = 0; count < Many; count++)
        {
            await Begin($"{start}\r\nHost: localhost\r\nContent-Type: {type}\r\nContent-Length: 900000\r\n\r\n{some}");
        }

        await EverybodyIsHelped();
    }

    [Fact]
    public async Task Nobody_waits_for_somebody_who_is_signed_in_and_slow()
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = portal.Address };
        var caller = new Caller(browser);
        await caller.Arrive(personId: null);
        var cookies = await caller.SignsIn(portal.Cast.Colleague);
        for (var count = 0; count < Many; count++)
        {
            await Begin($"POST /signalen/nieuw HTTP/1.1\r\nHost: localhost\r\nCookie: {cookies}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 40000000\r\n\r\n--x\r\n");
        }

        await EverybodyIsHelped();
        using var own = await caller.Get("/mijn-signalen").WaitAsync(Soon);
        own.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_waits_for_whoever_reads_slowly()
    {
        // What they sent comes back to them, and they read nothing of it.
        var form = $"Input.OwnWords={new string('a', 900_000)}";
        for (var count = 0; count < 12; count++)
        {
            await Begin(
                $"POST /anoniem/testdienst/nieuw?handler=Check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {form.Length}\r\n\r\n{form}",
                receiveBuffer: 1024);
        }

        await EverybodyIsHelped();
    }

    [Theory]
    [InlineData("")]
    [InlineData("GET /anoniem/testdienst/nieuw HTTP/1.1\r\nHost: loc")]
    public async Task Nobody_waits_for_connections_on_which_nothing_comes(string some)
    {
        for (var count = 0; count < SlowPortal.Connections * 2; count++)
        {
            await Begin(some);
        }

        await EverybodyIsHelped();
    }

    [Fact]
    public async Task A_form_that_comes_in_pieces_is_taken_and_one_that_never_ends_is_not_waited_for_by_its_sender_either()
    {
        var pieces = await Begin("POST /anoniem/testdienst/volgen HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 14\r\n\r\nInput.");
        await Task.Delay(300);
        await Write(pieces, "Code=abc");
        using var read = new StreamReader(pieces.GetStream());

        (await read.ReadLineAsync().WaitAsync(Soon))!.ShouldStartWith("HTTP/1.1 400");
    }

    /// <summary>An anonymous visitor who looks and sends, and somebody who is signed in, each on a new connection.</summary>
    private async Task EverybodyIsHelped()
    {
        var slowest = TimeSpan.Zero;
        for (var time = 0; time < 5; time++)
        {
            var start = Stopwatch.GetTimestamp();
            using var http = portal.CreateClient();
            using var page = await http.GetAsync("/anoniem/testdienst").WaitAsync(Soon);
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("Input.Code", "geen code")]);
            using var sent = await http.PostAsync("/anoniem/testdienst/volgen", form).WaitAsync(Soon);
            using var own = await (await portal.Caller(portal.Cast.Reporter)).Get("/mijn-signalen").WaitAsync(Soon);

            page.StatusCode.ShouldBe(HttpStatusCode.OK);
            sent.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            own.StatusCode.ShouldBe(HttpStatusCode.OK);
            slowest = Stopwatch.GetElapsedTime(start) is var took && took > slowest ? took : slowest;
        }

        slowest.ShouldBeLessThan(Soon);
    }

    private async Task<TcpClient> Begin(string request, int? receiveBuffer = null)
    {
        var connection = new TcpClient();
        _connections.Add(connection);
        if (receiveBuffer is { } size)
        {
            connection.ReceiveBufferSize = size;
        }

        await connection.ConnectAsync(IPAddress.Loopback, portal.Address.Port);
        await Write(connection, request);
        return connection;
    }

    private static async Task Write(TcpClient connection, string text)
    {
        try
        {
            await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text));
        }
        catch (IOException)
        {
            // Closed already, to make room.
        }
    }
}

/// <summary>A real server with little room.</summary>
public sealed class SlowPortal : Portal
{
    public const int Connections = 150;

    public Uri Address => ClientOptions.BaseAddress;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        UseKestrel(options => options.Listen(IPAddress.Loopback, port: 0));
        StartServer();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Limits:AtOnce", "4");
        builder.UseSetting("Limits:AnonymousAtOnce", "2");
        builder.UseSetting("Limits:Waiting", "100");
        builder.UseSetting("Limits:AnonymousPerMinute", "100000");
        builder.UseSetting("Limits:AnonymousForms", "20");
        builder.UseSetting("Limits:Connections", $"{Connections}");
    }
}
