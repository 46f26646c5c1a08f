using MediatR;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Web.Pages.Signals;

public sealed class AddFactsModel(IMediator mediator) : ActPage<AddFacts>(mediator)
{
    protected override bool IsOffered => Signal.Can(SignalActs.AddFacts);
}
