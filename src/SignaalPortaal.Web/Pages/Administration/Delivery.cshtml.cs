using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Messages;

namespace SignaalPortaal.Web.Pages.Administration;

/// <summary>Which mail waits or was refused, and to try it again.</summary>
public sealed class DeliveryModel(IMediator mediator) : PageModel
{
    public DeliveryView View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        View = await mediator.Send(new GetDelivery(), cancellationToken);

    public async Task<IActionResult> OnPostAsync([FromQuery] Guid? mail, CancellationToken cancellationToken)
    {
        await mediator.Send(new RetryMails { MailId = mail }, cancellationToken);
        return RedirectToPage();
    }
}
