using MediatR;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application;
using SignaalPortaal.Application.Organisations;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Forms;
using SignaalPortaal.Web.Pages.Signals;

namespace SignaalPortaal.Web.Pages.Anonymous;

/// <summary>Fill in, check, send; without signing in.</summary>
[RequestTimeout(TakesFilesAttribute.LongestMilliseconds)]
[TakesFiles]
public sealed class SubmitModel(IMediator mediator) : AnonymousPage(mediator), ISubmitForm
{
    [BindProperty]
    public SubmitSignal Input { get; set; } = new();

    [BindProperty(Name = UnitChoice.SearchField)]
    public string? Search { get; set; }

    public Found<UnitView> Units { get; private set; } = Found<UnitView>.None;

    public Uploads Uploads { get; private set; } = Uploads.None;

    public SignalPreview? Preview { get; private set; }

    /// <summary>With the code that is shown once; null until it is sent.</summary>
    public Submission? Sent { get; private set; }

    public void OnGet() { }

    public PageResult OnPostEdit() => Page();

    public async Task<PageResult> OnPostCheckAsync(CancellationToken cancellationToken)
    {
        Preview = await Mediator.Send(new PreviewSignal(Input), cancellationToken);
        return Page();
    }

    public async Task<PageResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Sent = await Mediator.Send(Input, cancellationToken);
        return Page();
    }

    protected override async Task Load(CancellationToken cancellationToken)
    {
        Uploads = await Uploads.Take(this, Mediator, Input.UploadKey, isNamed: false, cancellationToken);
        Input = Input with { Disclosure = Disclosure.Anonymous, UploadKey = Uploads.Key };
        Units = await Mediator.Send(new FindUnits(Search, Input.ForUnit, WithHelpTeams: false), cancellationToken);
    }
}
