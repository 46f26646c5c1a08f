using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Domain.Summaries;

namespace SignaalPortaal.Application.Summaries;

/// <summary>The summary that the own signal is in, for its reporter; null when there is none that was approved.</summary>
public sealed record GetSummaryOfMySignal(string Reference) : IRequest<MySummary?>;

/// <param name="StopBy">The last day on which the viewer can stop it.</param>
/// <param name="HasStopped">The viewer did. Nobody else learns who.</param>
public sealed record MySummary(string Reference, Quarter Quarter, Theme Theme, string Text, DateOnly StopBy, bool IsOver, bool HasStopped, bool IsPublished)
{
    public bool CanStop => !IsOver && !HasStopped;
}

/// <summary>The reporter does not want it to be published, and needs no reason.</summary>
public sealed record StopSummary : IRequest, IOnce
{
    public string Reference { get; init; } = "";
    public Guid FormKey { get; init; }
}

internal sealed class GetSummaryOfMySignalHandler(PortalDb db, Viewer viewer, Now now) : IRequestHandler<GetSummaryOfMySignal, MySummary?>
{
    public async Task<MySummary?> Handle(GetSummaryOfMySignal query, CancellationToken cancellationToken)
    {
        var signal = await db.FindOwn(query.Reference, viewer, cancellationToken);
        var found = await db.Set<Summary>().AsNoTracking()
            .Where(summary => summary.Signals.Any(one => one.SignalId == signal.Id) && summary.Steps.Any(step => step.StopBy != null))
            .Select(summary => new
            {
                summary.Id,
                summary.Year,
                summary.QuarterNumber,
                summary.Theme,
                Text = summary.Steps.Where(step => step.Text != null).OrderByDescending(step => step.Seq).First().Text!,
                StopBy = summary.Steps.Max(step => step.StopBy)!.Value,
                HasStopped = db.Set<SummaryStop>().Any(stop => stop.SummaryId == summary.Id && stop.SignalId == signal.Id),
            })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null
            ? null
            : new MySummary(
                signal.Reference, new Quarter(found.Year, found.QuarterNumber), found.Theme, found.Text, found.StopBy, IsOver: found.StopBy < now.Today, found.HasStopped,
                IsPublished: await db.PublishedSummaries(now.Today).AnyAsync(published => published.Id == found.Id, cancellationToken));
    }
}

internal sealed class StopSummaryHandler(PortalDb db, Viewer viewer, Now now) : AsyncRequestHandler<StopSummary>
{
    protected override async Task Handle(StopSummary command, CancellationToken cancellationToken)
    {
        var signal = await db.FindOwn(command.Reference, viewer, cancellationToken);
        var summary = await db.Set<Summary>()
            .Where(summary => summary.Signals.Any(one => one.SignalId == signal.Id) && summary.Steps.Any(step => step.StopBy >= now.Today))
            .Select(summary => (Guid?)summary.Id)
            .SingleOrDefaultAsync(cancellationToken) ?? throw new BrokenRuleException(SummaryRule.TheDaysToStopItAreOver);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into summary_stops (organisation_id, summary_id, signal_id) values ({viewer.OrganisationId}, {summary}, {signal.Id})
            on conflict do nothing
            """,
            cancellationToken);
    }
}

internal static class OwnSignals
{
    extension(PortalDb db)
    {
        /// <exception cref="SignalNotFoundException">It is not the viewer's own.</exception>
        public async Task<Signal> FindOwn(string reference, Viewer viewer, CancellationToken cancellationToken)
        {
            var wanted = Reference.Parse(reference);
            var signal = await db.Signals.AsNoTracking().SingleOrDefaultAsync(signal => signal.Reference == wanted, cancellationToken);
            return signal?.IsReportedBy(viewer) is true ? signal : throw new SignalNotFoundException();
        }
    }
}
