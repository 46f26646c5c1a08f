using FluentValidation;
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

/// <summary>The signals among which a writer chooses; of a summary that was sent back, those that it is about.</summary>
/// <param name="Quarter">As 2026-Q3.</param>
/// <param name="Rewrites">The summary that was sent back; null for a new one.</param>
public sealed record GetSummaryDraft(string? Quarter, Theme? Theme, Guid? Rewrites) : IRequest<SummaryDraft>
{
    /// <summary>The newest.</summary>
    public const int MostSignals = 100;
}

/// <param name="Text">What was sent back, with the reason; null for a new one.</param>
public sealed record SummaryDraft(Quarter Quarter, Theme Theme, IReadOnlyList<SignalToSummarise> Signals, string? Text, string? Reason);

public sealed record SignalToSummarise(string Reference, string Subject);

/// <summary>What the portal would take out of a text and what it would mark. Nothing is kept.</summary>
public sealed record PreviewSummary(WriteSummary Written) : IRequest<CheckedText>;

/// <summary>Only the text without the names and numbers is kept: what the writer typed is not.</summary>
public sealed record WriteSummary : IRequest<Guid>, IOnce
{
    public string? Quarter { get; init; }
    public Theme? Theme { get; init; }

    /// <summary>The summary that was sent back; null for a new one.</summary>
    public Guid? Rewrites { get; init; }

    /// <summary>References of signals.</summary>
    public IList<string> Chosen { get; init; } = [];

    public string SummaryText { get; init; } = "";
    public Guid FormKey { get; init; }
}

internal sealed class WriteSummaryValidator : AbstractValidator<WriteSummary>
{
    public WriteSummaryValidator()
    {
        RuleFor(write => write.SummaryText).IsText(Summary.TextMaxLength);
        RuleFor(write => write.Chosen).Must(chosen => chosen.Count <= GetSummaryDraft.MostSignals);
    }
}

internal sealed class PreviewSummaryValidator : AbstractValidator<PreviewSummary>
{
    public PreviewSummaryValidator() => RuleFor(preview => preview.Written).SetValidator(new WriteSummaryValidator()).OverridePropertyName("");
}

internal sealed class GetSummaryDraftHandler(PortalDb db, Viewer viewer) : IRequestHandler<GetSummaryDraft, SummaryDraft>
{
    public async Task<SummaryDraft> Handle(GetSummaryDraft query, CancellationToken cancellationToken)
    {
        viewer.RequireSummaryWriter();
        if (query.Rewrites is { } id)
        {
            var summary = await db.Set<Summary>().Where(summary => summary.WrittenById == viewer.PersonId).Find(id, cancellationToken);
            var ids = summary.Signals.Select(one => one.SignalId).ToArray();
            return summary.State is SummaryState.ToRewrite
                ? new SummaryDraft(
                    summary.Quarter, summary.Theme, await Shown(db.Signals.Where(signal => ids.Contains(signal.Id)), cancellationToken), summary.Text, summary.Steps[^1].Reason)
                : throw new SignalNotFoundException();
        }

        var (quarter, theme) = (Quarters.Read(query.Quarter), query.Theme);
        if (quarter is null || theme is null || !Enum.IsDefined(theme.Value))
        {
            throw new SignalNotFoundException();
        }

        var signals = await Shown(db.SignalsToSummarise(viewer, quarter.Value, theme.Value), cancellationToken);
        return signals.Count >= Summary.FewestSignals ? new SummaryDraft(quarter.Value, theme.Value, signals, Text: null, Reason: null) : throw new SignalNotFoundException();
    }

    private async Task<List<SignalToSummarise>> Shown(IQueryable<Signal> signals, CancellationToken cancellationToken)
    {
        var shown = await signals.Include(signal => signal.Content).OrderByDescending(signal => signal.RaisedOn).ThenBy(signal => signal.Reference)
            .Take(GetSummaryDraft.MostSignals).ToListAsync(cancellationToken);
        await db.Open(shown, cancellationToken);
        return [.. shown.Select(signal => new SignalToSummarise(signal.Reference, signal.Content?.Subject ?? ""))];
    }
}

internal sealed class PreviewSummaryHandler(PortalDb db, Viewer viewer) : IRequestHandler<PreviewSummary, CheckedText>
{
    public async Task<CheckedText> Handle(PreviewSummary query, CancellationToken cancellationToken)
    {
        viewer.RequireSummaryWriter();
        return await db.Check(query.Written.SummaryText, await db.ChosenFor(query.Written, viewer, cancellationToken), cancellationToken);
    }
}

internal sealed class WriteSummaryHandler(PortalDb db, Viewer viewer, Now now) : IRequestHandler<WriteSummary, Guid>
{
    public async Task<Guid> Handle(WriteSummary command, CancellationToken cancellationToken)
    {
        viewer.RequireSummaryWriter();
        var chosen = await db.ChosenFor(command, viewer, cancellationToken);
        var text = (await db.Check(command.SummaryText, chosen, cancellationToken)).Text;
        if (command.Rewrites is { } id)
        {
            var written = await db.Set<Summary>().Where(summary => summary.WrittenById == viewer.PersonId).Find(id, cancellationToken);
            written.Rewrite(text, by: viewer, now);
            await db.SaveSummary(cancellationToken);
            return id;
        }

        var signals = await db.Signals.Include(signal => signal.Holders).Include(signal => signal.Conflicts).AsSplitQuery()
            .Where(signal => chosen.Contains(signal.Id)).ToListAsync(cancellationToken);
        var units = signals.SelectMany(signal => signal.Holders).Select(holder => holder.UnitId).Distinct().ToArray();
        var people = await db.PeopleIn(units, cancellationToken);
        var summary = Summary.Write(
            Quarters.Read(command.Quarter)!.Value, command.Theme!.Value, text, signals, smallestUnit: units.Min(unit => (int?)people.GetValueOrDefault(unit)) ?? 0, by: viewer, now);
        db.Add(summary);
        await db.SaveSummary(cancellationToken);
        return summary.Id;
    }
}

internal static class ChosenSignals
{
    extension(PortalDb db)
    {
        /// <summary>The ids of what was chosen, as far as the viewer may write about it.</summary>
        public async Task<List<Guid>> ChosenFor(WriteSummary written, Viewer viewer, CancellationToken cancellationToken)
        {
            if (written.Rewrites is { } id)
            {
                return [.. (await db.Set<Summary>().Where(summary => summary.WrittenById == viewer.PersonId).Find(id, cancellationToken)).Signals.Select(one => one.SignalId)];
            }

            if (Quarters.Read(written.Quarter) is not { } quarter || written.Theme is not { } theme)
            {
                throw new SignalNotFoundException();
            }

            var references = written.Chosen.Select(Reference.Parse).OfType<string>().Distinct().ToArray();
            var chosen = await db.SignalsToSummarise(viewer, quarter, theme).Where(signal => references.Contains(signal.Reference))
                .Select(signal => signal.Id).ToListAsync(cancellationToken);
            return chosen.Count >= Summary.FewestSignals ? chosen : throw new BrokenRuleException(SummaryRule.ASummaryIsOfAtLeastFiveSignals);
        }
    }
}

internal static class Quarters
{
    /// <summary>As <see cref="Quarter.ToString"/> writes it; null when it is none.</summary>
    public static Quarter? Read(string? text) =>
        text is [_, _, _, _, '-', 'Q', >= '1' and <= '4' and var number] && int.TryParse(text.AsSpan(0, 4), System.Globalization.NumberStyles.None, null, out var year) && year > 0
            ? new Quarter(year, number - '0')
            : null;
}
