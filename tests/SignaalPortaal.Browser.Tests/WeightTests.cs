using Microsoft.Playwright;
using SignaalPortaal.Browser.Tests.Infrastructure;
using Xunit.Abstractions;

namespace SignaalPortaal.Browser.Tests;

/// <summary>What comes over the wire when a page is opened for the first time, on a phone with nothing kept.</summary>
public sealed class WeightTests(BrowserPortal portal, ITestOutputHelper output) : BrowserTest(portal)
{
    private const int Budget = 60_000;

    [Theory]
    [InlineData("sign in")]
    [InlineData("home")]
    [InlineData("new signal")]
    [InlineData("signal of ten events")]
    [InlineData("queue of 25 rows")]
    [InlineData("five signals of a director")]
    public async Task A_first_view_is_light(string name)
    {
        var seeded = await Portal.Seeded;
        var (person, address) = name switch
        {
            "sign in" => (default(Guid?), "/inloggen"),
            "home" => (Portal.Cast.Director, "/"),
            "new signal" => (Portal.Cast.Colleague, "/signalen/nieuw"),
            "signal of ten events" => (Portal.Cast.Reporter, seeded.Eventful),
            "queue of 25 rows" => (Portal.Cast.TeamLead, "/werkvoorraad"),
            _ => (Portal.Cast.Director, "/directie"),
        };
        var page = await PageOf(person, BrowserPortal.Phone);
        var received = await Received.WhileOpening(page, address);

        output.WriteLine($"{received.Total} bytes: {received}");
        received.Total.ShouldBeLessThanOrEqualTo(Budget, received.ToString());
        received.Files.Where(file => file.Contains("woff", StringComparison.Ordinal)).ShouldBe(["source-sans-3-latin-wght-normal.woff2"]);
    }

    private sealed class Received
    {
        private readonly Dictionary<string, string> _names = [];
        private readonly Dictionary<string, int> _bytes = [];

        public IEnumerable<string> Files => _names.Values;

        public int Total => _bytes.Values.Sum();

        public static async Task<Received> WhileOpening(IPage page, string address)
        {
            var received = new Received();
            var network = await page.Context.NewCDPSessionAsync(page);
            network.Event("Network.responseReceived").OnEvent += (_, message) =>
            {
                var url = message!.Value.GetProperty("response").GetProperty("url").GetString()!;
                if (url.StartsWith("http", StringComparison.Ordinal))
                {
                    received._names[message.Value.GetProperty("requestId").GetString()!] = url[(url.LastIndexOf('/') + 1)..];
                }
            };
            network.Event("Network.loadingFinished").OnEvent += (_, message) =>
                received._bytes[message!.Value.GetProperty("requestId").GetString()!] = message.Value.GetProperty("encodedDataLength").GetInt32();
            await network.SendAsync("Network.enable");
            await network.SendAsync("Network.setCacheDisabled", new Dictionary<string, object> { ["cacheDisabled"] = true });
            await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });
            return received;
        }

        public override string ToString() => string.Join(", ", _names.OrderBy(file => file.Value).Select(file => $"{file.Value} {_bytes.GetValueOrDefault(file.Key)}"));
    }
}
