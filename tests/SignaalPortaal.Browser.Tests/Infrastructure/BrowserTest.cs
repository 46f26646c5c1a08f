using Microsoft.Playwright;

namespace SignaalPortaal.Browser.Tests.Infrastructure;

/// <summary>A test in a browser. Fails too when a page complains in the console, or asks another host for something.</summary>
[Collection(nameof(InABrowser))]
public abstract class BrowserTest(BrowserPortal portal) : IAsyncLifetime
{
    private readonly List<IBrowserContext> _visits = [];
    private readonly Watch _watch = new();

    protected BrowserPortal Portal => portal;

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public virtual async Task DisposeAsync()
    {
        foreach (var visit in _visits)
        {
            await visit.DisposeAsync();
        }

        _watch.SawNothing();
    }

    protected async Task<IPage> PageOf(Guid? person, int width = BrowserPortal.Desktop, bool javaScript = true)
    {
        var visit = await portal.Visit(person, _watch, width, javaScript);
        _visits.Add(visit);
        return await visit.NewPageAsync();
    }
}

[CollectionDefinition(nameof(InABrowser))]
public sealed class InABrowser : ICollectionFixture<BrowserPortal>;
