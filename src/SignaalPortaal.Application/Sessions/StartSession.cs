using MediatR;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Pipeline;

namespace SignaalPortaal.Application.Sessions;

/// <summary>Begins a session of somebody who has just shown who that is. The answer is its key, which is kept nowhere else.</summary>
public sealed record StartSession(Guid OrganisationId, Guid PersonId) : IRequest<string>, IBeginTransactions;

internal sealed class StartSessionHandler(PortalDb db, TimeProvider clock) : IRequestHandler<StartSession, string>
{
    public async Task<string> Handle(StartSession command, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginFor(command.OrganisationId, cancellationToken);
        var (key, now) = (Session.NewKey(), Session.Round(Session.Now(clock)));
        db.Add(new Session
        {
            OrganisationId = command.OrganisationId,
            KeyHash = Session.Hash(key),
            PersonId = command.PersonId,
            StartedAt = now,
            SeenAt = now,
        });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return key;
    }
}
