using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Released;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Logs;

namespace SignaalPortaal.Web.Pages.Released;

/// <summary>What was said and what was done with it, for everybody in the organisation.</summary>
[LeavesNoTrace]
public sealed class WhatWeDidModel(IMediator mediator) : PageModel
{
    /// <summary>Fewer with one outcome are not counted: a small number looks like more than it is.</summary>
    public const int FewestCounted = 5;

    [BindProperty(Name = "onderwerp", SupportsGet = true)]
    public Theme? Theme { get; set; }

    [BindProperty(Name = "antwoord", SupportsGet = true)]
    public Outcome? Outcome { get; set; }

    [BindProperty(Name = "na", SupportsGet = true)]
    public string? After { get; set; }

    public ReleasedView Released { get; private set; } = null!;

    public bool IsFiltered => Theme is not null || Outcome is not null;

    /// <summary>The list also stands on the page when a press could not be read.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Released = await mediator.Send(new GetReleased { Theme = Theme, Outcome = Outcome, After = After }, HttpContext.RequestAborted);
        await next();
    }

    public void OnGet() { }

    public Task<RedirectToPageResult> OnPostSeeAsync([FromForm(Name = "tekst")] Guid released, CancellationToken cancellationToken) =>
        See(released, sees: true, cancellationToken);

    public Task<RedirectToPageResult> OnPostTakeBackAsync([FromForm(Name = "tekst")] Guid released, CancellationToken cancellationToken) =>
        See(released, sees: false, cancellationToken);

    /// <summary>And back to where it stood.</summary>
    private async Task<RedirectToPageResult> See(Guid released, bool sees, CancellationToken cancellationToken)
    {
        await mediator.Send(new SeeItToo(released, sees), cancellationToken);
        return RedirectToPage(pageName: null, pageHandler: null, new { onderwerp = Theme, antwoord = Outcome, na = After }, fragment: $"t{released:N}");
    }
}
