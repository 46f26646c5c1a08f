using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Retention;

/// <param name="DueOn">The first day on which it can go; of a request the last day for a decision.</param>
internal sealed record DueSignal(
    Guid SignalId, string Reference, SignalKind Kind, DateOnly ClosedOn, ErasureGround Ground, DateOnly DueOn, bool IsHeld);

internal static class DueSignals
{
    private static readonly SignalKind[] DeskKinds = [.. Enum.GetValues<SignalKind>().Where(kind => kind.GoesToTheDesk)];

    /// <summary>In months, per kind, of the organisation of the viewer.</summary>
    public static async Task<IReadOnlyDictionary<RetentionKind, int>> RetentionMonths(this PortalDb db, CancellationToken cancellationToken)
    {
        var set = await db.Set<RetentionTerm>().ToDictionaryAsync(term => term.Kind, term => term.Months, cancellationToken);
        return Enum.GetValues<RetentionKind>().ToDictionary(kind => kind, kind => set.TryGetValue(kind, out var months) ? months : kind.DefaultMonths);
    }

    /// <summary>
    /// What can be destroyed today, the one that was closed first first, also what is held. Past the visibility rules: no words and no names are read.
    /// What comes back by itself, or of which a promise is still open, is not done with, and is not kept too long.
    /// </summary>
    public static async Task<List<DueSignal>> DueForDestruction(this PortalDb db, DateOnly today, int most, CancellationToken cancellationToken)
    {
        var months = await db.RetentionMonths(cancellationToken);
        var (ordinary, withdrawn, desk) = (Last(RetentionKind.Ordinary), Last(RetentionKind.Withdrawn), Last(RetentionKind.Desk));
        var found = await db.SignalsOfEveryone
            .Where(signal => signal.ClosedOn != null && signal.ErasedOn == null && signal.HiddenUntil == null)
            .Where(signal => signal.ErasureAskedOn != null
                || (signal.LookAgainOn == null
                    && (signal.ClosedBecause == Closing.Withdrawn || !signal.Promises.Any(promise => promise.Status == PromiseStatus.Open))
                    && signal.ClosedOn <= (DeskKinds.Contains(signal.Kind) ? desk : signal.ClosedBecause == Closing.Withdrawn ? withdrawn : ordinary)))
            .Where(signal => !db.Set<DestructionItem>().Any(item => item.SignalId == signal.Id && item.State == DestructionItemState.Waiting
                && db.Set<DestructionList>().Any(list => list.Id == item.ListId && list.State != DestructionState.Refused)))
            .OrderBy(signal => signal.ClosedOn).ThenBy(signal => signal.Reference)
            .Take(most)
            .Select(signal => new { signal.Id, signal.Reference, signal.Kind, signal.ClosedOn, signal.ClosedBecause, signal.ErasureAskedOn, signal.IsHeldForLaw })
            .ToListAsync(cancellationToken);
        return [.. found.Select(signal =>
        {
            var kind = signal.Kind.GoesToTheDesk ? RetentionKind.Desk : signal.ClosedBecause is Closing.Withdrawn ? RetentionKind.Withdrawn : RetentionKind.Ordinary;
            return new DueSignal(
                signal.Id, signal.Reference, signal.Kind, signal.ClosedOn!.Value,
                signal.ErasureAskedOn is null ? ErasureGround.RetentionEnded : ErasureGround.RequestOfTheReporter,
                signal.ErasureAskedOn is { } askedOn ? Erasure.DecideBy(askedOn) : signal.ClosedOn.Value.AddMonths(months[kind]),
                signal.IsHeldForLaw);
        })];

        DateOnly Last(RetentionKind kind) => today.AddMonths(-months[kind]);
    }
}
