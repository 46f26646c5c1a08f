using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using SignaalPortaal.Web.Edge;
using SignaalPortaal.Web.Forms;
using SignaalPortaal.Web.Logs;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Pages;

/// <summary>
/// What a person sees instead of an answer. The same for what does not exist and for what is not theirs to see. What they had typed is on it,
/// to copy: whether the form had expired, the session had ended, or something broke.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[DisableRateLimiting]
public sealed class ErrorModel : PageModel
{
    /// <summary>How long a switch-over of the database takes, about.</summary>
    private const string RetryAfterSeconds = "15";

    public string Title { get; private set; } = "";

    public string Explanation { get; private set; } = "";

    /// <summary>Stands beside what went wrong in the log; null when nothing went wrong here, and where nothing is logged.</summary>
    public string? Reference { get; private set; }

    public IReadOnlyList<TypedField> Typed { get; private set; } = [];

    /// <summary>Files were chosen in the form, which a browser does not fill in again.</summary>
    public bool HadFiles { get; private set; }

    /// <summary>Where the form can be opened again; null when none was sent.</summary>
    public string? FormAddress { get; private set; }

    public void OnGet() => Explain();

    public async Task OnPostAsync(CancellationToken cancellationToken)
    {
        // Words that another site put in a form are not shown as if they were somebody's own.
        if (!OwnSite.IsFromElsewhere(Request))
        {
            Typed = await FormFields.Typed(Request, cancellationToken);
            HadFiles = Typed.Count > 0 && FormFields.HasFiles(Request);
            FormAddress = Typed.Count > 0 ? Original : null;
        }

        Explain();
    }

    /// <summary>The address that was asked for, before this page took its place.</summary>
    private string? Original =>
        HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } status ? status.OriginalPathBase + status.OriginalPath
        : HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path;

    private void Explain()
    {
        Response.StatusCode = Response.StatusCode is StatusCodes.Status200OK ? StatusCodes.Status404NotFound : Response.StatusCode;
        if (Response.StatusCode is StatusCodes.Status503ServiceUnavailable && Response.Headers.RetryAfter.Count == 0)
        {
            Response.Headers.RetryAfter = RetryAfterSeconds;
        }

        (Title, Explanation, Reference) = Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => (ErrorTexts.NotFoundTitle, ErrorTexts.NotFoundText, null),
            StatusCodes.Status410Gone => (ErrorTexts.ChangedFileTitle, ErrorTexts.ChangedFileText, PortalLog.LeavesNoTrace(HttpContext) ? null : HttpContext.TraceIdentifier),
            StatusCodes.Status413PayloadTooLarge => (ErrorTexts.TooLargeTitle, ErrorTexts.TooLargeText, null),
            StatusCodes.Status400BadRequest or StatusCodes.Status401Unauthorized when Request.HasFormContentType && !OwnSite.IsFromElsewhere(Request) => (ErrorTexts.ExpiredTitle, ErrorTexts.ExpiredText, null),
            StatusCodes.Status429TooManyRequests => (ErrorTexts.TooFastTitle, ErrorTexts.TooFastText, null),
            StatusCodes.Status503ServiceUnavailable => (ErrorTexts.BusyTitle, ErrorTexts.BusyText, null),
            >= 400 and < 500 => (ErrorTexts.RefusedTitle, ErrorTexts.RefusedText, null),
            _ => (ErrorTexts.BrokenTitle, ErrorTexts.BrokenText, PortalLog.LeavesNoTrace(HttpContext) ? null : HttpContext.TraceIdentifier),
        };
    }
}
