using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Signals;

/// <summary>What the viewer raised: first where it is their turn, then what is open, then what is closed; within those the newest first.</summary>
public sealed record GetMySignals : IRequest<IReadOnlyList<MySignal>>
{
    /// <summary>More than one person raises; who raises more sees the last ones.</summary>
    public const int Most = 200;
}

public sealed record MySignal(
    string Reference, string Subject, SignalKind Kind, SignalStatus Status, Closing? ClosedBecause, DateOnly RaisedOn, DateOnly? DueOn, string HolderName, DateOnly Today)
{
    public bool IsLate => DueOn < Today;
}

internal sealed class GetMySignalsHandler(PortalDb db, Viewer viewer, Now now) : IRequestHandler<GetMySignals, IReadOnlyList<MySignal>>
{
    public async Task<IReadOnlyList<MySignal>> Handle(GetMySignals query, CancellationToken cancellationToken)
    {
        var today = now.Today;
        var mine = await db.Signals
            .Where(signal => signal.ReporterId == viewer.PersonId)
            .OrderByDescending(signal => signal.Status == SignalStatus.AwaitingReply || signal.Status == SignalStatus.Answered)
            .ThenByDescending(signal => signal.Status != SignalStatus.Closed)
            .ThenByDescending(signal => signal.RaisedOn)
            .ThenBy(signal => signal.Reference)
            .Take(GetMySignals.Most)
            .Select(signal => new
            {
                signal.Id,
                signal.IsSealed,
                View = new MySignal(
                    signal.Reference, signal.Content.Subject, signal.Kind, signal.Status, signal.ClosedBecause, signal.RaisedOn, signal.DueOn,
                    db.Units.First(unit => unit.Id == signal.HeldByUnitId).Name, today),
            })
            .ToListAsync(cancellationToken);
        var subjects = await db.OpenSubjects([.. mine.Where(signal => signal.IsSealed).Select(signal => signal.Id)], cancellationToken);
        return [.. mine.Select(signal => subjects.TryGetValue(signal.Id, out var subject) ? signal.View with { Subject = subject } : signal.View)];
    }
}
