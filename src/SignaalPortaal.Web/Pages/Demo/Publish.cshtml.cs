using MediatR;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Demo;
using SignaalPortaal.Web.Identity;

namespace SignaalPortaal.Web.Pages.Demo;

/// <summary>Only on a demonstration: publishes the quarters that are over, without waiting for the worker that does so by itself.</summary>
[DisableRequestTimeout]
public sealed class PublishModel(IMediator mediator, IConfiguration configuration) : PageModel
{
    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!DemoSignIn.IsOn(configuration))
        {
            return NotFound();
        }

        await mediator.Send(new PublishNow(), cancellationToken);
        return LocalRedirect("/publicaties");
    }
}
