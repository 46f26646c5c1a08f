using MediatR;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Web.Pages.Signals;

public sealed class AskModel(IMediator mediator) : ActPage<AskReporter>(mediator)
{
    public override bool IsOffered => Signal.Can(SignalActs.Ask);
}
