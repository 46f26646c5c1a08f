using MediatR;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Web.Pages.Signals;

public sealed class ReplyModel(IMediator mediator) : ActPage<ReplyToQuestion>(mediator)
{
    protected override bool IsOffered => Signal.Can(SignalActs.Reply);
}
