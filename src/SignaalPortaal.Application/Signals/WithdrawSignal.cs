using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Signals;

/// <summary>The reporter takes the signal back; nobody else sees it from then on.</summary>
public sealed record WithdrawSignal : SignalAct
{
    public string Reason { get; init; } = "";

    /// <summary>Only confidential advisers read it.</summary>
    public bool WasAsked { get; init; }
}

internal sealed class WithdrawSignalValidator : AbstractValidator<WithdrawSignal>
{
    public WithdrawSignalValidator() => RuleFor(act => act.Reason).IsText();
}

internal sealed class WithdrawSignalHandler(PortalDb db, Viewer viewer, Now now) : AsyncRequestHandler<WithdrawSignal>
{
    protected override async Task Handle(WithdrawSignal act, CancellationToken cancellationToken)
    {
        var signal = await db.FindSignal(act, cancellationToken);

        signal.Withdraw(act.Reason, by: viewer, now);

        await db.SaveChangesAsync(cancellationToken);
        await db.NoteWithdrawal(signal, act.WasAsked, cancellationToken);

        // For the others it does not exist any more: it is no news to them either.
        await db.Messages.Where(message => message.SignalId == signal.Id && message.PersonId != viewer.PersonId && message.ReadOn == null)
            .ExecuteUpdateAsync(message => message.SetProperty(one => one.ReadOn, now.Today), cancellationToken);
    }
}
