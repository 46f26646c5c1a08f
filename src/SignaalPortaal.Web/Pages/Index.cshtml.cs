using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SignaalPortaal.Web.Pages;

public sealed class IndexModel : PageModel;
