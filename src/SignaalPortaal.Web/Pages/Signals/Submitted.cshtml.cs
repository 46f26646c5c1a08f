using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Web.Logs;

namespace SignaalPortaal.Web.Pages.Signals;

/// <summary>Who has it now, by when a person has read it, and what happens if not. For its reporter only.</summary>
[LeavesNoTrace]
public sealed class SubmittedModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Reference { get; set; } = "";

    public SignalView Signal { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Signal = await mediator.Send(new GetSignal(Reference), cancellationToken);
        return Signal.IsMine ? Page() : NotFound();
    }
}
