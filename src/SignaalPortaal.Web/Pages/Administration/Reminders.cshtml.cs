using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Administration;

namespace SignaalPortaal.Web.Pages.Administration;

public sealed class RemindersModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public SetReminders Input { get; set; } = new();

    [TempData]
    public bool Done { get; set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Input = (await mediator.Send(new GetCalendar(), cancellationToken)).Reminders;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(Input, cancellationToken);
        Done = true;
        return RedirectToPage();
    }
}
