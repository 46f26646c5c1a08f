using MediatR;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Web.Pages.Signals;

public sealed class AnswerModel(IMediator mediator) : ActPage<AnswerSignal>(mediator)
{
    /// <summary>Who promises more does so in an answer of its own: a reader keeps track of three.</summary>
    public const int PromiseRows = 3;

    /// <summary>The rows after the first are shown when something is in them.</summary>
    public bool PromisesMore => Input.Promises.Skip(1).Any(row => row != new PromiseRow());

    public override bool IsOffered => Signal.Can(SignalActs.Answer);

    protected override Task Load(CancellationToken cancellationToken)
    {
        var missing = Enumerable.Repeat(new PromiseRow(), Math.Max(0, PromiseRows - Input.Promises.Count));
        Input = Input with { Promises = [.. Input.Promises, .. missing] };
        return Task.CompletedTask;
    }
}
