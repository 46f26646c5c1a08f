using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Messages;

namespace SignaalPortaal.Application.Data;

/// <summary>Migrates as the owner of the tables, which the running portal is not.</summary>
internal sealed class Migrator(string ownerConnection)
{
    public async Task Migrate(CancellationToken cancellationToken)
    {
        await using var db = new PortalDb(new DbContextOptionsBuilder<PortalDb>().UseNpgsql(ownerConnection).Options, new CurrentViewer(), TimeProvider.System, MailSettings.Off);
        await db.Migrate(cancellationToken);
    }
}
