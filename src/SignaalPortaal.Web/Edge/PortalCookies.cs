using Microsoft.AspNetCore.Http.Extensions;

namespace SignaalPortaal.Web.Edge;

/// <summary>
/// The cookies of the portal, all of them. Over HTTPS their names begin with __Host-: a browser then takes them from this host only, over HTTPS only.
/// Without HTTPS, so on a demonstration on one's own machine, browsers refuse such a cookie; there they have plain names.
/// </summary>
public sealed class PortalCookies(bool isHttps)
{
    public string LastFilter => Name("signaalportaal-filter");

    /// <summary>Who is signed in. Lax, because people come in from a link in a mail.</summary>
    public void Session(CookieBuilder cookie) => Set(cookie, "signaalportaal", SameSiteMode.Lax);

    /// <summary>One half of what shows that a form is ours.</summary>
    public void Form(CookieBuilder cookie) => Set(cookie, "signaalportaal-formulier", SameSiteMode.Strict);

    /// <summary>That something has just been done, for the page after it.</summary>
    public void Notice(CookieBuilder cookie) => Set(cookie, "signaalportaal-melding", SameSiteMode.Lax);

    public void KeepLastFilter(HttpResponse response, QueryBuilder filter) => response.Cookies.Append(LastFilter, filter.ToString(), Options);

    public void ForgetLastFilter(HttpResponse response) => response.Cookies.Delete(LastFilter, Options);

    private CookieOptions Options => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = isHttps, Path = "/" };

    private void Set(CookieBuilder cookie, string name, SameSiteMode sameSite)
    {
        cookie.Name = Name(name);
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.IsEssential = true;
        cookie.SameSite = sameSite;
        cookie.SecurePolicy = isHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
    }

    private string Name(string name) => isHttps ? $"__Host-{name}" : name;
}
