using MediatR;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Web.Pages.Signals;

public sealed class ClarifyModel(IMediator mediator) : ActPage<ClarifyAnswer>(mediator)
{
    protected override bool IsOffered => Signal.Can(SignalActs.Clarify);
}
