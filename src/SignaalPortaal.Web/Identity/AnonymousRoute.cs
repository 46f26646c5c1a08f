using Microsoft.AspNetCore.Diagnostics;

namespace SignaalPortaal.Web.Identity;

/// <summary>The pages on which nobody signs in: no cookie is read there, not even one that a browser sends along.</summary>
internal static class AnonymousRoute
{
    private const string Start = "/anoniem";

    /// <summary>Also for the page that tells what went wrong on one of them.</summary>
    public static bool Is(HttpContext context) =>
        context.Request.Path.StartsWithSegments(Start)
        || new PathString(context.Features.Get<IExceptionHandlerPathFeature>()?.Path).StartsWithSegments(Start)
        || new PathString(context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath).StartsWithSegments(Start);
}
