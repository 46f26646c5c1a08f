using FluentValidation;
using MediatR;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Domain.Summaries;

namespace SignaalPortaal.Application.Summaries;

/// <summary>A summary that waits for the viewer, as reviewer or as second reader. It shows nothing of the signals.</summary>
/// <param name="Text">As the reviewer changed it; null for as it is.</param>
public sealed record GetSummaryToReview(Guid Summary, string? Text) : IRequest<SummaryToReview>;

/// <param name="Checked">With the marks that are to be ticked.</param>
public sealed record SummaryToReview(Guid Id, Quarter Quarter, Theme Theme, CheckedText Checked, bool AsSecondReader);

/// <summary>It points at nobody. The reviewer may change it and ticks each mark; the second reader changes nothing.</summary>
public sealed record ReviewSummary : IRequest, IOnce
{
    public Guid Summary { get; init; }
    public string? ReviewedText { get; init; }

    /// <summary>See <see cref="TextMark.Key"/>.</summary>
    public IReadOnlyList<string> Ticked { get; init; } = [];

    public Guid FormKey { get; init; }
}

/// <summary>Back to the writer.</summary>
public sealed record SendBackSummary : IRequest, IOnce
{
    public Guid Summary { get; init; }
    public string BackReason { get; init; } = "";
    public Guid FormKey { get; init; }
}

internal sealed class ReviewSummaryValidator : AbstractValidator<ReviewSummary>
{
    public ReviewSummaryValidator() => RuleFor(review => review.ReviewedText).MaximumLength(Domain.Summaries.Summary.TextMaxLength);
}

internal sealed class SendBackSummaryValidator : AbstractValidator<SendBackSummary>
{
    public SendBackSummaryValidator() => RuleFor(back => back.BackReason).IsText(Words.ShortMaxLength);
}

internal sealed class GetSummaryToReviewHandler(PortalDb db, Viewer viewer) : IRequestHandler<GetSummaryToReview, SummaryToReview>
{
    public async Task<SummaryToReview> Handle(GetSummaryToReview query, CancellationToken cancellationToken)
    {
        viewer.RequireSummaryReader();
        var summary = await db.SummariesToJudge(viewer).Find(query.Summary, cancellationToken);
        if (!summary.CanBeJudgedBy(viewer))
        {
            throw new SignalNotFoundException();
        }

        var isSecond = summary.State is SummaryState.ToReadAgain;
        var text = isSecond || Words.IsBlank(query.Text) ? summary.Text : query.Text;
        return new SummaryToReview(
            summary.Id, summary.Quarter, summary.Theme, await db.Check(text, [.. summary.Signals.Select(one => one.SignalId)], cancellationToken), isSecond);
    }
}

internal sealed class ReviewSummaryHandler(PortalDb db, Viewer viewer, Now now) : AsyncRequestHandler<ReviewSummary>
{
    protected override async Task Handle(ReviewSummary command, CancellationToken cancellationToken)
    {
        viewer.RequireSummaryReader();
        var summary = await db.SummariesToJudge(viewer).Find(command.Summary, cancellationToken);
        var signals = await db.SignalsOf(summary, cancellationToken);
        string? text = null;
        if (summary.State is SummaryState.ToReview)
        {
            var read = await db.Check(command.ReviewedText ?? "", [.. signals.Select(signal => signal.Id)], cancellationToken);
            text = read.HasAllTicks(command.Ticked) ? read.Text : throw new BrokenRuleException(SummaryRule.EveryMarkIsTicked);
        }

        summary.Approve(text, signals, by: viewer, now);
        await db.SaveSummary(cancellationToken);
    }
}

internal sealed class SendBackSummaryHandler(PortalDb db, Viewer viewer, Now now) : AsyncRequestHandler<SendBackSummary>
{
    protected override async Task Handle(SendBackSummary command, CancellationToken cancellationToken)
    {
        viewer.RequireSummaryReader();
        var summary = await db.SummariesToJudge(viewer).Find(command.Summary, cancellationToken);
        summary.SendBack(command.BackReason, by: viewer, now);
        await db.SaveSummary(cancellationToken);
    }
}
