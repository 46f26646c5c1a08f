using MediatR;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Web.Pages.Signals;

public sealed class AskErasureModel(IMediator mediator) : ActPage<AskErasure>(mediator)
{
    public override bool IsOffered => Signal.Can(SignalActs.AskErasure);
}
