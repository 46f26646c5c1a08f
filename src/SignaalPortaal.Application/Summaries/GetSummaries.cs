using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Domain.Summaries;

namespace SignaalPortaal.Application.Summaries;

/// <summary>Nothing for most people; else what the viewer can write about, what the viewer wrote, and what waits for a reviewer or a second reader.</summary>
public sealed record GetSummaries : IRequest<SummariesView>
{
    /// <summary>Of each list; older ones are not on the page.</summary>
    public const int Most = 50;
}

/// <param name="CanWrite">Themes and quarters of which there are enough signals, the newest first.</param>
/// <param name="Own">What the viewer wrote.</param>
/// <param name="ToJudge">The longest waiting first.</param>
public sealed record SummariesView(IReadOnlyList<SummaryChoice> CanWrite, IReadOnlyList<OwnSummary> Own, IReadOnlyList<SummaryToJudge> ToJudge, bool Writes, bool Judges);

public sealed record SummaryChoice(Quarter Quarter, Theme Theme, int Signals);

/// <param name="IsPublished">Only counts once <paramref name="StopBy"/> is over.</param>
/// <param name="Reason">Why it was sent back; null when it was not.</param>
public sealed record OwnSummary(Guid Id, Quarter Quarter, Theme Theme, SummaryState State, DateOnly? StopBy, bool IsOver, bool IsPublished, string? Reason);

public sealed record SummaryToJudge(Guid Id, Quarter Quarter, Theme Theme, bool AsSecondReader);

internal sealed class GetSummariesHandler(PortalDb db, Viewer viewer, Now now) : IRequestHandler<GetSummaries, SummariesView>
{
    public async Task<SummariesView> Handle(GetSummaries query, CancellationToken cancellationToken)
    {
        var (writes, judges) = (viewer.UnitsActedFor.Count > 0, Summary.IsReader(viewer));
        return new SummariesView(
            writes ? await Choices(cancellationToken) : [], writes ? await Own(cancellationToken) : [], judges ? await ToJudge(cancellationToken) : [], writes, judges);
    }

    private async Task<List<SummaryChoice>> Choices(CancellationToken cancellationToken)
    {
        var groups = await db.SignalsToSummarise(viewer)
            .GroupBy(signal => new { signal.Theme, signal.RaisedOn.Year, Quarter = (signal.RaisedOn.Month + 2) / 3 })
            .Select(group => new { group.Key.Theme, group.Key.Year, group.Key.Quarter, Count = group.Count() })
            .Where(group => group.Count >= Summary.FewestSignals)
            .OrderByDescending(group => group.Year).ThenByDescending(group => group.Quarter).ThenByDescending(group => group.Count)
            .Take(GetSummaries.Most)
            .ToListAsync(cancellationToken);
        return [.. groups.Select(group => new SummaryChoice(new Quarter(group.Year, group.Quarter), group.Theme, group.Count))];
    }

    private async Task<List<OwnSummary>> Own(CancellationToken cancellationToken)
    {
        var summaries = await db.Set<Summary>().AsNoTracking()
            .Where(summary => summary.WrittenById == viewer.PersonId)
            .OrderByDescending(summary => summary.Year).ThenByDescending(summary => summary.QuarterNumber).ThenBy(summary => summary.Id)
            .Take(GetSummaries.Most)
            .Include(summary => summary.Steps.OrderBy(step => step.Seq))
            .ToListAsync(cancellationToken);
        var published = await db.PublishedSummaries(now.Today).Where(summary => summary.WrittenById == viewer.PersonId)
            .Select(summary => summary.Id).ToListAsync(cancellationToken);
        return [.. summaries.Select(summary => new OwnSummary(
            summary.Id, summary.Quarter, summary.Theme, summary.State, summary.StopBy, summary.StopBy < now.Today, published.Contains(summary.Id), summary.Steps[^1].Reason))];
    }

    private async Task<List<SummaryToJudge>> ToJudge(CancellationToken cancellationToken)
    {
        var summaries = await db.SummariesToJudge(viewer).Include(summary => summary.Steps.OrderBy(step => step.Seq)).AsNoTracking()
            .Where(summary => !summary.Steps.Any(step => step.StopBy != null))
            .ToListAsync(cancellationToken);
        return [.. summaries.Where(summary => summary.CanBeJudgedBy(viewer))
            .OrderBy(summary => summary.Steps[^1].OnDay).ThenBy(summary => summary.Id).Take(GetSummaries.Most)
            .Select(summary => new SummaryToJudge(summary.Id, summary.Quarter, summary.Theme, summary.State is SummaryState.ToReadAgain))];
    }
}
