using MediatR;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Web.Pages.Signals;

public sealed class AcknowledgeModel(IMediator mediator) : ActPage<AcknowledgeSignal>(mediator)
{
    public override bool IsOffered => Signal.Can(SignalActs.Acknowledge);

    /// <summary>The last day in time is proposed; who expects to be earlier says so.</summary>
    protected override Task Load(CancellationToken cancellationToken)
    {
        Input = Input.ExpectedOn is null && HttpMethods.IsGet(Request.Method) ? Input with { ExpectedOn = Signal.LatestExpectation } : Input;
        return Task.CompletedTask;
    }
}
