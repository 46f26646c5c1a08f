using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Receipts;
using SignaalPortaal.Web.Logs;

namespace SignaalPortaal.Web.Pages.Signals;

/// <summary>Who is signed in and has the code of a signal stands behind it with the own name.</summary>
[LeavesNoTrace]
public sealed class MakeKnownModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public MakeKnown Input { get; set; } = new();

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var reference = await mediator.Send(Input, cancellationToken);
        TempData[nameof(DetailsModel.Done)] = true;
        return RedirectToPage("Details", new { Reference = Domain.Signals.Reference.Show(reference) });
    }
}
