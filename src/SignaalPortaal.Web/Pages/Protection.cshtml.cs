using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SignaalPortaal.Web.Pages;

/// <summary>What the portal protects, against whom, and what it cannot. Open to everyone.</summary>
[AllowAnonymous]
public sealed class ProtectionModel : PageModel
{
    public void OnGet() { }
}
