using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Web.Edge;

namespace SignaalPortaal.Web.Pages;

/// <summary>Open to everyone: whose session has ended may still press the button.</summary>
[AllowAnonymous]
public sealed class SignOutModel(PortalCookies cookies) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync();
        cookies.ForgetLastFilter(Response);

        // Nothing of the session stays on a shared computer. Not all cookies: with them would go the token of the next form.
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return RedirectToPage("/SignIn");
    }
}
