using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Signals;

namespace SignaalPortaal.Web.Pages.Signals;

public sealed class MineModel(IMediator mediator) : PageModel
{
    public IReadOnlyList<MySignal> Signals { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Signals = await mediator.Send(new GetMySignals(), cancellationToken);
}
