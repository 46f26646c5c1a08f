using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Publications;

namespace SignaalPortaal.Application.Publications;

/// <summary>What the own organisation published of a quarter, with the quarters before it, its year, and how careful it is. Never a text of a signal.</summary>
/// <param name="Quarter">Null for the last one.</param>
public sealed record GetPublications(Quarter? Quarter = null) : IRequest<PublicationsView>;

/// <param name="Quarter">Null as long as nothing was published.</param>
/// <param name="Quarters">All that were published, the last one first.</param>
/// <param name="Published">Null also when what is kept is not any more what was published; then <paramref name="IsBent"/>.</param>
/// <param name="Earlier">The quarters before it that were published, the first one first; at most seven.</param>
/// <param name="Year">The four quarters of its year; empty as long as not all of them were published.</param>
/// <param name="Rules">As they are now.</param>
/// <param name="CanStandSideBySide">Who represents a union may do so in other organisations too.</param>
public sealed record PublicationsView(
    Quarter? Quarter, IReadOnlyList<Quarter> Quarters, PublishedQuarter? Published, DateOnly? MadeOn, byte[]? Hash, bool IsBent,
    IReadOnlyList<PublishedQuarter> Earlier, IReadOnlyList<PublishedQuarter> Year,
    PublicationRules Rules, IReadOnlyList<RuleChangeView> Changes, IReadOnlyList<RefusalView> Refusals, bool CanStandSideBySide);

/// <summary>One publication as a file, from what is kept.</summary>
public sealed record GetPublicationFile(Quarter Quarter) : IRequest<PublicationFile>;

/// <param name="Content">JSON, byte for byte as it was hashed after <paramref name="PreviousHash"/>.</param>
public sealed record PublicationFile(string Organisation, PublishedQuarter Published, DateOnly MadeOn, string Content, byte[] PreviousHash, byte[] Hash);

internal sealed class GetPublicationsHandler(PortalDb db, Viewer viewer) : IRequestHandler<GetPublications, PublicationsView>
{
    /// <summary>Two years in all.</summary>
    private const int MostEarlier = 7;

    public async Task<PublicationsView> Handle(GetPublications query, CancellationToken cancellationToken)
    {
        viewer.RequirePublicationReader();
        var all = await db.Publications.OrderByDescending(publication => publication.Quarter)
            .Select(publication => new { publication.Quarter, publication.Hash }).ToListAsync(cancellationToken);
        var quarters = all.Select(publication => Quarter.Of(publication.Quarter)).ToList();
        if (query.Quarter is { } asked && !quarters.Contains(asked))
        {
            throw new SignalNotFoundException();
        }

        var quarter = query.Quarter ?? (quarters.Count > 0 ? quarters[0] : null as Quarter?);
        List<Quarter> year = quarter is { } chosen ? [.. Enumerable.Range(1, 4).Select(number => new Quarter(chosen.Year, number))] : [];
        var earlier = quarters.Where(one => quarter is { } last && one.FirstDay < last.FirstDay).Take(MostEarlier).Reverse().ToList();
        var wanted = earlier.Concat(year.Where(quarters.Contains)).Select(one => one.FirstDay).Distinct().ToList();
        var kept = await db.Publications.AsNoTracking().Where(publication => wanted.Contains(publication.Quarter)).ToListAsync(cancellationToken);
        var previous = all.Select((publication, index) => (publication.Quarter, Previous: index + 1 < all.Count ? all[index + 1].Hash : Publication.FirstHash(viewer.OrganisationId)))
            .ToDictionary(publication => publication.Quarter, publication => publication.Previous);

        // What is not on the one before it any more was changed too.
        var read = kept.Where(publication => publication.PreviousHash.AsSpan().SequenceEqual(previous[publication.Quarter]))
            .Select(publication => Publication.Read(publication.Content, publication.PreviousHash, publication.Hash)).OfType<PublishedQuarter>()
            .ToDictionary(published => published.Quarter);
        var published = quarter is { } shown ? read.GetValueOrDefault(shown) : null;
        var row = kept.SingleOrDefault(publication => publication.Quarter == quarter?.FirstDay);
        var changes = await db.RuleChanges(cancellationToken);
        return new PublicationsView(
            quarter, quarters, published, row?.MadeOn, row?.Hash, IsBent: quarter is not null && published is null,
            [.. earlier.Where(read.ContainsKey).Select(one => read[one])],
            year.All(read.ContainsKey) ? [.. year.Select(one => read[one])] : [],
            changes is [var last, ..] ? last.Rules : new PublicationRules(), changes, await db.Refusals(cancellationToken),
            CanStandSideBySide: viewer.Roles.HasFlag(Roles.UnionRepresentative));
    }
}

internal sealed class GetPublicationFileHandler(PortalDb db, Viewer viewer) : IRequestHandler<GetPublicationFile, PublicationFile>
{
    public async Task<PublicationFile> Handle(GetPublicationFile query, CancellationToken cancellationToken)
    {
        viewer.RequirePublicationReader();
        var day = query.Quarter.FirstDay;
        var kept = await db.Publications.AsNoTracking().SingleOrDefaultAsync(publication => publication.Quarter == day, cancellationToken);
        var published = kept is null ? null : Publication.Read(kept.Content, kept.PreviousHash, kept.Hash);
        if (published is null)
        {
            throw new SignalNotFoundException();
        }

        var name = await db.Set<Organisation>().Where(organisation => organisation.Id == viewer.OrganisationId).Select(organisation => organisation.Name).SingleAsync(cancellationToken);
        return new PublicationFile(name, published, kept!.MadeOn, kept.Content, kept.PreviousHash, kept.Hash);
    }
}
