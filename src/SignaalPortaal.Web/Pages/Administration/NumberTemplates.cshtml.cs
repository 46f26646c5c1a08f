using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Administration;

namespace SignaalPortaal.Web.Pages.Administration;

/// <summary>How the organisation writes its dossiers and personnel numbers, so that the portal finds them in a text.</summary>
public sealed class NumberTemplatesModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public SetNumberTemplates Input { get; set; } = new();

    [TempData]
    public bool Done { get; set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => Input = await mediator.Send(new GetNumberTemplates(), cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(Input, cancellationToken);
        Done = true;
        return RedirectToPage();
    }
}
