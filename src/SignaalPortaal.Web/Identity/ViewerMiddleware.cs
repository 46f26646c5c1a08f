using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SignaalPortaal.Web.Identity;

/// <summary>
/// The one place that knows who is asking. Session and mandates are read anew for each page, so that whoever stops managing a unit stops seeing its
/// signals with the next request. A person who is not known any more, or whose session has ended, is signed out.
/// </summary>
internal sealed class ViewerMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, IMediator mediator, SignedInPerson person)
    {
        if (Matters(context) && SignedInPerson.Asked(context.User) is { } asked)
        {
            person.Who = await mediator.Send(asked, context.RequestAborted);
            if (person.Who is null)
            {
                await context.SignOutAsync();
            }
        }

        // What a cookie says counts for nothing as long as the session was not looked up.
        if (person.Who is null)
        {
            context.User = new ClaimsPrincipal(new ClaimsIdentity());
        }

        await next(context);
    }

    /// <summary>On every page, also one that is open to everyone, because it shows who is signed in; and wherever one must be.</summary>
    private static bool Matters(HttpContext context)
    {
        // The page that tells of an error shows whom it knew before; looking again could break again, or be too much.
        var isError = context.Features.Get<IExceptionHandlerFeature>() is not null
            || context.Response.StatusCode is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable;
        var endpoint = context.GetEndpoint()?.Metadata;
        return !isError && (endpoint?.GetMetadata<PageActionDescriptor>() is not null || endpoint?.GetMetadata<IAllowAnonymous>() is null);
    }
}
