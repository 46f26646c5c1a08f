using MediatR;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Web.Pages.Signals;

public sealed class DecideReleaseModel(IMediator mediator) : ActPage<DecideRelease>(mediator)
{
    public override bool IsOffered => Signal.Can(SignalActs.DecideRelease);
}
