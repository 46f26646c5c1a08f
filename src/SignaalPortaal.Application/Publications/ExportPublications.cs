using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Publications;

namespace SignaalPortaal.Application.Publications;

/// <summary>
/// All that an organisation ever published, in the shape in which somebody else can judge it: a line of JSON for each organisation. From what was published,
/// and from nothing that it was made of. On the command line only.
/// </summary>
/// <param name="Organisation">Its name; null for all of them.</param>
public sealed record ExportPublications(string? Organisation) : IRequest<IReadOnlyList<string>>, IBeginTransactions;

internal sealed class ExportPublicationsHandler(PortalDb db) : IRequestHandler<ExportPublications, IReadOnlyList<string>>
{
    public async Task<IReadOnlyList<string>> Handle(ExportPublications query, CancellationToken cancellationToken)
    {
        var organisations = await db.Set<Organisation>().Where(organisation => query.Organisation == null || organisation.Name == query.Organisation)
            .OrderBy(organisation => organisation.Name).Select(organisation => organisation.Id).ToListAsync(cancellationToken);
        var lines = new List<string>();
        foreach (var organisation in organisations)
        {
            await using var transaction = await db.BeginFor(organisation, cancellationToken);
            var kept = await db.Publications.AsNoTracking().OrderBy(publication => publication.Quarter).ToListAsync(cancellationToken);
            lines.Add(JsonSerializer.Serialize(PublicationExport.Of(kept.Select(publication => publication.Published))));
        }

        return lines;
    }
}
