using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Browser.Tests.Infrastructure;

/// <summary>One portal on a real port, and one Chromium to visit it with, for all tests of this project.</summary>
public sealed class BrowserPortal : Portal
{
    public const int Desktop = 1280;
    public const int Phone = 390;
    public const int SmallestPhone = 320;

    private readonly Dictionary<(Guid Person, DateTimeOffset At), string> _sessions = [];
    private Task<SeededSignals>? _seeded;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public Uri Address => ClientOptions.BaseAddress;

    /// <summary>Signals in every state. Made when a test first asks for them; what a test does there must not matter to another.</summary>
    public Task<SeededSignals> Seeded => _seeded ??= SeededSignals.Make(this);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        UseKestrel(port: 0);
        StartServer();

        // What a test waits for has mostly been there for a while; a busy machine is no failure.
        Assertions.SetDefaultExpectTimeout(15_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } chromium ? chromium : "/usr/bin/chromium",

            // Chromium's own sandbox refuses to work for root, which is who runs tests in a container.
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await base.DisposeAsync();
    }

    /// <summary>A browser with cookies of its own, in which a person is signed in, or nobody.</summary>
    public async Task<IBrowserContext> Visit(Guid? person, Watch watch, int width = Desktop, bool javaScript = true)
    {
        var session = person is { } who ? await SessionOf(who) : null;
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = Address.ToString(),
            Locale = "nl-NL",
            TimezoneId = "Europe/Amsterdam",
            ViewportSize = new() { Width = width, Height = 900 },
            JavaScriptEnabled = javaScript,
            StorageState = session,
        });
        context.SetDefaultTimeout(15_000);
        watch.Over(context, Address);
        return context;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);

        // As when it is published: styles come compressed by the build, and not anew from the project for whoever is changing them.
        builder.UseSetting("ReloadStaticAssetsAtRuntime", "false");
        builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter, BrokenPage>());
    }

    /// <summary>Signs in on the page for that. The session ends with the clock of the tests, so it is kept for as long as that stands still.</summary>
    private async Task<string> SessionOf(Guid person)
    {
        var key = (person, Clock.GetUtcNow());
        if (!_sessions.TryGetValue(key, out var session))
        {
            var name = await Database.Scalar<string>($"select name from people where id = '{person}'");
            var watch = new Watch();
            await using var context = await Visit(person: null, watch);
            var page = await context.NewPageAsync();
            await page.GotoAsync("/inloggen");
            await page.GetByLabel("Zoek iemand op naam").And(page.GetByRole(AriaRole.Searchbox)).FillAsync(name!);
            await page.Press("Zoek");
            await page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = name }).GetByRole(AriaRole.Button).ClickAsync();
            await page.WaitForURLAsync(Address.ToString());
            watch.SawNothing();
            _sessions[key] = session = await context.StorageStateAsync();
        }

        return session;
    }
}
