using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Time;

/// <summary>
/// In each organisation: an absence may have begun or ended today, and now the reporter of a signal acts for the unit that has it, or whom it is about.
/// </summary>
internal sealed record LeaveConflicts : IRequest, IBeginTransactions;

internal sealed partial class LeaveConflictsHandler(PortalDb db, IServiceScopeFactory scopes, ILogger<LeaveConflictsHandler> logger) : AsyncRequestHandler<LeaveConflicts>
{
    protected override async Task Handle(LeaveConflicts command, CancellationToken cancellationToken)
    {
        foreach (var organisation in await db.OrganisationIds(cancellationToken))
        {
            try
            {
                await scopes.SendAlone(new LeaveConflictsOf(organisation), cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Moving signals away from who may not handle them failed for an organisation; it is tried again within the hour")]
    private partial void LogFailed(Exception exception);
}

/// <summary>In one organisation.</summary>
internal sealed record LeaveConflictsOf(Guid OrganisationId) : IRequest<int>, IBeginTransactions;

internal sealed class LeaveConflictsOfHandler(PortalDb db, CurrentViewer current, TimeProvider clock) : IRequestHandler<LeaveConflictsOf, int>
{
    public async Task<int> Handle(LeaveConflictsOf command, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginFor(command.OrganisationId, cancellationToken);
        var organisation = await db.Set<Organisation>().AsNoTracking().SingleAsync(organisation => organisation.Id == command.OrganisationId, cancellationToken);
        current.SetTime(organisation, await db.LoadCalendar(cancellationToken));
        var left = await db.LeaveConflicts(current.Now(clock.GetUtcNow()), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return left;
    }
}
