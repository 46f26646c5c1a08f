using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Chain;

/// <summary>The anchor of an organisation of a day, for everybody; null when there is none.</summary>
public sealed record GetAnchor(Guid OrganisationId, DateOnly Day) : IRequest<PublishedAnchor?>;

internal sealed class GetAnchorHandler(PortalDb db, CurrentViewer current) : IRequestHandler<GetAnchor, PublishedAnchor?>
{
    public async Task<PublishedAnchor?> Handle(GetAnchor query, CancellationToken cancellationToken)
    {
        current.Viewer = Viewer.Nobody with { OrganisationId = query.OrganisationId };
        var anchor = await db.Set<Anchor>().AsNoTracking().SingleOrDefaultAsync(anchor => anchor.OnDay == query.Day, cancellationToken);
        return anchor is null
            ? null
            : new PublishedAnchor(anchor.OrganisationId, PublishedAnchor.NameOf(anchor.OnDay), anchor.Nonce, anchor.PreviousRoot, anchor.Root, anchor.Signature);
    }
}
