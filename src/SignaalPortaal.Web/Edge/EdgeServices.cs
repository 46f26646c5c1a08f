using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SignaalPortaal.Application.Protection;

namespace SignaalPortaal.Web.Edge;

/// <summary>Everything between the network and the pages.</summary>
internal static class EdgeServices
{
    /// <summary>Above the slowest page by far; below the patience of a proxy.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public static void AddEdge(this WebApplicationBuilder builder, PortalKeys keys)
    {
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.ConfigureHttpsDefaults(Https.UseOnlyGoodSuites);
            var provider = server.ApplicationServices;
            provider.GetRequiredService<Limits>().Set(server.Limits);
            server.ConfigureEndpointDefaults(endpoint => endpoint.Use(provider.GetRequiredService<Connections>().Count));
        });
        builder.Services.AddSingleton(provider => Limits.Of(provider.GetRequiredService<IConfiguration>()));
        builder.Services.AddSingleton<Connections>().AddSingleton<Health>().AddSingleton<NetworkRooms>();
        builder.Services.AddHttps(builder.Configuration);
        builder.Services.AddSingleton(provider => new PortalCookies(Https.IsServed(provider.GetRequiredService<IConfiguration>())));
        builder.Services.AddOptions<CookieTempDataProviderOptions>().Configure<PortalCookies>((options, cookies) => cookies.Notice(options.Cookie));
        builder.Services.AddRateLimiter();
        builder.Services.AddOptions<RateLimiterOptions>().Configure<Limits>((options, limits) => limits.Apply(options));
        builder.Services.AddRequestTimeouts(options => options.DefaultPolicy = new RequestTimeoutPolicy { Timeout = Longest, TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable });
        KeyRing.AddTo(builder.Services, keys);
    }

    /// <summary>Outside everything else, so that it also holds for errors and for what is refused.</summary>
    public static void UseEdge(this WebApplication app)
    {
        app.Use(app.Services.GetRequiredService<Connections>().Handle);
        app.UseMiddleware<ResponseHeaders>(Https.IsServed(app.Configuration));
        app.UseHttps();
        app.UseExceptionHandler(Failures.Shown);
        app.UseStatusCodePagesWithReExecute("/fout");
        app.UseMiddleware<OwnSite>();
    }
}
