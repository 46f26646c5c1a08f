using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using SignaalPortaal.Application.Demo;
using SignaalPortaal.Web.Edge;
using SignaalPortaal.Web.Identity;

namespace SignaalPortaal.Web.Pages;

/// <summary>Only on a demonstration: one chooses who one is. See <see cref="DemoSignIn"/>.</summary>
[AllowAnonymous]
[EnableRateLimiting(Limits.SignIn)]
public sealed class SignInModel(IMediator mediator) : PageModel
{
    [BindProperty(Name = "zoek", SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(Name = "terug", SupportsGet = true)]
    public string? ReturnTo { get; set; }

    public IReadOnlyList<DemoPerson> People { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        People = await mediator.Send(new GetDemoPeople(DemoSignIn.TourFile, Search), HttpContext.RequestAborted);
        await next();
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "wie")] Guid who, CancellationToken cancellationToken)
    {
        var person = await mediator.Send(new GetDemoPerson(who), cancellationToken);
        if (person is null)
        {
            return NotFound();
        }

        await HttpContext.SignInAsync(SignedInPerson.Principal(person.Value, who));

        return LocalRedirect(Url.OwnOrHome(ReturnTo));
    }
}
