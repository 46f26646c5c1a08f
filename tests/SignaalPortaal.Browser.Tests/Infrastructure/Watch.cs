using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace SignaalPortaal.Browser.Tests.Infrastructure;

/// <summary>Notes what no page may do, whatever a test does there: break its own content security policy, fail in script, miss a file, look elsewhere.</summary>
public sealed class Watch
{
    private readonly ConcurrentQueue<string> _seen = new();

    public void Over(IBrowserContext visit, Uri portal)
    {
        visit.Console += (_, message) =>
        {
            // Chromium reports each form that comes back with errors as a resource that failed; files that do are seen below.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                _seen.Enqueue($"Console of {message.Page?.Url}: {message.Text}");
            }
        };
        visit.WebError += (_, error) => _seen.Enqueue($"Script on {error.Page?.Url}: {error.Error}");
        visit.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" or "ws" or "wss" } address && address.Authority != portal.Authority)
            {
                _seen.Enqueue($"Request to another host: {request.Url}");
            }
        };
        visit.Response += (_, response) =>
        {
            if (response.Request.ResourceType != "document" && response.Status >= 400)
            {
                _seen.Enqueue($"Status {response.Status}: {response.Url}");
            }
        };
    }

    public void SawNothing() => _seen.ShouldBeEmpty();
}
