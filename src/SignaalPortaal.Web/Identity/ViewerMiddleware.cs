using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SignaalPortaal.Web.Identity;

/// <summary>
/// The one place that knows who is asking. Mandates are read anew for each page, so that whoever stops managing a unit stops seeing its signals
/// with the next request. A person who is not known any more is signed out.
/// </summary>
internal sealed class ViewerMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, IMediator mediator, SignedInPerson person)
    {
        var isPage = context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null;
        if (isPage && SignedInPerson.Asked(context.User) is { } asked)
        {
            person.Who = await mediator.Send(asked, context.RequestAborted);
            if (person.Who is null)
            {
                await context.SignOutAsync();
                await context.ChallengeAsync();
                return;
            }
        }

        await next(context);
    }
}
