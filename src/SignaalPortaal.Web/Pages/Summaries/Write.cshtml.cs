using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Summaries;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Web.Pages.Summaries;

/// <summary>Choose signals and write, see what the portal takes out and marks, hand it to a reviewer.</summary>
public sealed class WriteModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public WriteSummary Input { get; set; } = new();

    [FromQuery(Name = "kwartaal")]
    public string? Quarter { get; set; }

    [FromQuery(Name = "onderwerp")]
    public Theme? Theme { get; set; }

    /// <summary>The summary that was sent back; null for a new one.</summary>
    [FromQuery(Name = "samenvatting")]
    public Guid? Rewrites { get; set; }

    public SummaryDraft Draft { get; private set; } = null!;

    /// <summary>Null while it is written.</summary>
    public CheckedText? Checked { get; private set; }

    private WriteSummary Written => Input with { Quarter = Quarter, Theme = Theme, Rewrites = Rewrites };

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Draft = await mediator.Send(new GetSummaryDraft(Quarter, Theme, Rewrites), HttpContext.RequestAborted);
        await next();
    }

    public void OnGet() => Input = Input with { SummaryText = Draft.Text ?? "" };

    public PageResult OnPostEdit() => Page();

    public async Task<PageResult> OnPostCheckAsync(CancellationToken cancellationToken)
    {
        Checked = await mediator.Send(new PreviewSummary(Written), cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(Written, cancellationToken);
        TempData[nameof(OverviewModel.Done)] = true;
        return RedirectToPage("Overview");
    }
}
