using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
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

        // The page that tells of an error shows whom it knew before; looking again could break again.
        var isError = context.Features.Get<IExceptionHandlerFeature>() is not null;
        if (isPage && !isError && SignedInPerson.Asked(context.User) is { } asked)
        {
            person.Who = await mediator.Send(asked, context.RequestAborted);
            if (person.Who is null)
            {
                await context.SignOutAsync();
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
            }
        }

        await next(context);
    }
}
