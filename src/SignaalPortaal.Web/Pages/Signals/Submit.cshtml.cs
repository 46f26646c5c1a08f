using MediatR;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application;
using SignaalPortaal.Application.Identities;
using SignaalPortaal.Application.Organisations;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Forms;
using SignaalPortaal.Web.Logs;

namespace SignaalPortaal.Web.Pages.Signals;

/// <summary>Fill in, check, send.</summary>
[RequestTimeout(TakesFilesAttribute.LongestMilliseconds)]
[TakesFiles]
[LeavesNoTrace]
public sealed class SubmitModel(IMediator mediator) : PageModel, ISubmitForm
{
    [BindProperty]
    public SubmitSignal Input { get; set; } = new();

    [BindProperty(Name = UnitChoice.SearchField)]
    public string? Search { get; set; }

    public Found<UnitView> Units { get; private set; } = Found<UnitView>.None;

    public Uploads Uploads { get; private set; } = Uploads.None;

    public SignalPreview? Preview { get; private set; }

    /// <summary>There is an adviser who can open the name.</summary>
    public bool CanBeConfidential { get; private set; }

    /// <summary>What was raised confidentially, with the code that is shown once; null otherwise.</summary>
    public Submission? Sent { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Units = await mediator.Send(new FindUnits(Search, Input.ForUnit, WithHelpTeams: false), HttpContext.RequestAborted);
        CanBeConfidential = (await mediator.Send(new GetSealing(), HttpContext.RequestAborted)).IsPossible;
        Uploads = await Uploads.Take(this, mediator, Input.UploadKey, isNamed: Input.Disclosure is Disclosure.Named, HttpContext.RequestAborted);
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
        var submission = await mediator.Send(Input, cancellationToken);
        if (submission.ReceiptCode is null)
        {
            return RedirectToPage("Submitted", new { Reference = Domain.Signals.Reference.Show(submission.Reference) });
        }

        Sent = submission;
        return Page();
    }
}
