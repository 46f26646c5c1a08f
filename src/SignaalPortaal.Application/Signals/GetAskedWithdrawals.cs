using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Identities;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Signals;

/// <summary>
/// The signals that were taken back because somebody asked, says their reporter. For confidential advisers: no words, and a name only of who gave it. Who acts
/// for a unit of the line that had the signal may be the one who asked, and does not get to see it.
/// </summary>
public sealed record GetAskedWithdrawals : IRequest<IReadOnlyList<AskedWithdrawal>>;

/// <param name="Unit">That held it.</param>
/// <param name="Reporter">Null when it was raised without a name.</param>
public sealed record AskedWithdrawal(DateOnly On, SignalKind Kind, string Unit, string? Reporter);

internal sealed class GetAskedWithdrawalsHandler(PortalDb db, Viewer viewer) : IRequestHandler<GetAskedWithdrawals, IReadOnlyList<AskedWithdrawal>>
{
    public async Task<IReadOnlyList<AskedWithdrawal>> Handle(GetAskedWithdrawals query, CancellationToken cancellationToken)
    {
        viewer.RequireConfidentialAdviser();
        var (asked, units) = (await db.WithdrawnOnRequest(cancellationToken), viewer.UnitsActedFor.Keys.ToArray());
        return await db.SignalsOfEveryone
            .Where(signal => asked.Contains(signal.Id) && signal.ReporterId != viewer.PersonId)
            .Where(signal => !signal.Conflicts.Any(conflict => conflict.PersonId == viewer.PersonId))
            .Where(signal => !signal.Holders.Any(holder => units.Contains(holder.UnitId) && db.Units.Any(unit => unit.Id == holder.UnitId && unit.Kind == UnitKind.Line)))
            .OrderByDescending(signal => signal.ClosedOn).ThenBy(signal => signal.Reference)
            .Select(signal => new AskedWithdrawal(
                signal.ClosedOn!.Value,
                signal.Kind,
                db.Units.First(unit => unit.Id == signal.HeldByUnitId).Name,
                db.People.Where(person => person.Id == signal.ReporterId).Select(person => person.Name).FirstOrDefault()))
            .ToListAsync(cancellationToken);
    }
}
