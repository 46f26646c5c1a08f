using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Publications;

namespace SignaalPortaal.Web.Pages.Administration;

/// <summary>How careful publications are: an administrator makes them stricter, and their readers see that.</summary>
public sealed class PublicationsModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public SetPublicationRules Input { get; set; } = new();

    [TempData]
    public bool Done { get; set; }

    public PublicationRulesView View { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        View = await mediator.Send(new GetPublicationRules(), HttpContext.RequestAborted);
        await next();
    }

    public void OnGet() => Input = new SetPublicationRules
    {
        SmallestCount = View.Rules.SmallestCount,
        FewestPeople = View.Rules.FewestPeople,
        FewestReporters = View.Rules.FewestReporters,
    };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(Input, cancellationToken);
        Done = true;
        return RedirectToPage();
    }
}
