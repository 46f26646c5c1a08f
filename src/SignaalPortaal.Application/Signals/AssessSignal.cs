using FluentValidation;
using MediatR;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Signals;

/// <summary>Puts the holder's own reading, and perhaps its own estimate of the risk, beside those of the reporter.</summary>
public sealed record AssessSignal : SignalAct
{
    public string Reading { get; init; } = "";
    public RiskLevel? Risk { get; init; }

    /// <summary>Only when the risk is estimated lower than the reporter did.</summary>
    public string? LowerReason { get; init; }
}

internal sealed class AssessSignalValidator : AbstractValidator<AssessSignal>
{
    public AssessSignalValidator()
    {
        RuleFor(act => act.Reading).IsText();
        RuleFor(act => act.Risk).IsInEnum();
        RuleFor(act => act.LowerReason).MaximumLength(Words.LongMaxLength);
    }
}

internal sealed class AssessSignalHandler(PortalDb db, Viewer viewer, Now now) : AsyncRequestHandler<AssessSignal>
{
    protected override async Task Handle(AssessSignal act, CancellationToken cancellationToken)
    {
        var signal = await db.FindSignal(act, cancellationToken);

        signal.Assess(act.Reading, act.Risk, act.LowerReason, await db.LineOf(signal.HeldByUnitId, cancellationToken), by: viewer, now);

        await db.SaveChangesAsync(cancellationToken);
    }
}
