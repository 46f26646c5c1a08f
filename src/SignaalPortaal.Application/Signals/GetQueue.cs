using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Search;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Signals;

/// <summary>What the units for which the viewer acts hold, the first due date first. What the viewer raised is not in it.</summary>
public sealed record GetQueue : IRequest<QueueView>
{
    public const int PageSize = 25;

    /// <summary>Null for everything that is open.</summary>
    public SignalStatus? State { get; init; }

    /// <summary>Instead of what the units hold: what they held and passed on, in every state.</summary>
    public bool PassedOn { get; init; }

    public SignalKind? Kind { get; init; }
    public RiskLevel? Risk { get; init; }
    public Guid? Unit { get; init; }

    /// <summary>A reference, words of what was written, or the name of who raised it; see <see cref="SearchText"/>.</summary>
    public string? Search { get; init; }

    /// <summary>Where the previous page ended; see <see cref="QueueView.Next"/>. What cannot be read is the first page.</summary>
    public string? After { get; init; }
}

/// <param name="Counts">How many there are in each state, whatever the filter.</param>
/// <param name="Next">Where the next page starts; null on the last one.</param>
public sealed record QueueView(
    IReadOnlyList<QueueItem> Items, IReadOnlyDictionary<SignalStatus, int> Counts, int Late, IReadOnlyList<UnitView> Units, string? Next, DateOnly Today);

public sealed record QueueItem(
    string Reference, string Subject, SignalKind Kind, RiskLevel Risk, SignalStatus Status, DateOnly RaisedOn, DateOnly? DueOn, string UnitName, string? ReporterName, Disclosure Disclosure, Erasure? Erased);

internal sealed class GetQueueHandler(PortalDb db, Viewer viewer, Now now) : IRequestHandler<GetQueue, QueueView>
{
    public async Task<QueueView> Handle(GetQueue query, CancellationToken cancellationToken)
    {
        var today = now.Today;
        var units = viewer.UnitsActedFor.Keys.ToArray();

        // Equal to the one unit, and the key compared as a whole: PostgreSQL then reads the index in its order and stops at the end of the page.
        var held = (units is [var only] ? db.Signals.Where(signal => signal.HeldByUnitId == only) : db.Signals.Where(signal => units.Contains(signal.HeldByUnitId)))
            .Where(signal => signal.ReporterId != viewer.PersonId);

        var counts = await held.GroupBy(signal => new { signal.Status, IsLate = signal.DueOn < today })
            .Select(group => new { group.Key.Status, group.Key.IsLate, Count = group.Count() })
            .ToListAsync(cancellationToken);

        var items = await Page(Filtered(query.PassedOn ? PassedOn(units) : held, units, query), query)
            .Take(GetQueue.PageSize + 1)
            .Select(signal => new
            {
                signal.Id,
                signal.IsSealed,
                signal.Reference,
                signal.DueOn,
                View = new QueueItem(
                    signal.Reference, signal.Content.Subject, signal.Kind, signal.Risk, signal.Status, signal.RaisedOn, signal.DueOn,
                    db.Units.First(unit => unit.Id == signal.HeldByUnitId).Name,
                    db.People.Where(person => person.Id == signal.ReporterId).Select(person => person.Name).FirstOrDefault(),
                    signal.Disclosure,
                    signal.ErasedOn == null ? null : new Erasure(signal.ErasedOn.Value, signal.ErasedBecause!.Value)),
            })
            .ToListAsync(cancellationToken);
        var shown = items.Take(GetQueue.PageSize).ToList();
        var subjects = await db.OpenSubjects([.. shown.Where(item => item.IsSealed).Select(item => item.Id)], cancellationToken);
        if (!string.IsNullOrWhiteSpace(query.Search))
        {
            // That a signal is found tells something of its words.
            await db.NoteReadings([.. shown.Select(item => item.Id)], ReadThrough.Search, today, cancellationToken);
        }

        return new QueueView(
            [.. shown.Select(item => subjects.TryGetValue(item.Id, out var subject) ? item.View with { Subject = subject } : item.View)],
            counts.GroupBy(count => count.Status).ToDictionary(group => group.Key, group => group.Sum(count => count.Count)),
            Late: counts.Where(count => count.IsLate && !count.Status.AwaitsTheReporter).Sum(count => count.Count),
            await db.Units.Where(unit => units.Contains(unit.Id)).OrderBy(unit => unit.Name).AsViews(db).ToListAsync(cancellationToken),
            items.Count > GetQueue.PageSize ? QueueCursor.After(items[GetQueue.PageSize - 1].DueOn, items[GetQueue.PageSize - 1].Reference) : null,
            today);
    }

    private IQueryable<Signal> PassedOn(Guid[] units) => db.Signals.Where(signal =>
        signal.Holders.Any(holder => units.Contains(holder.UnitId)) && !units.Contains(signal.HeldByUnitId) && signal.ReporterId != viewer.PersonId);

    private IQueryable<Signal> Filtered(IQueryable<Signal> signals, Guid[] units, GetQueue query)
    {
        if (query.State is { } state)
        {
            signals = signals.Where(signal => signal.Status == state);
        }
        else if (!query.PassedOn)
        {
            signals = signals.Where(signal => signal.Status != SignalStatus.Closed);
        }

        if (query.Kind is { } kind)
        {
            signals = signals.Where(signal => signal.Kind == kind);
        }

        if (query.Risk is { } risk)
        {
            signals = signals.Where(signal => signal.Risk == risk);
        }

        if (query.Unit is { } unit)
        {
            signals = signals.Where(signal => signal.HeldByUnitId == unit);
        }

        if (!string.IsNullOrWhiteSpace(query.Search))
        {
            signals = db.Matching(signals, units, query.Search);
        }

        return signals;
    }

    private static IQueryable<Signal> Page(IQueryable<Signal> signals, GetQueue query)
    {
        var (day, reference) = QueueCursor.Read(query.After) ?? (DateOnly.MinValue, "");
        return query switch
        {
            { PassedOn: true } => signals.Where(signal => signal.Reference.CompareTo(reference) > 0).OrderBy(signal => signal.Reference),
            { State: SignalStatus.Closed } => signals.Where(signal => signal.DueOn == null && signal.Reference.CompareTo(reference) > 0)
                .OrderBy(signal => signal.Reference),
            _ => signals.Where(signal => EF.Functions.GreaterThan(ValueTuple.Create(signal.DueOn, signal.Reference), ValueTuple.Create((DateOnly?)day, reference)))
                .OrderBy(signal => signal.DueOn).ThenBy(signal => signal.Reference),
        };
    }
}
