using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Organisations;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Web.Forms;

namespace SignaalPortaal.Web.Pages.Signals;

/// <summary>Fill in, check, send.</summary>
[TakesFiles]
public sealed class SubmitModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public SubmitSignal Input { get; set; } = new();

    [BindProperty(Name = UnitChoice.SearchField)]
    public string? Search { get; set; }

    public IReadOnlyList<UnitView> Units { get; private set; } = [];

    public Uploads Uploads { get; private set; } = Uploads.None;

    /// <summary>What would happen; null while the form is filled in.</summary>
    public SignalPreview? Preview { get; private set; }

    /// <summary>The part that opens is open when something in it was filled in or asked for.</summary>
    public bool HasDetails =>
        !string.IsNullOrEmpty(Search) || Input.ForUnit is not null
        || new[] { Input.AffectedRule, Input.Since, Input.Frequency, Input.Affected, Input.OnPaper, Input.InPractice, Input.Workaround }
            .Any(text => !string.IsNullOrEmpty(text));

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Units = await mediator.Send(new FindUnits(Search, Input.ForUnit, WithHelpTeams: false), HttpContext.RequestAborted);
        Uploads = await Uploads.Take(this, mediator, Input.UploadKey, HttpContext.RequestAborted);
        Input = Input with { UploadKey = Uploads.Key };
        await next();
    }

    public PageResult OnPostEdit() => Page();

    public async Task<PageResult> OnPostCheckAsync(CancellationToken cancellationToken)
    {
        Preview = await mediator.Send(new PreviewSignal(Input), cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var reference = await mediator.Send(Input, cancellationToken);
        return RedirectToPage("Submitted", new { Reference = Domain.Signals.Reference.Show(reference) });
    }
}
