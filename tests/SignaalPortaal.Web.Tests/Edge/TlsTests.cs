using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Edge;

/// <summary>What the portal agrees to when it serves HTTPS itself.</summary>
public sealed class TlsTests(TlsPortal portal) : IClassFixture<TlsPortal>
{
    [Theory]
    [InlineData(SslProtocols.Tls13, TlsCipherSuite.TLS_AES_256_GCM_SHA384)]
    [InlineData(SslProtocols.Tls13, TlsCipherSuite.TLS_CHACHA20_POLY1305_SHA256)]
    [InlineData(SslProtocols.Tls13, TlsCipherSuite.TLS_AES_128_GCM_SHA256)]
    [InlineData(SslProtocols.Tls12, TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384)]
    [InlineData(SslProtocols.Tls12, TlsCipherSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256)]
    [InlineData(SslProtocols.Tls12, TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256)]
    public async Task It_takes_the_suites_that_are_good_or_sufficient(SslProtocols protocol, TlsCipherSuite suite) =>
        (await Agree(protocol, suite)).ShouldBe(suite);

    [Theory]
    [InlineData(SslProtocols.Tls13, TlsCipherSuite.TLS_AES_128_CCM_SHA256)]
    [InlineData(SslProtocols.Tls12, TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384)]
    [InlineData(SslProtocols.Tls12, TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256)]
    [InlineData(SslProtocols.Tls12, TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA)]
    [InlineData(SslProtocols.Tls12, TlsCipherSuite.TLS_RSA_WITH_AES_256_GCM_SHA384)]
    public async Task It_refuses_the_others(SslProtocols protocol, TlsCipherSuite suite) =>
        await Should.ThrowAsync<Exception>(() => Agree(protocol, suite));

    [Fact]
    public async Task It_refuses_older_protocols()
    {
#pragma warning disable SYSLIB0039, CA5397 // To see them refused.
        await Should.ThrowAsync<Exception>(() => Agree(SslProtocols.Tls11, TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA));
#pragma warning restore SYSLIB0039, CA5397
    }

    [Fact]
    public async Task It_says_over_https_that_it_is_to_stay_so_and_not_what_it_runs_on()
    {
        using var http = new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, certificate, _, _) => IsOurs(certificate) });

        using var response = await http.GetAsync(new Uri(portal.Address, "/inloggen"));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.GetValues("Strict-Transport-Security").Single().ShouldBe("max-age=31536000; includeSubDomains");
        response.Headers.Contains("Server").ShouldBeFalse();
        response.Headers.GetValues("Set-Cookie").Single().ShouldStartWith("__Host-signaalportaal-formulier=");
    }

    private static bool IsOurs(X509Certificate? certificate) => certificate?.GetCertHashString() == TestKeys.Keys.Certificate.GetCertHashString();

    private async Task<TlsCipherSuite> Agree(SslProtocols protocol, TlsCipherSuite suite)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(portal.Address.Host, portal.Address.Port);
        await using var stream = new SslStream(client.GetStream());
        await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            EnabledSslProtocols = protocol,
            CipherSuitesPolicy = OperatingSystem.IsLinux() ? new CipherSuitesPolicy([suite]) : null,
            RemoteCertificateValidationCallback = (_, certificate, _, _) => IsOurs(certificate),
        });
        return stream.NegotiatedCipherSuite;
    }
}

/// <summary>Serves HTTPS on a port of its own, by settings only, with a certificate that it made itself.</summary>
public sealed class TlsPortal : Portal
{
    public Uri Address { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        UseKestrel();
        StartServer();
        var addresses = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Address = new Uri(addresses.Single(address => address.StartsWith("https:", StringComparison.Ordinal)));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        var certificate = Path.Combine(TestKeys.Folder, "portal.pem");
        builder.UseSetting("Kestrel:Endpoints:Https:Url", "https://127.0.0.1:0");
        builder.UseSetting("Kestrel:Endpoints:Https:Certificate:Path", certificate);
        builder.UseSetting("Kestrel:Endpoints:Https:Certificate:KeyPath", certificate);
    }
}
