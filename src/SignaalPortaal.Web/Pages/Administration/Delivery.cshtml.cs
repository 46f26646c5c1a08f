using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Messages;

namespace SignaalPortaal.Web.Pages.Administration;

/// <summary>Which mail waits or was refused, and to try it again.</summary>
public sealed class DeliveryModel(IMediator mediator) : PageModel
{
    public DeliveryView View { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        View = await mediator.Send(new GetDelivery(), HttpContext.RequestAborted);
        await next();
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync([FromQuery] Guid? mail, CancellationToken cancellationToken)
    {
        await mediator.Send(new RetryMails { MailId = mail }, cancellationToken);
        return RedirectToPage();
    }
}
