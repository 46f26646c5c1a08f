using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Retention;

namespace SignaalPortaal.Web.Pages.Administration;

/// <summary>What may go, who decides, what is kept for the law, and the proof of what went.</summary>
public sealed class DestructionModel(IMediator mediator) : PageModel
{
    /// <summary>What can be typed on this page; the key is of whichever form was sent.</summary>
    [BindProperty]
    public HoldSignal Input { get; set; } = new();

    public DestructionsView View { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        View = await mediator.Send(new GetDestructions(), HttpContext.RequestAborted);
        await next();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => Send(new ProposeDestruction { FormKey = Input.FormKey }, cancellationToken);

    public Task<IActionResult> OnPostApproveAsync([FromQuery(Name = "lijst")] Guid list, CancellationToken cancellationToken) =>
        Send(new DecideDestruction { List = list, Approve = true, FormKey = Input.FormKey }, cancellationToken);

    public Task<IActionResult> OnPostRefuseAsync([FromQuery(Name = "lijst")] Guid list, CancellationToken cancellationToken) =>
        Send(new DecideDestruction { List = list, FormKey = Input.FormKey }, cancellationToken);

    public Task<IActionResult> OnPostHoldAsync(CancellationToken cancellationToken) => Send(Input with { Release = false }, cancellationToken);

    public Task<IActionResult> OnPostReleaseAsync(CancellationToken cancellationToken) => Send(Input with { Release = true }, cancellationToken);

    private async Task<IActionResult> Send(IRequest request, CancellationToken cancellationToken)
    {
        await mediator.Send(request, cancellationToken);
        return RedirectToPage();
    }
}
