using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Pipeline;

namespace SignaalPortaal.Application.Sessions;

/// <summary>Ends a session, if it is there: whoever has kept the cookie has nothing any more.</summary>
public sealed record EndSession(Guid OrganisationId, string Key) : IRequest, IBeginTransactions;

internal sealed class EndSessionHandler(PortalDb db) : AsyncRequestHandler<EndSession>
{
    protected override async Task Handle(EndSession command, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginFor(command.OrganisationId, cancellationToken);
        var hash = Session.Hash(command.Key);
        await db.Sessions.Where(session => session.KeyHash == hash).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
