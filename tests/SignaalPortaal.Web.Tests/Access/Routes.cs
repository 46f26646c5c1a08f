using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Access;

/// <summary>What the running portal answers to, as the framework itself knows it.</summary>
internal sealed record Route(string Page, string Handler, string Template)
{
    public bool IsOfASignal => Template.Contains("{reference}", StringComparison.Ordinal);

    /// <summary>Each page can be got; a handler without a name is called Post.</summary>
    public static async Task<IReadOnlyList<Route>> Of(Portal portal)
    {
        var loader = portal.Services.GetRequiredService<PageLoader>();
        var pages = portal.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>();
        var routes = new List<Route>();
        foreach (var page in pages)
        {
            var handlers = (await loader.LoadAsync(page, new Microsoft.AspNetCore.Http.EndpointMetadataCollection())).HandlerMethods;
            var names = handlers.Where(handler => handler.Name != "HandlerExecution").Select(handler => handler.Name ?? handler.HttpMethod)
                .Append("Get").Distinct();
            routes.AddRange(names.Select(name => new Route(page.ViewEnginePath, name, $"/{page.AttributeRouteInfo!.Template}")));
        }

        // The framework's own files of the portal are left out, also those that it looks up anew during development.
        var others = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null)
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && endpoint.RoutePattern.RawText != "{**path:file}")
            .Select(endpoint => new Route(endpoint.RoutePattern.RawText!, "Get", endpoint.RoutePattern.RawText!));
        return [.. routes, .. others];
    }

    public string Address(string reference, Guid promise, Guid attachment = default)
    {
        var path = Template.Replace("{reference}", reference, StringComparison.Ordinal)
            .Replace("{organisatie}", "testdienst", StringComparison.Ordinal)
            .Replace("{promise:guid}", promise.ToString(), StringComparison.Ordinal)
            .Replace("{attachment:guid}", attachment.ToString(), StringComparison.Ordinal)
            .Replace("{id:guid}", Guid.NewGuid().ToString(), StringComparison.Ordinal)
            .Replace("{day}", "2026-09-07", StringComparison.Ordinal)
            .Replace("{quarter}", "2026-Q2", StringComparison.Ordinal);
        return Handler is "Get" or "Post" ? path : $"{path}?handler={Handler}";
    }
}
