using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Signals;

namespace SignaalPortaal.Web.Pages.Signals;

/// <summary>Which risks the units below estimated lower than the reporters did: who, and why.</summary>
public sealed class LoweredModel(IMediator mediator) : PageModel
{
    public IReadOnlyList<LoweredRisk> Lowered { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Lowered = await mediator.Send(new GetLoweredRisks(), cancellationToken);
}
