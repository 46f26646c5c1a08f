using Microsoft.AspNetCore.StaticAssets;

namespace SignaalPortaal.Web;

/// <summary>What each answer says to the browser: nothing from elsewhere, nothing inside another page, nothing left behind.</summary>
internal sealed class ResponseHeaders(RequestDelegate next, bool isHttps)
{
    /// <summary>No script makes markup out of text, so that none may: that is what the Trusted Types at the end say.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src data:; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    private const string PermissionsPolicy =
        "accelerometer=(), autoplay=(), bluetooth=(), browsing-topics=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), "
        + "gyroscope=(), hid=(), idle-detection=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), screen-wake-lock=(), "
        + "serial=(), usb=(), web-share=(), xr-spatial-tracking=()";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;

            // A page may be stricter.
            headers.TryAdd("Content-Security-Policy", ContentSecurityPolicy);
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";

            // Only a page can ask for anything; styles and fonts are fetched with each first view, and this is long.
            if (context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            {
                headers["Permissions-Policy"] = PermissionsPolicy;
            }

            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Cross-Origin-Embedder-Policy"] = "require-corp";
            if (isHttps && context.Request.IsHttps)
            {
                headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
            }

            if (!headers.ContainsKey("Cache-Control") || context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) is true)
            {
                headers.CacheControl = "no-store";
                headers.ETag = default;
            }

            return Task.CompletedTask;
        });
        return next(context);
    }
}
