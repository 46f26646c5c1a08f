using MediatR;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Web.Pages.Signals;

public sealed class EscalateModel(IMediator mediator) : ActPage<EscalateSignal>(mediator)
{
    public override bool IsOffered => Signal.Can(SignalActs.Escalate);
}
