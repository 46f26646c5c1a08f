using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Signals;

/// <summary>
/// Where a unit estimated a risk lower than its reporter, and the units for which the viewer acts were told so: who did that, and why, the last first.
/// The signal itself is not theirs to see; that its reason was read, its reporter reads.
/// </summary>
public sealed record GetLoweredRisks : IRequest<IReadOnlyList<LoweredRisk>>
{
    public const int Most = 50;
}

/// <param name="Reported">The estimate of the reporter.</param>
/// <param name="Estimated">That of the unit.</param>
public sealed record LoweredRisk(UnitView Unit, PersonView Who, DateOnly OnDay, RiskLevel Reported, RiskLevel Estimated, string? Reason);

internal sealed class GetLoweredRisksHandler(PortalDb db, Viewer viewer, Now now) : IRequestHandler<GetLoweredRisks, IReadOnlyList<LoweredRisk>>
{
    public async Task<IReadOnlyList<LoweredRisk>> Handle(GetLoweredRisks query, CancellationToken cancellationToken)
    {
        if (viewer.UnitsActedFor.Count == 0)
        {
            return [];
        }

        var found = await (
            from entry in db.LoweredRisksToldTo([.. viewer.UnitsActedFor.Keys])
            join signal in db.SignalsOfEveryone on entry.SignalId equals signal.Id
            where signal.HiddenUntil == null && signal.ErasedOn == null && signal.ClosedBecause != Closing.Withdrawn && signal.ReporterId != viewer.PersonId
                && !signal.Conflicts.Any(conflict => conflict.PersonId == viewer.PersonId)
            orderby entry.At descending, entry.SignalId
            select new
            {
                entry.SignalId,
                entry.Seq,
                entry.At,
                entry.Facts,
                entry.Words!.Text,
                Sealed = EF.Property<string?>(entry.Words, PortalDb.Sealed),
                ActorId = entry.ActorId!.Value,
                UnitId = entry.ActedForUnitId!.Value,
                signal.Risk,
            })
            .Take(GetLoweredRisks.Most)
            .ToListAsync(cancellationToken);
        if (found.Count == 0)
        {
            return [];
        }

        await db.NoteReadings([.. found.Select(one => one.SignalId).Distinct()], ReadThrough.Page, now.Today, cancellationToken);
        await db.LoadKeys([.. found.Where(one => one.Sealed is not null).Select(one => one.SignalId).Distinct()], cancellationToken);
        var (unitIds, people) = (found.Select(one => one.UnitId).Distinct().ToList(), found.Select(one => one.ActorId).Distinct().ToList());
        var units = await db.Units.Where(unit => unitIds.Contains(unit.Id)).AsViews(db).ToDictionaryAsync(unit => unit.Id, cancellationToken);
        var names = await db.People.Where(person => people.Contains(person.Id)).Select(person => new PersonView(person.Id, person.Name, person.JobTitle))
            .ToDictionaryAsync(person => person.Id, cancellationToken);
        return [.. found.Select(one =>
        {
            var words = one.Sealed is null ? one.Text : db.Words(one.SignalId, one.Seq, one.Sealed);
            var assessed = (Assessed)TimelineEntry.Read(nameof(Assessed), one.Facts, words);
            return new LoweredRisk(units[one.UnitId], names[one.ActorId], one.At.DutchDate, one.Risk, assessed.Risk!.Value, assessed.Reason);
        })];
    }
}
