using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Retention;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Web.Pages.Administration;

/// <summary>How long signals are kept; two administrators change it together.</summary>
public sealed class RetentionModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public ProposeRetention Input { get; set; } = new();

    public IReadOnlyList<RetentionView> Terms { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Terms = await mediator.Send(new GetRetention(), HttpContext.RequestAborted);
        await next();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(Input, cancellationToken);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostConfirmAsync(
        [FromQuery(Name = "soort")] RetentionKind kind, [FromQuery(Name = "maanden")] int months, CancellationToken cancellationToken)
    {
        await mediator.Send(new ConfirmRetention(kind, months), cancellationToken);
        return RedirectToPage();
    }
}
