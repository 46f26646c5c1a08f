using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Forms;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Pages.Signals;

/// <summary>What the frame of a page on which somebody acts on a signal shows; see _Act.cshtml.</summary>
public abstract class ActPage : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Reference { get; set; } = "";

    /// <summary>Shown beside the form, also when the form comes back with a message.</summary>
    public SignalView Signal { get; protected set; } = null!;

    /// <summary>What the reporter will read, before it is sent; null while the form is filled in.</summary>
    public ActPreview? Preview { get; protected set; }

    /// <summary>Shown with the preview, where what is written is for more than the reporter.</summary>
    public HintBox? Hints { get; protected set; }

    /// <summary>The files of the form; null where it takes none.</summary>
    public Uploads? Uploads { get; protected set; }

    /// <summary>The holder first sees what the reporter will read; the reporter sends at once.</summary>
    public bool IsPreviewed => !Signal.IsMine;

    /// <summary>Somebody else acted since this form was opened.</summary>
    public bool WasChanged => ModelState[""]?.Errors.Any(error => error.ErrorMessage == RuleTexts.SomebodyElseWasFirst) is true;

    /// <summary>How many events stood on the timeline when the form was opened.</summary>
    [BindProperty(Name = EventsShownField)]
    public int EventsShown { get; set; }

    public const string EventsShownField = "gezien";

    public IEnumerable<TimelineItem> Meanwhile => Signal.Timeline.Skip(Math.Max(0, EventsShown));

    /// <summary>
    /// Whether the signal is in a state for this act. A link to a form that came too late leads to the signal; a form that came too late is judged by the rules.
    /// </summary>
    public abstract bool IsOffered { get; }
}

/// <summary>A page with one form, for one act on a signal.</summary>
public abstract class ActPage<TAct>(IMediator mediator) : ActPage
    where TAct : SignalAct, new()
{
    [BindProperty]
    public TAct Input { get; set; } = new();

    protected IMediator Mediator => mediator;

    /// <summary>The act with what the address says.</summary>
    protected virtual TAct Act => (TAct)((SignalAct)Input with { Reference = Reference });

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Signal = await mediator.Send(new GetSignal(Reference), HttpContext.RequestAborted);
        await Load(HttpContext.RequestAborted);
        await next();
        if (WasChanged)
        {
            Signal = await mediator.Send(new GetSignal(Reference), HttpContext.RequestAborted);
        }
    }

    public IActionResult OnGet() => IsOffered ? Page() : Back();

    /// <summary>The form again with what was typed: to change it after the preview, or to search for a unit.</summary>
    public PageResult OnPostEdit() => Page();

    public virtual async Task<PageResult> OnPostPreviewAsync(CancellationToken cancellationToken)
    {
        Preview = await mediator.Send(new PreviewAct(Act), cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(Act, cancellationToken);
        return Done();
    }

    /// <summary>To the signal, with word that it was done.</summary>
    protected RedirectToPageResult Done()
    {
        TempData[nameof(DetailsModel.Done)] = true;
        return Back();
    }

    /// <summary>What the form itself needs; comes after <see cref="ActPage.Signal"/>.</summary>
    protected virtual Task Load(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Only the reporter adds files.</summary>
    protected async Task<Uploads> TakeFiles(string key, CancellationToken cancellationToken) =>
        Signal.IsMine ? await Uploads.Take(this, mediator, key, isNamed: Signal.Disclosure is Disclosure.Named, cancellationToken) : Uploads.None;

    private RedirectToPageResult Back() => RedirectToPage("Details", new { Reference = Domain.Signals.Reference.Show(Signal.Reference) });
}
