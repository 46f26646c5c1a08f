using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Publications;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Summaries;

/// <summary>What was published, for the union, the works council and HR: the last quarter first. Not of which unit, nor of how many signals.</summary>
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
        return [.. published.Select(summary => new PublishedSummary(new Quarter(summary.Year, summary.QuarterNumber), summary.Theme, summary.Text))];
    }
}
