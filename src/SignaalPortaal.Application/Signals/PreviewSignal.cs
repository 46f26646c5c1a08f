using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Hints;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Application.Protection;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Signals;

/// <summary>What would happen if this signal were sent now: who gets it and by when. Nothing is kept.</summary>
/// <param name="Input">Named as the form field is, so that messages come back beside the right one.</param>
public sealed record PreviewSignal(SubmitSignal Input) : IRequest<SignalPreview>, IBeginTransactions;

/// <param name="ForUnitName">Null when no other unit was picked.</param>
/// <param name="Hints">By which of the words that were typed somebody can be recognised.</param>
/// <param name="HiddenUntil">When the holder gets to see it, in UTC; null for at once.</param>
/// <param name="Next">Where it goes when the holder stays silent; null when there is nowhere.</param>
/// <param name="AsksWhen">The reporter chooses when the holder gets to see it.</param>
public sealed record SignalPreview(
    UnitView Holder, UnitView? Next, DateOnly AcknowledgeBy, DateOnly AnswerBy, string? ForUnitName, DateTimeOffset? HiddenUntil, bool AsksWhen, IReadOnlyList<Hint> Hints);

internal sealed class PreviewSignalValidator : AbstractValidator<PreviewSignal>
{
    public PreviewSignalValidator() => RuleFor(preview => preview.Input).SetValidator(new SubmitSignalValidator());
}

internal sealed class PreviewSignalHandler(PortalDb db, IMediator mediator, DisclosureSettings settings) : IRequestHandler<PreviewSignal, SignalPreview>
{
    public async Task<SignalPreview> Handle(PreviewSignal query, CancellationToken cancellationToken)
    {
        // Before the transaction, which holds locks.
        var hints = await mediator.Send(new FindIdentifyingWords(TypedTexts.Of(query.Input)), cancellationToken);

        // The real act in a transaction that is never committed: the preview cannot promise what the act would not do.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // But without the files: moving them costs much, and changes nothing of who gets it and by when.
        var input = query.Input with { UploadKey = "", ReceiptKey = ReceiptCode.NewKey() };
        var submission = await mediator.Send(input, cancellationToken);
        var signal = db.ChangeTracker.Entries<Signal>().Single(entry => entry.Entity.Reference == submission.Reference).Entity;

        var names = await db.NamesFor(signal, cancellationToken);
        var next = signal.NextUnits(names.LineOf(signal.HeldByUnitId)).Select(unit => names.Unit(unit.UnitId)).FirstOrDefault();
        var asksWhen = signal.Disclosure is not Disclosure.Named && !settings.ShowsAtOnce && Shelter.AsksWhen(signal.Kind, signal.Risk);
        var forUnit = await db.Units.Where(unit => unit.Id == query.Input.ForUnit).Select(unit => unit.Name).SingleOrDefaultAsync(cancellationToken);
        return new SignalPreview(
            names.Unit(signal.HeldByUnitId), next, signal.DueOn!.Value, signal.AnswerBy, forUnit, signal.HiddenUntil, asksWhen, hints);
    }
}
