using Microsoft.AspNetCore.Hosting;
using SignaalPortaal.Web.Edge;
using SignaalPortaal.Web.Tests.Access;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Edge;

/// <summary>Each address that the portal answers, for whoever is signed in and for nobody, over HTTPS as in earnest.</summary>
public sealed class HeaderTests(HttpsPortal portal) : IClassFixture<HttpsPortal>
{
    private static readonly Dictionary<string, string> Always = new()
    {
        ["Content-Security-Policy"] = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
        ["X-Content-Type-Options"] = "nosniff",
        ["X-Frame-Options"] = "DENY",
        ["Referrer-Policy"] = "no-referrer",
        ["Cross-Origin-Opener-Policy"] = "same-origin",
        ["Cross-Origin-Resource-Policy"] = "same-origin",
        ["Cross-Origin-Embedder-Policy"] = "require-corp",
        ["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains",
    };

    [Fact]
    public async Task Every_answer_has_the_headers_that_keep_a_browser_safe()
    {
        var routes = await Route.Of(portal);
        var problems = new List<string>();
        foreach (var person in new Guid?[] { null, portal.Cast.Reporter, portal.Cast.Administrator })
        {
            var caller = await portal.Caller(person);
            foreach (var route in routes.Where(route => route.Page != "/SignOut").Append(new Route("", "Get", "/bestaat-niet")).Append(new Route("", "Get", "/css/app.css")))
            {
                var address = route.Address("K7QM3XWD", Guid.NewGuid());
                using var response = route.Handler is "Get" ? await caller.Get(address) : await caller.Post(address, []);
                problems.AddRange((await ProblemsOf(response)).Select(problem => $"{address} ({(int)response.StatusCode}): {problem}"));
            }
        }

        problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task All_cookies_are_of_this_host_only_over_https_only_and_out_of_reach_of_scripts()
    {
        var cookies = new List<string>();
        var caller = await portal.Caller(personId: null);
        foreach (var response in new[]
        {
            await (await portal.Caller(personId: null)).Get("/inloggen"),
            await portal.CreateClient(new() { BaseAddress = portal.ClientOptions.BaseAddress, HandleCookies = false }).GetAsync("/inloggen"),
            await caller.Post("/inloggen", [KeyValuePair.Create("wie", $"{portal.Cast.TeamLead}")]),
            await caller.Get("/werkvoorraad?staat=alle"),
        })
        {
            cookies.AddRange(response.Headers.TryGetValues("Set-Cookie", out var set) ? set : []);
        }

        await caller.Renew();
        using var choice = await caller.Post("/berichten/instellingen", []);
        cookies.AddRange(choice.Headers.GetValues("Set-Cookie"));
        using var leaving = await caller.Post("/uitloggen", []);
        cookies.AddRange(leaving.Headers.GetValues("Set-Cookie"));

        cookies.Select(cookie => cookie.Split('=')[0]).Distinct().ShouldBe(
            ["__Host-signaalportaal", "__Host-signaalportaal-filter", "__Host-signaalportaal-formulier", "__Host-signaalportaal-melding"], ignoreOrder: true);
        foreach (var cookie in cookies)
        {
            var parts = cookie.Split("; ").Select(part => part.ToLowerInvariant()).ToList();
            parts.ShouldContain("path=/", cookie);
            parts.ShouldContain("secure", cookie);
            parts.ShouldContain("httponly", cookie);
            parts.ShouldContain(part => part == "samesite=lax" || part == "samesite=strict", cookie);
            parts.ShouldNotContain(part => part.StartsWith("domain", StringComparison.Ordinal), cookie);
        }
    }

    [Fact]
    public async Task Who_comes_without_https_is_sent_on_and_the_health_check_is_not()
    {
        using var http = portal.CreateClient(new() { BaseAddress = new Uri("http://portaal.example"), AllowAutoRedirect = false });

        using var page = await http.GetAsync("/mijn-signalen");
        using var health = await http.GetAsync("/gezond");
        using var ready = await http.GetAsync("/gereed");

        ((int)page.StatusCode).ShouldBe(308);
        page.Headers.Location!.AbsoluteUri.ShouldBe("https://portaal.example/mijn-signalen");
        page.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
        ((int)health.StatusCode).ShouldBe(200);
        ((int)ready.StatusCode).ShouldBe(200);
    }

    private static async Task<IReadOnlyList<string>> ProblemsOf(HttpResponseMessage response)
    {
        var problems = Always
            .Where(header => !response.Headers.TryGetValues(header.Key, out var values) || values.Single() != header.Value)
            .Select(header => header.Key).ToList();
        var policy = response.Headers.TryGetValues("Permissions-Policy", out var permissions) ? permissions.Single() : "";
        var isAsset = response.Content.Headers.ContentType?.MediaType == "text/css";
        problems.AddRange(isAsset || (policy.Contains("camera=()", StringComparison.Ordinal) && policy.Contains("microphone=()", StringComparison.Ordinal)) ? [] : ["Permissions-Policy"]);
        problems.AddRange(response.Headers.Contains("Server") || response.Headers.Contains("X-Powered-By") ? ["Server"] : []);
        if (response.Content.Headers.ContentType?.MediaType == "text/html")
        {
            problems.AddRange(response.Headers.CacheControl?.ToString() == "no-store" && response.Headers.ETag is null ? [] : ["Cache-Control or ETag"]);
            var html = await response.Content.ReadAsStringAsync();
            problems.AddRange(new[] { " style=", "<style", " onclick=", "javascript:", "<script>" }.Where(inline => html.Contains(inline, StringComparison.OrdinalIgnoreCase)));
        }

        return problems;
    }
}

/// <summary>Behind a proxy that serves HTTPS.</summary>
public sealed class HttpsPortal : Portal
{
    public HttpsPortal() => ClientOptions.BaseAddress = new Uri("https://portaal.example");

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting(Https.ProxySetting, "10.0.0.4");
        builder.UseSetting(PublicFiles.ContactSetting, "mailto:veiligheid@portaal.example");
    }
}
