using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Voice;

namespace SignaalPortaal.Web.Pages.Voice;

/// <summary>One text of a reporter, to speak on the reporter's behalf.</summary>
public sealed class EntrustedModel(IMediator mediator) : PageModel
{
    public EntrustedView Entrusted { get; private set; } = null!;

    public async Task OnGetAsync(Guid id, CancellationToken cancellationToken) => Entrusted = await mediator.Send(new GetEntrusted(id), cancellationToken);
}
