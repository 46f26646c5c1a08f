using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Identities;

namespace SignaalPortaal.Web.Pages.Identities;

/// <summary>
/// A request for a name: why, what the reporter answered, and whether it is open. A second adviser decides here; the one who asked fetches the name, which is
/// read in the browser, with the passphrase of the adviser.
/// </summary>
public sealed class OpenModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Reference { get; set; } = "";

    [BindProperty]
    public DecideOnIdentity Input { get; set; } = new();

    [TempData]
    public bool Done { get; set; }

    public IdentityRequestView View { get; private set; } = null!;

    /// <summary>Null as long as it was not fetched with this form.</summary>
    public SealedName? Name { get; private set; }

    /// <summary>It was fetched with this form before.</summary>
    public bool IsSpent { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        View = await mediator.Send(new GetIdentityRequest(Reference), HttpContext.RequestAborted);
        await next();
    }

    public void OnGet() { }

    public async Task<PageResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Name = await mediator.Send(new OpenIdentity(Reference, Input.Seen, Input.FormKey), cancellationToken);
        IsSpent = Name is null;
        return Page();
    }

    public async Task<RedirectToPageResult> OnPostDecideAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(Input with { SignalReference = Reference }, cancellationToken);
        Done = true;
        return RedirectToPage(new { Reference });
    }
}
