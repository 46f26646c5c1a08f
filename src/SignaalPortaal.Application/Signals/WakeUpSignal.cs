using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Signals;

/// <summary>The signals of every organisation of which the day to look again has come.</summary>
internal sealed record GetSignalsToWakeUp : IRequest<IReadOnlyList<SignalToWakeUp>>;

internal sealed record SignalToWakeUp(Guid OrganisationId, Guid SignalId);

internal sealed class GetSignalsToWakeUpHandler(PortalDb db, TimeProvider clock) : IRequestHandler<GetSignalsToWakeUp, IReadOnlyList<SignalToWakeUp>>
{
    public async Task<IReadOnlyList<SignalToWakeUp>> Handle(GetSignalsToWakeUp query, CancellationToken cancellationToken)
    {
        var today = clock.GetUtcNow().DutchDate;
        return await db.SignalsOfEveryone.IgnoreQueryFilters(["organisation"])
            .Where(signal => signal.LookAgainOn <= today)
            .OrderBy(signal => signal.LookAgainOn)
            .Select(signal => new SignalToWakeUp(signal.OrganisationId, signal.Id))
            .ToListAsync(cancellationToken);
    }
}

/// <summary>Wakes one signal up. Does nothing when another node is at it, or when it is awake already.</summary>
internal sealed record WakeUpSignal(Guid OrganisationId, Guid SignalId) : IRequest;

internal sealed class WakeUpSignalHandler(PortalDb db, CurrentViewer current, TimeProvider clock) : AsyncRequestHandler<WakeUpSignal>
{
    protected override async Task Handle(WakeUpSignal command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        current.Viewer = Viewer.Nobody with { OrganisationId = command.OrganisationId };
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.ClaimToWakeUp(command.SignalId, today: now.DutchDate, cancellationToken) is not { } signal)
        {
            return;
        }

        await db.Entry(signal).Collection(signal => signal.Holders).LoadAsync(cancellationToken);
        await db.LoadTimeline(signal, cancellationToken);
        signal.WakeUp(now);

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
