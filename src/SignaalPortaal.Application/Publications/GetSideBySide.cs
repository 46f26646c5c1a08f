using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Publications;

namespace SignaalPortaal.Application.Publications;

/// <summary>The publications of one quarter of all organisations in which the viewer, by a circle, is a representative too. Nothing is added up.</summary>
/// <param name="Quarter">Null for the last one.</param>
public sealed record GetSideBySide(Quarter? Quarter = null) : IRequest<SideBySide>;

/// <param name="Quarters">In which at least one of them published, the last one first.</param>
/// <param name="Organisations">The own one first.</param>
public sealed record SideBySide(Quarter? Quarter, IReadOnlyList<Quarter> Quarters, IReadOnlyList<OrganisationBeside> Organisations)
{
    public bool IsAlone => Organisations.Count == 1;
}

/// <param name="Published">Null when it did not publish this quarter, or when what is kept is not any more what was published.</param>
public sealed record OrganisationBeside(string Name, PublishedQuarter? Published);

internal sealed class GetSideBySideHandler(PortalDb db, Viewer viewer) : IRequestHandler<GetSideBySide, SideBySide>
{
    public async Task<SideBySide> Handle(GetSideBySide query, CancellationToken cancellationToken)
    {
        viewer.RequireUnionRepresentative();
        var own = await db.Set<Organisation>().Where(organisation => organisation.Id == viewer.OrganisationId)
            .Select(organisation => new
            {
                organisation.Name,
                Quarters = db.Publications.Select(publication => publication.Quarter).ToList(),
            })
            .SingleAsync(cancellationToken);
        var others = await db.Database
            .SqlQuery<Other>($"""
                select organisation_id as "OrganisationId", name as "Name", quarters as "Quarters" from organisations_in_circle({viewer.PersonId}) order by name
                """)
            .ToListAsync(cancellationToken);
        var quarters = own.Quarters.Concat(others.SelectMany(other => other.Quarters)).Distinct().OrderDescending().Select(Quarter.Of).ToList();
        var quarter = query.Quarter is { } asked && quarters.Contains(asked) ? asked : quarters.Count > 0 ? quarters[0] : (Quarter?)null;
        var day = quarter?.FirstDay ?? default;
        var published = await db.Database
            .SqlQuery<Content>($"""
                select organisation_id as "OrganisationId", content as "Text", previous_hash as "PreviousHash", hash as "Hash"
                from publications where organisation_id = {viewer.OrganisationId} and quarter = {day}
                union all
                select organisation_id, content, previous_hash, hash from publications_in_circle({viewer.PersonId}, {day})
                """)
            .ToDictionaryAsync(content => content.OrganisationId, cancellationToken);
        return new SideBySide(
            quarter, quarters,
            [.. others.Select(other => (other.OrganisationId, other.Name)).Prepend((viewer.OrganisationId, own.Name)).Select(one => new OrganisationBeside(
                one.Name,
                published.GetValueOrDefault(one.Item1) is { } content ? Publication.Read(content.Text, content.PreviousHash, content.Hash) : null))]);
    }

    private sealed record Other(Guid OrganisationId, string Name, DateOnly[] Quarters);

    private sealed record Content(Guid OrganisationId, string Text, byte[] PreviousHash, byte[] Hash);
}
