using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Summaries;
using SignaalPortaal.Web.Logs;

namespace SignaalPortaal.Web.Pages.Summaries;

/// <summary>The summary that the own signal is in; its reporter can stop it.</summary>
[LeavesNoTrace]
public sealed class StopModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Reference { get; set; } = "";

    [BindProperty]
    public StopSummary Input { get; set; } = new();

    public MySummary Summary { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await mediator.Send(new GetSummaryOfMySignal(Reference), HttpContext.RequestAborted) is not { } summary)
        {
            context.Result = NotFound();
            return;
        }

        Summary = summary;
        await next();
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(Input with { Reference = Reference }, cancellationToken);
        return RedirectToPage(new { Reference });
    }
}
