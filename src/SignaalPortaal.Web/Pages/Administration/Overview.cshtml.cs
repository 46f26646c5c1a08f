using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Administration;
using SignaalPortaal.Application.Identities;

namespace SignaalPortaal.Web.Pages.Administration;

public sealed class OverviewModel(IMediator mediator) : PageModel
{
    public SealingView Sealing { get; private set; } = null!;

    /// <summary>Asks for one of the pages behind it: whoever may not see that, may not see this.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new GetCalendar(), cancellationToken);
        Sealing = await mediator.Send(new GetSealing(), cancellationToken);
    }
}
