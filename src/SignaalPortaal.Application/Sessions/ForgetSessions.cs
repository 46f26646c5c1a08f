using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Sessions;

/// <summary>Takes away the sessions that have ended by themselves. They open nothing any more in any case.</summary>
internal sealed record ForgetSessions : IRequest;

internal sealed class ForgetSessionsHandler(PortalDb db, CurrentViewer current, TimeProvider clock) : AsyncRequestHandler<ForgetSessions>
{
    protected override async Task Handle(ForgetSessions command, CancellationToken cancellationToken)
    {
        var now = Session.Now(clock);
        var (started, seen) = (now - Session.Longest, now - Session.LongestIdle);
        foreach (var organisation in await db.Set<Organisation>().Select(organisation => organisation.Id).ToListAsync(cancellationToken))
        {
            current.Viewer = Viewer.Nobody with { OrganisationId = organisation };
            await db.Sessions.Where(session => session.StartedAt <= started || session.SeenAt <= seen).ExecuteDeleteAsync(cancellationToken);
        }
    }
}
