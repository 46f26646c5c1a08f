using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Summaries;

namespace SignaalPortaal.Web.Pages.Summaries;

public sealed class PublishedModel(IMediator mediator) : PageModel
{
    public IReadOnlyList<PublishedSummary> Summaries { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Summaries = await mediator.Send(new GetPublishedSummaries(), cancellationToken);
}
