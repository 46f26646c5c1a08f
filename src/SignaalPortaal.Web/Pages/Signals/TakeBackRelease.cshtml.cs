using MediatR;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Web.Pages.Signals;

public sealed class TakeBackReleaseModel(IMediator mediator) : ActPage<TakeBackRelease>(mediator)
{
    public override bool IsOffered => Signal.Can(SignalActs.TakeBackRelease);
}
