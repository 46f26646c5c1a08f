using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Publications;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Summaries;

/// <summary>What was published, for the union, the works council and HR: the last quarter first. Not of which unit, nor of how many signals; and only
/// of a theme that stands alone in the figures of the quarter: a summary says that there are signals about it.</summary>
public sealed record GetPublishedSummaries : IRequest<IReadOnlyList<PublishedSummary>>
{
    public const int Most = 100;
}

public sealed record PublishedSummary(Quarter Quarter, Theme Theme, string Text);

internal sealed class GetPublishedSummariesHandler(PortalDb db, Viewer viewer, Now now) : IRequestHandler<GetPublishedSummaries, IReadOnlyList<PublishedSummary>>
{
    public async Task<IReadOnlyList<PublishedSummary>> Handle(GetPublishedSummaries query, CancellationToken cancellationToken)
    {
        viewer.RequirePublicationReader();
        var published = await db.PublishedSummaries(now.Today)
            .OrderByDescending(summary => summary.Year).ThenByDescending(summary => summary.QuarterNumber).ThenBy(summary => summary.Theme).ThenBy(summary => summary.Id)
            .Take(GetPublishedSummaries.Most)
            .Select(summary => new
            {
                summary.Year,
                summary.QuarterNumber,
                summary.Theme,
                Text = summary.Steps.Where(step => step.Text != null).OrderByDescending(step => step.Seq).First().Text!,
            })
            .ToListAsync(cancellationToken);
        var quarters = published.Select(summary => new Quarter(summary.Year, summary.QuarterNumber).FirstDay).Distinct().ToList();
        var figures = (await db.Publications.AsNoTracking().Where(publication => quarters.Contains(publication.Quarter)).ToListAsync(cancellationToken))
            .Select(publication => Publication.Read(publication.Content, publication.PreviousHash, publication.Hash)).OfType<PublishedQuarter>()
            .ToDictionary(figure => figure.Quarter);
        return [.. published.Select(summary => new PublishedSummary(new Quarter(summary.Year, summary.QuarterNumber), summary.Theme, summary.Text))
            .Where(summary => figures.GetValueOrDefault(summary.Quarter)?.ShowsAlone(summary.Theme) is true)];
    }
}
