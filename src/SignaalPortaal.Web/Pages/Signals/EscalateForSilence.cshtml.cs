using MediatR;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Web.Pages.Signals;

public sealed class EscalateForSilenceModel(IMediator mediator) : ActPage<EscalateForSilence>(mediator)
{
    protected override bool IsOffered => Signal.Can(SignalActs.EscalateForSilence);
}
