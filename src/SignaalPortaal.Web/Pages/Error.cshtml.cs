using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Pages;

/// <summary>What a person sees instead of an answer. The same for what does not exist and for what is not theirs to see.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    public string Title { get; private set; } = "";

    public string Explanation { get; private set; } = "";

    /// <summary>Stands beside what went wrong in the log; null when nothing went wrong here.</summary>
    public string? Reference { get; private set; }

    public void OnGet() => Explain();

    public void OnPost() => Explain();

    private void Explain()
    {
        Response.StatusCode = Response.StatusCode is StatusCodes.Status200OK ? StatusCodes.Status404NotFound : Response.StatusCode;
        (Title, Explanation, Reference) = Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => (ErrorTexts.NotFoundTitle, ErrorTexts.NotFoundText, null),
            >= 400 and < 500 => (ErrorTexts.RefusedTitle, ErrorTexts.RefusedText, null),
            _ => (ErrorTexts.BrokenTitle, ErrorTexts.BrokenText, HttpContext.TraceIdentifier),
        };
    }
}
