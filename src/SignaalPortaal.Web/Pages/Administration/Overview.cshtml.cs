using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Administration;

namespace SignaalPortaal.Web.Pages.Administration;

public sealed class OverviewModel(IMediator mediator) : PageModel
{
    /// <summary>Asks for one of the pages behind it: whoever may not see that, may not see this.</summary>
    public Task OnGetAsync(CancellationToken cancellationToken) => mediator.Send(new GetCalendar(), cancellationToken);
}
