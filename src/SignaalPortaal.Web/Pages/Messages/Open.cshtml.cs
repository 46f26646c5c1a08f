using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Messages;

namespace SignaalPortaal.Web.Pages.Messages;

/// <summary>Where the link in a mail leads: on to the signal, or to all messages when there is nothing more to see of this one.</summary>
public sealed class OpenModel(IMediator mediator) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await mediator.Send(new OpenMessage(id), cancellationToken) is { } reference
            ? RedirectToPage("/Signals/Details", new { Reference = Domain.Signals.Reference.Show(reference) })
            : RedirectToPage("Inbox");
}
