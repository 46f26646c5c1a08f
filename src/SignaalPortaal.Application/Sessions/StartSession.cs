using MediatR;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Sessions;

/// <summary>Begins a session of somebody who has just shown who that is. The answer is its key, which is kept nowhere else.</summary>
public sealed record StartSession(Guid OrganisationId, Guid PersonId) : IRequest<string>;

internal sealed class StartSessionHandler(PortalDb db, CurrentViewer current, TimeProvider clock) : IRequestHandler<StartSession, string>
{
    public async Task<string> Handle(StartSession command, CancellationToken cancellationToken)
    {
        current.Viewer = Viewer.Nobody with { OrganisationId = command.OrganisationId };
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
        return key;
    }
}
