using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Time;

/// <summary>The organisations that have a signal of which the day has come for the portal to act.</summary>
internal sealed record GetOrganisationsWithWork : IRequest<IReadOnlyList<Guid>>;

internal sealed class GetOrganisationsWithWorkHandler(PortalDb db) : IRequestHandler<GetOrganisationsWithWork, IReadOnlyList<Guid>>
{
    public async Task<IReadOnlyList<Guid>> Handle(GetOrganisationsWithWork query, CancellationToken cancellationToken)
    {
        return await db.Database.SqlQuery<Guid>($"select organisations_with_due_signals({db.Today})").ToListAsync(cancellationToken);
    }
}

/// <summary>
/// Lets time pass for some of the signals of an organisation, in one transaction with the messages about it. Any number of nodes can do this at the
/// same moment: what one has claimed, another passes over.
/// </summary>
/// <param name="Most">How many at once. When one of them fails, none of them is changed.</param>
/// <param name="Except">Those that failed before.</param>
internal sealed record PassTime(Guid OrganisationId, int Most, IReadOnlyCollection<Guid> Except) : IRequest<TimePassed>, IBeginTransactions;

/// <param name="Claimed">How many were claimed; fewer than asked means that there is no more to do.</param>
/// <param name="Failed">The only one that was claimed, when that failed. Nothing of it has changed.</param>
/// <param name="Problem">Why; also when several were claimed and it is not known which one failed.</param>
internal sealed record TimePassed(int Claimed, Guid? Failed = null, Exception? Problem = null);

internal sealed class PassTimeHandler(PortalDb db, CurrentViewer current, TimeProvider clock) : IRequestHandler<PassTime, TimePassed>
{
    public async Task<TimePassed> Handle(PassTime command, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginFor(command.OrganisationId, cancellationToken);
        var organisation = await db.Set<Organisation>().AsNoTracking().SingleAsync(organisation => organisation.Id == command.OrganisationId, cancellationToken);
        current.SetTime(organisation, await db.LoadCalendar(cancellationToken));
        var signals = await db.ClaimDue(command.Most, command.Except, cancellationToken);
        if (signals.Count == 0)
        {
            return new TimePassed(0);
        }

        try
        {
            await db.LoadAllButWords(signals, cancellationToken);
            var lines = await db.LinesOf([.. signals.Select(signal => signal.HeldByUnitId).Distinct()], cancellationToken);
            var now = current.Now(clock.GetUtcNow());
            var hidden = signals.Where(signal => signal.HiddenUntil is not null).ToList();

            var reminded = signals.Where(signal => signal.PassTime(lines[signal.HeldByUnitId], now)).ToList();
            await db.SaveChangesAsync(cancellationToken);
            await db.TellWhatWasHidden(hidden, cancellationToken);
            await db.Remind(reminded, cancellationToken);

            await transaction.CommitAsync(cancellationToken);
            return new TimePassed(signals.Count);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            return new TimePassed(signals.Count, signals is [var only] ? only.Id : null, problem);
        }
    }
}
