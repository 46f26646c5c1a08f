using MediatR;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Web.Pages.Signals;

public sealed class UpdateModel(IMediator mediator) : ActPage<UpdateReporter>(mediator)
{
    public override bool IsOffered => Signal.Can(SignalActs.Update);
}
