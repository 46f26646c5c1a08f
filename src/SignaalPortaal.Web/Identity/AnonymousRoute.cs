using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Net.Http.Headers;
using SignaalPortaal.Web.Edge;

namespace SignaalPortaal.Web.Identity;

/// <summary>The pages on which nobody signs in: no cookie is read there, not even one that a browser sends along.</summary>
internal static class AnonymousRoute
{
    private const string Start = "/anoniem";

    /// <summary>
    /// Takes the cookies off a request before anything can read them. Without the property the host puts authentication of its own in front of
    /// everything, also of this route, because ours stands in a branch.
    /// </summary>
    public static void UseAnonymousRoute(this IApplicationBuilder app)
    {
        app.Properties["__AuthenticationMiddlewareSet"] = true;
        app.UseWhen(Is, branch => branch.Use((context, next) =>
        {
            context.Request.Headers.Remove(HeaderNames.Cookie);
            return next(context);
        }));
    }

    /// <summary>
    /// A host name of its own for these pages: a browser sends no cookie of the portal to it, and somebody who looks at names of hosts sees no more. On the
    /// others they are not, and on it nothing else is.
    /// </summary>
    /// <param name="host">Null when they are on the hosts of the portal.</param>
    public static void UseAnonymousHost(this IApplicationBuilder app, string? host)
    {
        if (string.IsNullOrWhiteSpace(host))
        {
            return;
        }

        string[] open = [Start, "/hoe-beschermen-wij-je", "/zo-werkt-het", "/fout", Health.Lives, Health.IsReady, "/.well-known", "/robots.txt", "/ankers"];
        app.Use((context, next) =>
        {
            var request = context.Request;
            var isThere = string.Equals(request.Host.Host, host, StringComparison.OrdinalIgnoreCase);
            var isMisplaced = isThere ? !Is(context) && !open.Any(path => request.Path.StartsWithSegments(path)) : request.Path.StartsWithSegments(Start);
            if (!isMisplaced)
            {
                return next(context);
            }

            if (HttpMethods.IsGet(request.Method))
            {
                context.Response.Redirect(isThere ? Start : $"{request.Scheme}://{host}{request.Path}");
            }
            else
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
            }

            return Task.CompletedTask;
        });
    }

    /// <summary>
    /// Also for the page that tells what went wrong on one of them, and for styles and scripts: whoever is signed in fetches those for these pages too,
    /// and that leaves no trace in the session.
    /// </summary>
    public static bool Is(HttpContext context) =>
        context.Request.Path.StartsWithSegments(Start)
        || context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
        || new PathString(context.Features.Get<IExceptionHandlerPathFeature>()?.Path).StartsWithSegments(Start)
        || new PathString(context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath).StartsWithSegments(Start);
}
