using MediatR;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Web.Pages.Signals;

public sealed class PostponeModel(IMediator mediator) : ActPage<PostponeSignal>(mediator)
{
    public override bool IsOffered => Signal.Can(SignalActs.Postpone);
}
