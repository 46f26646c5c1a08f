using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Summaries;

namespace SignaalPortaal.Web.Pages.Summaries;

public sealed class OverviewModel(IMediator mediator) : PageModel
{
    /// <summary>The viewer has just done something to one.</summary>
    [TempData]
    public bool Done { get; set; }

    public SummariesView Summaries { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Summaries = await mediator.Send(new GetSummaries(), cancellationToken);
}
