using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Texts;

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
    ];

    /// <summary>One sentence: who must do what, and what the last day is.</summary>
    public string WhoMustAct => string.Format(
        Signal.Status switch
        {
            _ when Signal.IsLate && !Signal.Status.AwaitsTheReporter => SignalTexts.HolderIsLate,
            SignalStatus.New => SignalTexts.MustAcknowledge,
            SignalStatus.InProgress => SignalTexts.MustAnswer,
            SignalStatus.AwaitingReply => Signal.IsMine ? SignalTexts.YouMustReply : SignalTexts.ReporterMustReply,
            SignalStatus.Answered => Signal.IsMine ? SignalTexts.YouMustJudge : SignalTexts.ReporterMustJudge,
            SignalStatus.AwaitingClarification => SignalTexts.MustClarify,
            _ => Signal.ClosedBecause switch
            {
                Closing.Understood => SignalTexts.ClosedUnderstood,
                Closing.Disagreed => SignalTexts.ClosedDisagreed,
                Closing.NoReaction => SignalTexts.ClosedNoReaction,
                _ => SignalTexts.ClosedWithdrawn,
            },
        },
        Signal.Holder.Name,
        Signal.DueOn?.InFull);

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Signal = await mediator.Send(new GetSignal(Reference), cancellationToken);
}
