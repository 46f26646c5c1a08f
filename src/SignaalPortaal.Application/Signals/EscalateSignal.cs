using FluentValidation;
using MediatR;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Signals;

/// <summary>To the layer above, because this one cannot decide; with what this layer advises.</summary>
public sealed record EscalateSignal : SignalAct
{
    public string Reason { get; init; } = "";
    public string Advice { get; init; } = "";
}

internal sealed class EscalateSignalValidator : AbstractValidator<EscalateSignal>
{
    public EscalateSignalValidator()
    {
        RuleFor(act => act.Reason).IsText();
        RuleFor(act => act.Advice).IsText();
    }
}

internal sealed class EscalateSignalHandler(PortalDb db, Viewer viewer, Now now) : AsyncRequestHandler<EscalateSignal>
{
    protected override async Task Handle(EscalateSignal act, CancellationToken cancellationToken)
    {
        var signal = await db.FindSignal(act, cancellationToken);
        var line = await db.LineOf(signal.HeldByUnitId, cancellationToken);

        signal.Escalate(act.Reason, act.Advice, line, by: viewer, now);

        await db.SaveChangesAsync(cancellationToken);
    }
}
