using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Messages;

namespace SignaalPortaal.Web.Pages.Messages;

/// <summary>How somebody gets mail. What the form does not show, because this person acts for no unit, stays as it was.</summary>
public sealed class SettingsModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public ChooseMail Input { get; set; } = new();

    [TempData]
    public bool Done { get; set; }

    public MailChoices Choices { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Choices = await mediator.Send(new GetMailChoices(), HttpContext.RequestAborted);
        await next();
    }

    public void OnGet() => Input = Choices.Chosen;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(Input, cancellationToken);
        Done = true;
        return RedirectToPage();
    }
}
