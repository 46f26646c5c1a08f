using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Summaries;

namespace SignaalPortaal.Web.Pages.Summaries;

/// <summary>What a reviewer can fill in, for the forms of the page together.</summary>
public sealed record ReviewInput
{
    public string? ReviewedText { get; init; }
    public IList<string> Ticked { get; init; } = [];
    public string BackReason { get; init; } = "";
    public Guid FormKey { get; init; }
}

/// <summary>Look at every mark, change the text where needed, and approve it or send it back.</summary>
public sealed class ReviewModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public ReviewInput Input { get; set; } = new();

    [FromQuery(Name = "samenvatting")]
    public Guid Id { get; set; }

    public SummaryToReview Summary { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Summary = await mediator.Send(new GetSummaryToReview(Id, Input.ReviewedText), HttpContext.RequestAborted);
        Input = Input with { ReviewedText = Input.ReviewedText ?? Summary.Checked.Text };
        await next();
    }

    public void OnGet() { }

    /// <summary>The page with the marks of the changed text.</summary>
    public PageResult OnPostCheck() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new ReviewSummary { Summary = Id, ReviewedText = Input.ReviewedText, Ticked = [.. Input.Ticked], FormKey = Input.FormKey }, cancellationToken);
        return Done();
    }

    public async Task<IActionResult> OnPostBackAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new SendBackSummary { Summary = Id, BackReason = Input.BackReason, FormKey = Input.FormKey }, cancellationToken);
        return Done();
    }

    private RedirectToPageResult Done()
    {
        TempData[nameof(OverviewModel.Done)] = true;
        return RedirectToPage("Overview");
    }
}
