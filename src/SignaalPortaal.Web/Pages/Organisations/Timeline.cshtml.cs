using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Organisations;

namespace SignaalPortaal.Web.Pages.Organisations;

/// <summary>What happened in the organisation beside its signals: first who may learn a name.</summary>
public sealed class TimelineModel(IMediator mediator) : PageModel
{
    public OrganisationTimelineView View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => View = await mediator.Send(new GetOrganisationTimeline(), cancellationToken);
}
