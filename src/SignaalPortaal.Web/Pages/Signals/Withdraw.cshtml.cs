using MediatR;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Web.Pages.Signals;

public sealed class WithdrawModel(IMediator mediator) : ActPage<WithdrawSignal>(mediator)
{
    protected override bool IsOffered => Signal.Can(SignalActs.Withdraw);
}
