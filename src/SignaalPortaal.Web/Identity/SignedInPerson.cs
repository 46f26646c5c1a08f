using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using SignaalPortaal.Application.Organisations;

namespace SignaalPortaal.Web.Identity;

/// <summary>Who is signed in, for what each page shows of that. Null when nobody is.</summary>
public sealed class SignedInPerson
{
    private const string OrganisationClaim = "organisation";
    private const string SessionClaim = "session";

    /// <summary>The name by which forms know whom they belong to: a form that was open stays good when its sender has signed in anew.</summary>
    private const string PersonClaim = "sub";

    public SignedIn? Who { get; set; }

    /// <summary>What the cookie holds: which person, in which session, and nothing about that person.</summary>
    public static ClaimsPrincipal Principal(Guid organisationId, Guid personId, string? sessionKey = null) => new(new ClaimsIdentity(
        [
            new Claim(OrganisationClaim, organisationId.ToString()),
            new Claim(PersonClaim, personId.ToString()),
            .. sessionKey is null ? Array.Empty<Claim>() : [new Claim(SessionClaim, sessionKey)],
        ],
        CookieAuthenticationDefaults.AuthenticationScheme));

    /// <summary>The organisation and the person that a cookie, or whoever signs somebody in, names; null for nobody.</summary>
    internal static (Guid OrganisationId, Guid PersonId)? IdsOf(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(OrganisationClaim), out var organisation) && Guid.TryParse(principal.FindFirstValue(PersonClaim), out var person)
            ? (organisation, person)
            : null;

    /// <summary>Null when there is no session: what is in a cookie only counts together with one.</summary>
    internal static LoadViewer? Asked(ClaimsPrincipal principal) =>
        IdsOf(principal) is var (organisation, person) && principal.FindFirstValue(SessionClaim) is { } key
            ? new LoadViewer(organisation, person) { SessionKey = key }
            : null;
}
