using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Identities;

namespace SignaalPortaal.Web.Pages.Identities;

/// <summary>What an adviser asked for is there, once. The name itself is read in the browser, with the passphrase of the adviser.</summary>
public sealed class OpenModel(IMediator mediator) : PageModel
{
    [FromRoute]
    public Guid Ticket { get; set; }

    public RevealView Reveal { get; private set; } = null!;

    /// <summary>Null as long as it was not fetched, and when it was before.</summary>
    public SealedName? Name { get; private set; }

    /// <summary>The ticket is of no use any more.</summary>
    public bool IsSpent { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Reveal = await mediator.Send(new GetReveal(Ticket), HttpContext.RequestAborted);
        await next();
    }

    public void OnGet() => IsSpent = Reveal.IsUsed;

    public async Task<PageResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Name = await mediator.Send(new OpenIdentity(Ticket), cancellationToken);
        IsSpent = Name is null;
        return Page();
    }
}
