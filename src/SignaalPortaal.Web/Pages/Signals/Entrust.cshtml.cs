using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Voice;
using SignaalPortaal.Web.Logs;

namespace SignaalPortaal.Web.Pages.Signals;

/// <summary>Choose, check, give; and take back.</summary>
[LeavesNoTrace]
public sealed class EntrustModel(IMediator mediator) : ActPage<EntrustSignal>(mediator), IEntrustForm
{
    /// <summary>What they will read; null while the form is filled in.</summary>
    public EntrustingPreview? Entrusting { get; private set; }

    public override bool IsOffered => Signal.CanBeEntrusted;

    /// <summary>Nothing of it comes on the timeline: the check is of what they will read.</summary>
    public override async Task<PageResult> OnPostPreviewAsync(CancellationToken cancellationToken)
    {
        Entrusting = await Mediator.Send(new PreviewEntrusting(Act), cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(new TakeBackSignal { Reference = Reference, Spokesperson = Input.Spokesperson, FormKey = Input.FormKey }, cancellationToken);
        return Done();
    }
}
