using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Receipts;

namespace SignaalPortaal.Web.Pages.Anonymous;

/// <summary>Where one works: nobody is signed in, so the portal does not know.</summary>
public sealed class ChooseModel(IMediator mediator) : PageModel
{
    public IReadOnlyList<AnonymousAddress> Organisations { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Organisations = await mediator.Send(new GetAnonymousAddresses(), cancellationToken);
        return Organisations is [var only] ? RedirectToPage("Start", new { Organisatie = only.Address }) : Page();
    }
}
