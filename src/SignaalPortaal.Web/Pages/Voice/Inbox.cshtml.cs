using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Voice;

namespace SignaalPortaal.Web.Pages.Voice;

/// <summary>What reporters gave to the union or the works council of which the viewer is.</summary>
public sealed class InboxModel(IMediator mediator) : PageModel
{
    public IReadOnlyList<EntrustedItem> Items { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Items = await mediator.Send(new GetEntrustedList(), cancellationToken);
}
