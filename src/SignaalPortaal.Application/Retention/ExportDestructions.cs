using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Retention;

/// <summary>All that was destroyed, of every organisation, as a <see cref="DestructionFile"/>. On the command line only.</summary>
public sealed record ExportDestructions : IRequest<IReadOnlyList<string>>, IBeginTransactions;

internal sealed class ExportDestructionsHandler(PortalDb db) : IRequestHandler<ExportDestructions, IReadOnlyList<string>>
{
    public async Task<IReadOnlyList<string>> Handle(ExportDestructions query, CancellationToken cancellationToken)
    {
        var destroyed = new List<DestroyedSignal>();
        foreach (var organisation in await db.OrganisationIds(cancellationToken))
        {
            await using var transaction = await db.BeginFor(organisation, cancellationToken);
            var entries = await (
                from entry in db.Set<TimelineEntry>()
                join signal in db.SignalsOfEveryone on entry.SignalId equals signal.Id
                where entry.Kind == nameof(Erased)
                orderby entry.At, entry.SignalId
                select new { entry.SignalId, entry.At, entry.Facts, signal.ClosedBecause }).ToListAsync(cancellationToken);
            destroyed.AddRange(
                from entry in entries
                let erased = (Erased)TimelineEntry.Read(nameof(Erased), entry.Facts, words: null)
                select new DestroyedSignal(organisation, entry.SignalId, erased.List, erased.Ground, entry.ClosedBecause!.Value, entry.At.DutchDate));
        }

        return DestructionFile.Write(destroyed);
    }
}
