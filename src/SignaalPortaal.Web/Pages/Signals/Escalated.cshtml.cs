using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Signals;

namespace SignaalPortaal.Web.Pages.Signals;

/// <summary>What came up to this layer, and what was promised below it and is late.</summary>
public sealed class EscalatedModel(IMediator mediator) : PageModel
{
    [BindProperty(Name = "na", SupportsGet = true)]
    public string? After { get; set; }

    public EscalatedView View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        View = await mediator.Send(new GetEscalated(After), cancellationToken);
}
