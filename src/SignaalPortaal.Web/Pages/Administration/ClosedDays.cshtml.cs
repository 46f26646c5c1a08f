using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Administration;

namespace SignaalPortaal.Web.Pages.Administration;

public sealed class ClosedDaysModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public AddClosedDay Input { get; set; } = new();

    public CalendarView View { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        View = await mediator.Send(new GetCalendar(), HttpContext.RequestAborted);
        await next();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(Input, cancellationToken);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromQuery(Name = "dag")] DateOnly day, CancellationToken cancellationToken)
    {
        await mediator.Send(new RemoveClosedDay(day), cancellationToken);
        return RedirectToPage();
    }
}
