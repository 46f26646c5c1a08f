using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Pipeline;

namespace SignaalPortaal.Application.Sessions;

/// <summary>Takes away the sessions that have ended by themselves. They open nothing any more in any case.</summary>
internal sealed record ForgetSessions : IRequest, IBeginTransactions;

internal sealed class ForgetSessionsHandler(PortalDb db, Chores chores, TimeProvider clock) : AsyncRequestHandler<ForgetSessions>
{
    protected override async Task Handle(ForgetSessions command, CancellationToken cancellationToken)
    {
        var now = Session.Now(clock);
        var (started, seen) = (now - Session.Longest, now - Session.LongestIdle);
        await chores.InEach(
            nameof(ForgetSessions),
            await db.OrganisationIds(cancellationToken),
            organisation => db.InOrganisation(
                organisation,
                () => db.Sessions.Where(session => session.StartedAt <= started || session.SeenAt <= seen).ExecuteDeleteAsync(cancellationToken),
                cancellationToken),
            cancellationToken);
    }
}
