using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SignaalPortaal.Web.Pages;

/// <summary>Readable before anyone signs in: people decide on it whether they dare to.</summary>
[AllowAnonymous]
public sealed class HowItWorksModel : PageModel;
