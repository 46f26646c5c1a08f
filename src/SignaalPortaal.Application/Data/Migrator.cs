using Microsoft.EntityFrameworkCore;

namespace SignaalPortaal.Application.Data;

/// <summary>Migrates as the owner of the tables, which the running portal is not.</summary>
internal sealed class Migrator(string ownerConnection)
{
    public async Task Migrate(CancellationToken cancellationToken)
    {
        await using var db = new PortalDb(new DbContextOptionsBuilder<PortalDb>().UseNpgsql(ownerConnection).Options, new CurrentViewer());
        await db.Migrate(cancellationToken);
    }
}
