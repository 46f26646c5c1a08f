using System.Net;
using Microsoft.AspNetCore.Hosting;
using SignaalPortaal.Web.Edge;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Edge;

/// <summary>A proxy is believed about HTTPS; whoever else says the same is not.</summary>
public sealed class ProxyTests
{
    [Theory]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("10.0.0.4,127.0.0.0/8", HttpStatusCode.OK)]
    [InlineData("10.0.0.4", HttpStatusCode.PermanentRedirect)]
    public async Task Only_a_proxy_in_the_settings_is_believed(string proxies, HttpStatusCode expected)
    {
        await using var portal = new ProxiedPortal(proxies);
        await portal.InitializeAsync();
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        using var response = await http.GetAsync(new Uri(portal.ClientOptions.BaseAddress, "/inloggen"));

        response.StatusCode.ShouldBe(expected);
    }

    private sealed class ProxiedPortal(string proxies) : Portal
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            UseKestrel(options => options.Listen(IPAddress.Loopback, port: 0));
            StartServer();
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting(Https.ProxySetting, proxies);
        }
    }
}
