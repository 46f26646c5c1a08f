using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Messages;
using SignaalPortaal.Application.Protection;

namespace SignaalPortaal.Application.Data;

/// <summary>Migrates as the owner of the tables, which the running portal is not.</summary>
internal sealed class Migrator(string ownerConnection, OrganisationKeys organisationKeys)
{
    public async Task Migrate(CancellationToken cancellationToken)
    {
        await using var db = new PortalDb(new DbContextOptionsBuilder<PortalDb>().UseNpgsql(ownerConnection).Options, new CurrentViewer(), TimeProvider.System, MailSettings.Off, organisationKeys);
        await db.Migrate(cancellationToken);
    }
}
