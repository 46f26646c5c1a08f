using Microsoft.EntityFrameworkCore;
using Npgsql;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Domain.Summaries;

namespace SignaalPortaal.Application.Summaries;

internal static class SummaryQueries
{
    private static readonly SignalKind[] DeskKinds = [.. Enum.GetValues<SignalKind>().Where(kind => kind.GoesToTheDesk)];

    extension(PortalDb db)
    {
        /// <summary>What <see cref="Signal.CanBeSummarisedBy"/> says, as a query, without those that are in a summary already.</summary>
        public IQueryable<Signal> SignalsToSummarise(Viewer viewer)
        {
            var units = viewer.UnitsActedFor.Keys.ToArray();
            return db.Signals.Where(signal =>
                signal.Theme != Theme.NotGiven && signal.HiddenUntil == null && signal.ErasedOn == null && signal.ClosedBecause != Closing.Withdrawn && !DeskKinds.Contains(signal.Kind)
                && signal.ReporterId != viewer.PersonId
                && signal.Holders.Any(holder => units.Contains(holder.UnitId))
                && !db.Set<SummarySignal>().Any(one => one.SignalId == signal.Id));
        }

        public IQueryable<Signal> SignalsToSummarise(Viewer viewer, Quarter quarter, Theme theme)
        {
            var (first, last) = (quarter.FirstDay, quarter.LastDay);
            return db.SignalsToSummarise(viewer).Where(signal => signal.Theme == theme && signal.RaisedOn >= first && signal.RaisedOn <= last);
        }

        /// <summary>Those that a person without a part in one of their signals reads as HR or confidential adviser.</summary>
        public IQueryable<Summary> SummariesToJudge(Viewer viewer) => db.Set<Summary>()
            .Where(summary => summary.WrittenById != viewer.PersonId
                && !db.Set<SignalConflict>().Any(conflict => conflict.PersonId == viewer.PersonId && summary.Signals.Any(one => one.SignalId == conflict.SignalId))
                && !db.SignalsOfEveryone.Any(signal => signal.ReporterId == viewer.PersonId && summary.Signals.Any(one => one.SignalId == signal.Id)));

        /// <summary>
        /// The days to stop it are over, and until the last of them no reporter stopped it, took a signal back or had one destroyed. What is destroyed
        /// later changes nothing: a summary is a text of its own.
        /// </summary>
        public IQueryable<Summary> PublishedSummaries(DateOnly today) => db.Set<Summary>()
            .Where(summary => summary.Steps.Any(step => step.StopBy < today
                && !summary.Signals.Any(one => db.SignalsOfEveryone.Any(signal => signal.Id == one.SignalId
                    && (signal.ErasedOn <= step.StopBy || (signal.ClosedBecause == Closing.Withdrawn && signal.ClosedOn <= step.StopBy)))))
                && !db.Set<SummaryStop>().Any(stop => stop.SummaryId == summary.Id));

        /// <summary>All that the summary is about, without words.</summary>
        public async Task<List<Signal>> SignalsOf(Summary summary, CancellationToken cancellationToken)
        {
            var ids = summary.Signals.Select(one => one.SignalId).ToArray();
            var signals = await db.SignalsOfEveryone.Where(signal => ids.Contains(signal.Id)).ToListAsync(cancellationToken);
            await db.LoadAllButWords(signals, cancellationToken);
            return signals;
        }

        public async Task SaveSummary(CancellationToken cancellationToken)
        {
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException exception) when (exception.InnerException is PostgresException { ConstraintName: "summary_steps_pkey" })
            {
                throw new BrokenRuleException(SummaryRule.SomebodyElseJudgedItFirst);
            }
            catch (DbUpdateException exception) when (exception.InnerException is PostgresException { ConstraintName: "a_signal_is_in_one_summary" })
            {
                throw new BrokenRuleException(SummaryRule.ASignalIsInOneSummary);
            }
        }
    }

    extension(IQueryable<Summary> summaries)
    {
        /// <exception cref="SignalNotFoundException">There is none, for this viewer.</exception>
        public async Task<Summary> Find(Guid id, CancellationToken cancellationToken) =>
            await summaries.Include(summary => summary.Signals).Include(summary => summary.Steps.OrderBy(step => step.Seq)).AsSplitQuery()
                .SingleOrDefaultAsync(summary => summary.Id == id, cancellationToken)
            ?? throw new SignalNotFoundException();
    }

    /// <summary>For anybody else this does not exist.</summary>
    public static void RequireSummaryWriter(this Viewer viewer) => Require(viewer.UnitsActedFor.Count > 0);

    public static void RequireSummaryReader(this Viewer viewer) => Require(Summary.IsReader(viewer));

    private static void Require(bool may)
    {
        if (!may)
        {
            throw new SignalNotFoundException();
        }
    }
}
