using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.HttpsPolicy;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using IPNetwork = System.Net.IPNetwork;

namespace SignaalPortaal.Web.Edge;

/// <summary>Who serves HTTPS: the portal itself, at an address that begins with https, or a proxy in front of it.</summary>
internal static class Https
{
    /// <summary>The addresses or networks of the proxies, with commas. Only from those the portal believes that a request came over HTTPS.</summary>
    public const string ProxySetting = "Https:Proxies";

    /// <summary>What the NCSC calls good or sufficient (TLS guidelines of May 2025): nothing with CBC, nothing without forward secrecy.</summary>
    private static readonly TlsCipherSuite[] Suites =
    [
        TlsCipherSuite.TLS_AES_256_GCM_SHA384,
        TlsCipherSuite.TLS_CHACHA20_POLY1305_SHA256,
        TlsCipherSuite.TLS_AES_128_GCM_SHA256,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
        TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
        TlsCipherSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
        TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
    ];

    public static bool IsServed(IConfiguration configuration) => HasProxy(configuration) || HasOwnEndpoint(configuration);

    /// <summary>For every endpoint with HTTPS, however it was set up.</summary>
    public static void UseOnlyGoodSuites(HttpsConnectionAdapterOptions https)
    {
        https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;

        // Windows has no choice of suites per program; there it is a setting of the machine.
        var policy = OperatingSystem.IsLinux() ? new CipherSuitesPolicy(Suites) : null;
        https.OnAuthenticate = (_, options) =>
        {
            options.CipherSuitesPolicy = policy;
            options.AllowRenegotiation = false;
        };
    }

    /// <summary>Of what a proxy says, only whether a request came over HTTPS. The address of the visitor is not asked for: nothing here needs it.</summary>
    public static IServiceCollection AddHttps(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in Proxies(configuration))
            {
                options.KnownIPNetworks.Add(network);
            }
        });
        return services.Configure<HttpsRedirectionOptions>(options =>
        {
            options.RedirectStatusCode = StatusCodes.Status308PermanentRedirect;
            options.HttpsPort = HasProxy(configuration) ? 443 : null;
        });
    }

    /// <summary>Whoever comes without HTTPS is sent on, but for what asks from within whether this node is well.</summary>
    public static void UseHttps(this WebApplication app)
    {
        if (HasProxy(app.Configuration))
        {
            app.UseForwardedHeaders();
        }

        if (IsServed(app.Configuration))
        {
            app.UseWhen(context => context.Request.Path != Health.Lives && context.Request.Path != Health.IsReady, branch => branch.UseHttpsRedirection());
        }
    }

    /// <exception cref="FormatException">One of them is no address and no network.</exception>
    public static IReadOnlyList<IPNetwork> Proxies(IConfiguration configuration) =>
    [
        .. (configuration[ProxySetting] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(proxy => proxy.Contains('/', StringComparison.Ordinal)
                ? IPNetwork.Parse(proxy)
                : IPAddress.Parse(proxy) is var address ? new IPNetwork(address, address.GetAddressBytes().Length * 8) : default),
    ];

    private static bool HasProxy(IConfiguration configuration) => Proxies(configuration).Count > 0;

    private static bool HasOwnEndpoint(IConfiguration configuration)
    {
        var addresses = $"{configuration[WebHostDefaults.ServerUrlsKey]}".Split(';', StringSplitOptions.TrimEntries)
            .Concat(configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => $"{endpoint["Url"]}"));
        return addresses.Any(address => address.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            || !string.IsNullOrWhiteSpace(configuration[WebHostDefaults.HttpsPortsKey]);
    }
}
