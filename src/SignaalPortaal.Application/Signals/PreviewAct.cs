using MediatR;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Signals;

/// <summary>What the reporter would read on the timeline if this act were done now. Nothing is kept.</summary>
public sealed record PreviewAct(SignalAct Act) : IRequest<ActPreview>, IBeginTransactions;

/// <param name="DaysOff">Days that the act names and on which the organisation does not work: allowed, and easily chosen by mistake.</param>
public sealed record ActPreview(IReadOnlyList<TimelineItem> Timeline, IReadOnlyList<DateOnly> DaysOff);

internal sealed class PreviewActHandler(PortalDb db, IMediator mediator, Now now) : IRequestHandler<PreviewAct, ActPreview>
{
    public async Task<ActPreview> Handle(PreviewAct query, CancellationToken cancellationToken)
    {
        // The real act in a transaction that is never committed: rules, limits and constraints judge it as they will in earnest.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var before = (await db.FindSignal(query.Act, cancellationToken)).Timeline.Count;
        await mediator.Send(query.Act, cancellationToken);

        var signal = await db.FindSignal(query.Act.Reference, cancellationToken);
        var names = await db.NamesFor(signal, cancellationToken);
        await transaction.RollbackAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return new ActPreview(
            [.. signal.Timeline.Skip(before).Select(entry => names.Item(entry, signal, seenBy: Viewer.Nobody))],
            [.. query.Act.Days.OfType<DateOnly>().Where(day => !now.Calendar.IsWorkingDay(day)).Distinct().Order()]);
    }
}
