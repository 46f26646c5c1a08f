using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Signals;

namespace SignaalPortaal.Web.Pages.Signals;

/// <summary>The timeline as a file for its reporter; for nobody else it exists.</summary>
public sealed class TimelineFileModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Reference { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var file = await mediator.Send(new GetTimelineFile(Reference), cancellationToken);
        Response.Headers.CacheControl = "no-store";
        return File(file, "application/x-ndjson", $"tijdlijn-{Domain.Signals.Reference.Show(Domain.Signals.Reference.Parse(Reference)!)}.json");
    }
}
