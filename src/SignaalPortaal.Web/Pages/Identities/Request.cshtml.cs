using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Identities;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Web.Pages.Identities;

/// <summary>A confidential adviser asks for the name behind a confidential signal, and sees which requests wait. Of the signal nothing is shown.</summary>
public sealed class RequestModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public RequestIdentity Input { get; set; } = new();

    [FromQuery(Name = "signaal")]
    public string? Signal { get; set; }

    public bool HasKey { get; private set; }

    public IReadOnlyList<IdentityRequestView> Pending { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var keys = await mediator.Send(new GetAdviserKeys(), HttpContext.RequestAborted);
        HasKey = keys.Current is not null || keys.Own.Count > 0;
        Pending = await mediator.Send(new GetIdentityRequests(), HttpContext.RequestAborted);
        await next();
    }

    public void OnGet() => Input = Input with { SignalReference = Signal ?? "" };

    public async Task<RedirectToPageResult> OnPostAsync(CancellationToken cancellationToken) =>
        RedirectToPage("Open", new { Reference = Reference.Show(await mediator.Send(Input, cancellationToken)) });
}
