using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using SignaalPortaal.Application;
using SignaalPortaal.Application.Sessions;

namespace SignaalPortaal.Web.Identity;

/// <summary>
/// Keeps the sessions on the server, whoever signs somebody in. Not as an ITicketStore: that goes on with the session that the browser already had
/// when somebody signs in. Whether a session is still there is judged by <see cref="ViewerMiddleware"/>, in the one look at the person. Each request is
/// sent in a scope of its own: who is signing in or out is not who is asking.
/// </summary>
internal sealed class SessionEvents(IServiceScopeFactory scopes) : CookieAuthenticationEvents
{
    /// <summary>Each sign-in is a session of its own: a cookie that was there before, perhaps somebody else's, is worth nothing afterwards.</summary>
    public override async Task SigningIn(CookieSigningInContext context)
    {
        await End(context.HttpContext);
        var who = SignedInPerson.IdsOf(context.Principal!)
            ?? throw new InvalidOperationException("Who signs in is a person of an organisation.");
        var key = await scopes.SendAlone(new StartSession(who.OrganisationId, who.PersonId));
        context.Principal = SignedInPerson.Principal(who.OrganisationId, who.PersonId, key);
    }

    public override Task SigningOut(CookieSigningOutContext context) => End(context.HttpContext);

    /// <summary>Whose session ended while writing gets the text back to copy, instead of an empty page to sign in.</summary>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            return base.RedirectToLogin(context);
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    private async Task End(HttpContext context)
    {
        var cookie = (await context.AuthenticateAsync()).Principal ?? new ClaimsPrincipal();
        if (SignedInPerson.Asked(cookie) is { SessionKey: { } key } asked)
        {
            await scopes.SendAlone(new EndSession(asked.OrganisationId, key));
        }
    }
}
