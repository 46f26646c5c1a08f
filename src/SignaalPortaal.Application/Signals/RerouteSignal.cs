using FluentValidation;
using MediatR;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Signals;

/// <summary>To another unit or the help team, sideways or down, with the reason.</summary>
public sealed record RerouteSignal : SignalAct
{
    public Guid? ToUnit { get; init; }
    public string Reason { get; init; } = "";
}

internal sealed class RerouteSignalValidator : AbstractValidator<RerouteSignal>
{
    public RerouteSignalValidator()
    {
        RuleFor(act => act.ToUnit).NotEmpty();
        RuleFor(act => act.Reason).IsText();
    }
}

internal sealed class RerouteSignalHandler(PortalDb db, Viewer viewer, Now now) : AsyncRequestHandler<RerouteSignal>
{
    protected override async Task Handle(RerouteSignal act, CancellationToken cancellationToken)
    {
        var signal = await db.FindSignal(act, cancellationToken);
        var line = await db.LineOf(signal.HeldByUnitId, cancellationToken);
        var target = await db.LineOfOpen(act.ToUnit!.Value, cancellationToken);
        if (target.Units.Count == 0)
        {
            throw new BrokenRuleException(SignalRule.TheUnitCannotTakeIt);
        }

        signal.Reroute(target.Start, act.Reason, line, by: viewer, now);

        await db.SaveChangesAsync(cancellationToken);
    }
}
