using FluentValidation;
using MediatR;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Signals;

/// <summary>The reporter says whether a promise is kept.</summary>
public sealed record JudgePromise : SignalAct
{
    public Guid Promise { get; init; }
    public PromiseJudgement? Judgement { get; init; }

    /// <summary>Needed unless it is kept.</summary>
    public string? JudgementText { get; init; }
}

internal sealed class JudgePromiseValidator : AbstractValidator<JudgePromise>
{
    public JudgePromiseValidator()
    {
        RuleFor(act => act.Judgement).NotNull().IsInEnum();
        RuleFor(act => act.JudgementText).MaximumLength(Words.LongMaxLength);
        RuleFor(act => act.JudgementText).Filled().When(act => act.Judgement is PromiseJudgement.PartlyKept or PromiseJudgement.NotKept);
    }
}

internal sealed class JudgePromiseHandler(PortalDb db, Viewer viewer, Now now) : AsyncRequestHandler<JudgePromise>
{
    protected override async Task Handle(JudgePromise act, CancellationToken cancellationToken)
    {
        var signal = await db.FindSignal(act, cancellationToken);

        signal.JudgePromise(act.Promise, act.Judgement!.Value, act.JudgementText, by: viewer, now);

        await db.SaveChangesAsync(cancellationToken);
    }
}
