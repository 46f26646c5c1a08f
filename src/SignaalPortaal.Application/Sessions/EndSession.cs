using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Sessions;

/// <summary>Ends a session, if it is there: whoever has kept the cookie has nothing any more.</summary>
public sealed record EndSession(Guid OrganisationId, string Key) : IRequest;

internal sealed class EndSessionHandler(PortalDb db, CurrentViewer current) : AsyncRequestHandler<EndSession>
{
    protected override async Task Handle(EndSession command, CancellationToken cancellationToken)
    {
        current.Viewer = Viewer.Nobody with { OrganisationId = command.OrganisationId };
        var hash = Session.Hash(command.Key);
        await db.Sessions.Where(session => session.KeyHash == hash).ExecuteDeleteAsync(cancellationToken);
    }
}
