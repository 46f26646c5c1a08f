using FluentValidation;
using MediatR;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Signals;

/// <summary>The reporter takes the signal back; nobody else sees it from then on.</summary>
public sealed record WithdrawSignal : SignalAct
{
    public string Reason { get; init; } = "";
}

internal sealed class WithdrawSignalValidator : AbstractValidator<WithdrawSignal>
{
    public WithdrawSignalValidator() => RuleFor(act => act.Reason).IsText();
}

internal sealed class WithdrawSignalHandler(PortalDb db, Viewer viewer, TimeProvider clock) : AsyncRequestHandler<WithdrawSignal>
{
    protected override async Task Handle(WithdrawSignal act, CancellationToken cancellationToken)
    {
        var signal = await db.FindSignal(act, cancellationToken);

        signal.Withdraw(act.Reason, by: viewer, clock.GetUtcNow());

        await db.SaveChangesAsync(cancellationToken);
    }
}
