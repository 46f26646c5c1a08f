using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using SignaalPortaal.Application.Organisations;

namespace SignaalPortaal.Web.Identity;

/// <summary>Who is signed in, for what each page shows of that. Null when nobody is.</summary>
public sealed class SignedInPerson
{
    private const string OrganisationClaim = "organisation";
    private const string PersonClaim = "person";

    public SignedIn? Who { get; set; }

    /// <summary>What the cookie holds: which person, and nothing about that person.</summary>
    public static ClaimsPrincipal Principal(Guid organisationId, Guid personId) => new(new ClaimsIdentity(
        [new Claim(OrganisationClaim, organisationId.ToString()), new Claim(PersonClaim, personId.ToString())],
        CookieAuthenticationDefaults.AuthenticationScheme));

    internal static LoadViewer? Asked(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(OrganisationClaim), out var organisation) && Guid.TryParse(principal.FindFirstValue(PersonClaim), out var person)
            ? new LoadViewer(organisation, person)
            : null;
}
