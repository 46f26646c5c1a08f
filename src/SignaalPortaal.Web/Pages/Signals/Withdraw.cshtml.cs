using MediatR;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Logs;

namespace SignaalPortaal.Web.Pages.Signals;

[LeavesNoTrace]
public sealed class WithdrawModel(IMediator mediator) : ActPage<WithdrawSignal>(mediator)
{
    public override bool IsOffered => Signal.Can(SignalActs.Withdraw);
}
