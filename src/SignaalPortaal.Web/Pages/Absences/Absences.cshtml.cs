using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application;
using SignaalPortaal.Application.Absences;
using SignaalPortaal.Web.Identity;

namespace SignaalPortaal.Web.Pages.Absences;

/// <summary>When somebody is away and who acts meanwhile.</summary>
public sealed class AbsencesModel(IMediator mediator, SignedInPerson person) : PageModel
{
    [BindProperty]
    public ArrangeAbsence Input { get; set; } = new();

    [BindProperty(Name = "Input.PersonSearch")]
    public string? PersonSearch { get; set; }

    [BindProperty(Name = "Input.DeputySearch")]
    public string? DeputySearch { get; set; }

    [TempData]
    public bool Done { get; set; }

    public bool IsAdministrator => person.Who!.IsAdministrator;

    public AbsencesView View { get; private set; } = null!;

    public Found<FoundPerson> People { get; private set; } = Found<FoundPerson>.None;

    public Found<FoundPerson> Deputies { get; private set; } = Found<FoundPerson>.None;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        View = await mediator.Send(new GetAbsences(), HttpContext.RequestAborted);
        Deputies = await mediator.Send(new FindPeople(DeputySearch, Input.Deputy), HttpContext.RequestAborted);
        People = IsAdministrator ? await mediator.Send(new FindPeople(PersonSearch, Input.Person), HttpContext.RequestAborted) : Found<FoundPerson>.None;
        await next();
    }

    public PageResult OnPostEdit() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(Input, cancellationToken);
        Done = true;
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancellationToken)
    {
        await mediator.Send(new EndAbsence(id), cancellationToken);
        Done = true;
        return RedirectToPage();
    }
}
