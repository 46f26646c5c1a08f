using MediatR;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Demo;
using SignaalPortaal.Web.Edge;
using SignaalPortaal.Web.Identity;

namespace SignaalPortaal.Web.Pages.Demo;

/// <summary>Only on a demonstration: a day goes by, for everybody at once. When much is due that takes a while.</summary>
[DisableRequestTimeout]
public sealed class DayForwardModel(IMediator mediator, IConfiguration configuration) : PageModel
{
    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "terug")] string? returnTo, CancellationToken cancellationToken)
    {
        if (!DemoSignIn.IsOn(configuration))
        {
            return NotFound();
        }

        await mediator.Send(new MoveClock(), cancellationToken);
        return LocalRedirect(Url.OwnOrHome(returnTo));
    }
}
