using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Publications;
using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Web.Display;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Pages.Publications;

/// <summary>The organisations of a representative of the union in columns; what they published is never added up.</summary>
public sealed class SideBySideModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public JoinCircle Input { get; set; } = new();

    [FromQuery(Name = "kwartaal")]
    public string? Asked { get; set; }

    public SideBySide View { get; private set; } = null!;

    /// <summary>The code that was just made.</summary>
    public CircleCode? Code { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        View = await mediator.Send(new GetSideBySide(Quarters.Parse(Asked)), HttpContext.RequestAborted);
        await next();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(Input, cancellationToken);
        return RedirectToPage();
    }

    /// <summary>Shown in the answer itself: it is kept nowhere to be shown after a redirect.</summary>
    public async Task OnPostCodeAsync(CancellationToken cancellationToken) => Code = await mediator.Send(new MakeCircleCode(), cancellationToken);

    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new LeaveCircle(), cancellationToken);
        return RedirectToPage();
    }

    public static Figure? Themes(PublishedQuarter published, int column) => Figure.Of(
        published, PublishedMeasure.Raised, PublishedDimension.Theme, $"onderwerpen-{column}", PublicationTexts.SideThemes, sentence: "");

    public static Figure? Outcomes(PublishedQuarter published, int column) => Figure.Of(
        published, PublishedMeasure.Answered, PublishedDimension.Outcome, $"antwoorden-{column}", PublicationTexts.SideOutcomes, sentence: "");
}
