using MediatR;
using Microsoft.EntityFrameworkCore;

namespace SignaalPortaal.Application.Data;

/// <summary>Whether the database answers, and takes what is written: one that only follows another does not.</summary>
public sealed record AskDatabase : IRequest<bool>;

internal sealed class AskDatabaseHandler(PortalDb db) : IRequestHandler<AskDatabase, bool>
{
    public Task<bool> Handle(AskDatabase query, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<bool>($"select not pg_is_in_recovery() as \"Value\"").SingleAsync(cancellationToken);
}
