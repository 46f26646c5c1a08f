using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Application.Summaries;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Web.Pages.Signals;

public sealed class DetailsModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Reference { get; set; } = "";

    /// <summary>The viewer has just done something to it.</summary>
    [TempData]
    public bool Done { get; set; }

    public SignalView Signal { get; private set; } = null!;

    public IReadOnlyList<(SignalActs Act, string Page, string Icon)> HolderActs { get; } =
    [
        (SignalActs.Acknowledge, "/Signals/Acknowledge", "check"),
        (SignalActs.Clarify, "/Signals/Clarify", "talk"),
        (SignalActs.Answer, "/Signals/Answer", "talk"),
        (SignalActs.Ask, "/Signals/Ask", "info"),
        (SignalActs.Update, "/Signals/Update", "send"),
        (SignalActs.Escalate, "/Signals/Escalate", "up"),
        (SignalActs.Reroute, "/Signals/Reroute", "across"),
        (SignalActs.Assess, "/Signals/Assess", "eye"),
        (SignalActs.Postpone, "/Signals/Postpone", "clock"),
        (SignalActs.ProposeRelease, "/Signals/ProposeRelease", "eye"),
    ];

    /// <summary>For the reporter; null when there is none.</summary>
    public MySummary? Summary { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Signal = await mediator.Send(new GetSignal(Reference), cancellationToken);
        Summary = Signal.IsMine && Signal.IsSummarised ? await mediator.Send(new GetSummaryOfMySignal(Reference), cancellationToken) : null;
    }
}
