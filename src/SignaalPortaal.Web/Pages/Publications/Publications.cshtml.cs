using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Publications;
using SignaalPortaal.Application.Summaries;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Display;

namespace SignaalPortaal.Web.Pages.Publications;

/// <summary>What the organisation published of a quarter, for the union, the works council and human resources.</summary>
public sealed class PublicationsModel(IMediator mediator) : PageModel
{
    [FromQuery(Name = "kwartaal")]
    public string? Asked { get; set; }

    public PublicationsView View { get; private set; } = null!;

    /// <summary>Null when nothing is published of the quarter.</summary>
    public PublicationReport? Report { get; private set; }

    /// <summary>Those of the quarter.</summary>
    public IReadOnlyList<PublishedSummary> Summaries { get; private set; } = [];

    public string? CheckValue => View.Hash is { } hash ? EventChain.CheckValue(hash) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var quarter = Quarters.Parse(Asked);
        if (Asked is not null && quarter is null)
        {
            return NotFound();
        }

        View = await mediator.Send(new GetPublications(quarter), cancellationToken);
        Report = PublicationReport.Of(View);
        Summaries = [.. (await mediator.Send(new GetPublishedSummaries(), cancellationToken)).Where(summary => summary.Quarter == View.Quarter)];
        return Page();
    }
}
