using MediatR;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Web.Pages.Signals;

public sealed class ClarifyModel(IMediator mediator) : ActPage<ClarifyAnswer>(mediator)
{
    public override bool IsOffered => Signal.Can(SignalActs.Clarify);
}
