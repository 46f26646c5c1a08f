using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Messages;

namespace SignaalPortaal.Web.Pages.Messages;

public sealed class InboxModel(IMediator mediator) : PageModel
{
    [BindProperty(Name = "na", SupportsGet = true)]
    public string? After { get; set; }

    public MessagesView View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        View = await mediator.Send(new GetMessages(After), cancellationToken);
}
