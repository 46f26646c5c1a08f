using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Signals;

/// <summary>What came up to the units for which the viewer acts, the first due date first, and which promises below them are late.</summary>
/// <remarks>For who acts for no unit there is no such page.</remarks>
/// <param name="After">Where the previous page ended; null for the first.</param>
public sealed record GetEscalated(string? After) : IRequest<EscalatedView>
{
    public const int PageSize = 10;
    public const int MostPromises = 50;
}

/// <param name="Next">Where the next page starts; null on the last one.</param>
/// <param name="LatePromises">The one that is late longest first, at most <see cref="GetEscalated.MostPromises"/>.</param>
public sealed record EscalatedView(IReadOnlyList<EscalatedSignal> Signals, string? Next, IReadOnlyList<LatePromise> LatePromises, DateOnly Today);

/// <param name="Additions">What the layers said of it, and the reporter in reply, in the order in which they did.</param>
public sealed record EscalatedSignal(
    string Reference,
    SignalContent Content,
    SignalKind Kind,
    RiskLevel Risk,
    SignalStatus Status,
    DateOnly RaisedOn,
    DateOnly DueOn,
    DateOnly AnswerBy,
    PersonView? Reporter,
    UnitView Holder,
    IReadOnlyList<TimelineItem> Additions);

/// <param name="Reference">Null when the viewer may not see the signal itself.</param>
/// <param name="What">Null when the viewer may not see the signal itself.</param>
public sealed record LatePromise(string UnitName, DateOnly By, int TimesMoved, string? Reference, string? What);

internal sealed class GetEscalatedHandler(PortalDb db, Viewer viewer, Now now) : IRequestHandler<GetEscalated, EscalatedView>
{
    public async Task<EscalatedView> Handle(GetEscalated query, CancellationToken cancellationToken)
    {
        var today = now.Today;
        viewer.RequireUnit();
        var units = viewer.UnitsActedFor.Keys.ToArray();
        var (day, reference) = QueueCursor.Read(query.After) ?? (DateOnly.MinValue, "");

        var signals = await db.Signals
            .Where(signal => units.Contains(signal.HeldByUnitId) && signal.ReporterId != viewer.PersonId)
            .Where(signal => signal.Status != SignalStatus.Closed && signal.Status != SignalStatus.Answered)
            .Where(signal => signal.Timeline.Any(entry => entry.Kind == nameof(Escalated)))
            .Where(signal => signal.DueOn > day || (signal.DueOn == day && signal.Reference.CompareTo(reference) > 0))
            .OrderBy(signal => signal.DueOn).ThenBy(signal => signal.Reference)
            .Take(GetEscalated.PageSize + 1)
            .Include(signal => signal.Content)
            .Include(signal => signal.Holders)
            .ToListAsync(cancellationToken);
        var next = signals.Count > GetEscalated.PageSize ? QueueCursor.After(signals[GetEscalated.PageSize - 1]) : null;
        signals = [.. signals.Take(GetEscalated.PageSize)];

        var ids = signals.Select(signal => signal.Id).ToArray();
        await db.Set<TimelineEntry>().Include(entry => entry.Words).Include(entry => entry.Attachment)
            .Where(entry => ids.Contains(entry.SignalId)).OrderBy(entry => entry.Seq).LoadAsync(cancellationToken);
        await db.Open(signals, cancellationToken);
        var names = await db.NamesFor(signals, cancellationToken);

        // The page shows the whole text: that is reading, as much as opening the signal itself.
        await db.NoteReadings(ids, ReadThrough.Page, today, cancellationToken);

        return new EscalatedView(
            [.. signals.Select(signal => View(signal, names))], next, await LatePromises(units, today, cancellationToken), today);
    }

    private EscalatedSignal View(Signal signal, SignalNames names)
    {
        var timeline = signal.Timeline.OrderBy(entry => entry.Seq).Select(entry => names.Item(entry, signal, viewer)).ToList();
        return new EscalatedSignal(
            signal.Reference, signal.Content, signal.Kind, signal.Risk, signal.Status, signal.RaisedOn, signal.DueOn!.Value, signal.AnswerBy,
            signal.ReporterId is { } reporter ? names.Person(reporter) : null,
            names.Unit(signal.HeldByUnitId),
            Additions: [.. timeline.Where(item => item.Happened is Assessed or Escalated or Rerouted or Answered or Clarified or VerdictGiven or FactsAdded or Replied or Attached)]);
    }

    /// <summary>Of the own units and all below them, but the confidential desk. What was promised stays with those who may see the signal; of the others only that it is late.</summary>
    private async Task<List<LatePromise>> LatePromises(Guid[] units, DateOnly today, CancellationToken cancellationToken)
    {
        var late = await (
            from promise in db.Promises
            join signal in db.SignalsOfEveryone on promise.SignalId equals signal.Id
            join owner in db.Units on promise.OwnerUnitId equals owner.Id
            where promise.Status == PromiseStatus.Open && promise.By < today
                && !UnitKinds.OutsideTheLine.Contains(owner.Kind)
                && db.UnitAncestors.Any(above => units.Contains(above.AncestorId) && above.DescendantId == promise.OwnerUnitId)
                && signal.ClosedBecause != Closing.Withdrawn
                && signal.ErasedOn == null
                && signal.ReporterId != viewer.PersonId
                && !signal.Conflicts.Any(conflict => conflict.PersonId == viewer.PersonId)
            orderby promise.By, promise.Id
            select new
            {
                Promise = promise.Id,
                promise.By,
                promise.TimesMoved,
                UnitName = owner.Name,
                signal.Id,
                signal.Reference,
                Made = db.Signals.Where(visible => visible.Id == signal.Id)
                    .SelectMany(visible => visible.Timeline)
                    .Where(entry => entry.Kind == nameof(Promised))
                    .Select(entry => new { entry.Facts, entry.Seq, entry.Words!.Text, Sealed = EF.Property<string?>(entry.Words, PortalDb.Sealed) })
                    .ToList(),
            })
            .Take(GetEscalated.MostPromises)
            .ToListAsync(cancellationToken);

        // What was promised is words of the signal, also for whoever has not opened it.
        await db.NoteReadings([.. late.Where(promise => promise.Made.Count > 0).Select(promise => promise.Id).Distinct()], ReadThrough.Page, today, cancellationToken);
        await db.LoadKeys([.. late.Where(promise => promise.Made.Any(entry => entry.Sealed is not null)).Select(promise => promise.Id).Distinct()], cancellationToken);
        return [.. late.Select(promise =>
        {
            var made = promise.Made
                .Select(entry => (Promised)TimelineEntry.Read(nameof(Promised), entry.Facts, entry.Sealed is null ? entry.Text : db.Words(promise.Id, entry.Seq, entry.Sealed)))
                .SingleOrDefault(made => made.Promise == promise.Promise);
            return new LatePromise(promise.UnitName, promise.By, promise.TimesMoved, made is null ? null : promise.Reference, made?.What);
        })];
    }
}
