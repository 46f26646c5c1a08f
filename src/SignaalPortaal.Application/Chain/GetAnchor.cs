using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Pipeline;

namespace SignaalPortaal.Application.Chain;

/// <summary>The anchor of an organisation of a day, for everybody; null when there is none.</summary>
public sealed record GetAnchor(Guid OrganisationId, DateOnly Day) : IRequest<PublishedAnchor?>, IBeginTransactions;

internal sealed class GetAnchorHandler(PortalDb db) : IRequestHandler<GetAnchor, PublishedAnchor?>
{
    public async Task<PublishedAnchor?> Handle(GetAnchor query, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginFor(query.OrganisationId, cancellationToken);
        var anchor = await db.Set<Anchor>().AsNoTracking().SingleOrDefaultAsync(anchor => anchor.OnDay == query.Day, cancellationToken);
        return anchor is null
            ? null
            : new PublishedAnchor(anchor.OrganisationId, PublishedAnchor.NameOf(anchor.OnDay), anchor.Nonce, anchor.PreviousRoot, anchor.Root, anchor.Signature);
    }
}
