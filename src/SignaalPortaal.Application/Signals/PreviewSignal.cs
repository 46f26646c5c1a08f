using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;

namespace SignaalPortaal.Application.Signals;

/// <summary>What would happen if this signal were sent now: who gets it and by when. Nothing is kept.</summary>
/// <param name="Input">Named as the form field is, so that messages come back beside the right one.</param>
public sealed record PreviewSignal(SubmitSignal Input) : IRequest<SignalPreview>;

/// <param name="ForUnitName">Null when no other unit was picked.</param>
public sealed record SignalPreview(UnitView Holder, DateOnly AcknowledgeBy, DateOnly AnswerBy, string? ForUnitName);

internal sealed class PreviewSignalValidator : AbstractValidator<PreviewSignal>
{
    public PreviewSignalValidator() => RuleFor(preview => preview.Input).SetValidator(new SubmitSignalValidator());
}

internal sealed class PreviewSignalHandler(PortalDb db, IMediator mediator) : IRequestHandler<PreviewSignal, SignalPreview>
{
    public async Task<SignalPreview> Handle(PreviewSignal query, CancellationToken cancellationToken)
    {
        // The real act in a transaction that is never committed: the preview cannot promise what the act would not do.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // But without the files: moving them costs much, and changes nothing of who gets it and by when.
        var reference = await mediator.Send(query.Input with { UploadKey = "" }, cancellationToken);
        var signal = db.ChangeTracker.Entries<Domain.Signals.Signal>().Single(entry => entry.Entity.Reference == reference).Entity;

        var holder = (await db.NamesFor(signal, cancellationToken)).Unit(signal.HeldByUnitId);
        var forUnit = await db.Units.Where(unit => unit.Id == query.Input.ForUnit).Select(unit => unit.Name).SingleOrDefaultAsync(cancellationToken);
        return new SignalPreview(holder, signal.DueOn!.Value, signal.AnswerBy, forUnit);
    }
}
