using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Net.Http.Headers;

namespace SignaalPortaal.Web.Edge;

/// <summary>
/// Refuses whatever another site lets a browser send, before anything is read of it. Beside the token in each form, not in its place: an old browser
/// does not say where a form comes from.
/// </summary>
internal sealed class OwnSite(RequestDelegate next)
{
    private const string FetchSite = "Sec-Fetch-Site";

    public Task InvokeAsync(HttpContext context)
    {
        // The page that explains the refusal is asked for with the same request.
        var isExplanation = context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;
        if (isExplanation || !IsFromElsewhere(context.Request))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    public static bool IsFromElsewhere(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
        {
            return false;
        }

        if (request.Headers.TryGetValue(FetchSite, out var site))
        {
            return site.ToString() is not ("same-origin" or "none");
        }

        // 'null' says nothing: that is what our own pages send too, because they give no referrer.
        var origin = request.Headers[HeaderNames.Origin].ToString();
        return origin is not ("" or "null") && !origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
