using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Domain.Deadlines;

namespace SignaalPortaal.Application.Receipts;

/// <summary>Who is signed in shows the code of a signal that was raised without a name, and stands behind it with the own name from now on. The outcome is its reference.</summary>
public sealed record MakeKnown : IRequest<string>, IOnce
{
    /// <summary>As somebody typed it.</summary>
    public string Code { get; init; } = "";

    public Guid FormKey { get; init; }
}

/// <summary>No signal has this code.</summary>
public sealed class UnknownCodeException : Exception;

internal sealed class MakeKnownHandler(PortalDb db, CurrentViewer current, IMediator mediator, Now now) : IRequestHandler<MakeKnown, string>
{
    public async Task<string> Handle(MakeKnown command, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new FindReceipt(command.Code), cancellationToken) is not { } found)
        {
            throw new UnknownCodeException();
        }

        current.Viewer = current.Viewer with { ReceiptOf = found.SignalId };
        var signal = await db.FindSignal(found.Reference, cancellationToken);
        signal.MakeKnown(by: current.Viewer, now);
        await db.SaveChangesAsync(cancellationToken);

        // From now on the account is the way in; a code that somebody finds is worth nothing.
        await db.Set<Receipt>().Where(receipt => receipt.SignalId == found.SignalId).ExecuteDeleteAsync(cancellationToken);
        await db.ForgetIdentity(found.SignalId, cancellationToken);

        // Nobody could know before that it lies with the reporter's own unit.
        await db.LeaveConflicts(now, cancellationToken);
        return signal.Reference;
    }
}
