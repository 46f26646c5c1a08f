using MediatR;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Web.Pages.Signals;

public sealed class AssessModel(IMediator mediator) : ActPage<AssessSignal>(mediator)
{
    public override bool IsOffered => Signal.Can(SignalActs.Assess);
}
