using FluentValidation;
using MediatR;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Hints;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Voice;

/// <summary>What they would read if this were given now. Nothing is kept.</summary>
/// <param name="Input">Named as the form field is, so that messages come back beside the right one.</param>
public sealed record PreviewEntrusting(EntrustSignal Input) : IRequest<EntrustingPreview>;

/// <param name="Entrusted">Exactly what they read.</param>
/// <param name="Hints">By which words somebody can be recognised.</param>
public sealed record EntrustingPreview(EntrustedView Entrusted, DateOnly From, IReadOnlyList<Hint> Hints);

internal sealed class PreviewEntrustingValidator : AbstractValidator<PreviewEntrusting>
{
    public PreviewEntrustingValidator() => RuleFor(preview => preview.Input).SetValidator(new EntrustSignalValidator());
}

internal sealed class PreviewEntrustingHandler(PortalDb db, IMediator mediator, Viewer viewer, Now now) : IRequestHandler<PreviewEntrusting, EntrustingPreview>
{
    public async Task<EntrustingPreview> Handle(PreviewEntrusting query, CancellationToken cancellationToken)
    {
        var signal = await db.FindSignal(query.Input, cancellationToken);

        // The real act, which is never saved: the preview cannot promise what the act would not do.
        var given = signal.Entrust(query.Input.Given, by: viewer, now);
        await db.WhoSpeaksFor(signal, given.Spokesperson, cancellationToken);

        var texts = given.Text is EntrustedText.Other ? [new(nameof(EntrustSignal.EntrustedWords), given.Words)] : TypedTexts.Of(signal.Content);
        var hints = await mediator.Send(new FindIdentifyingWords(texts), cancellationToken);
        return new EntrustingPreview(
            EntrustedView.Of(given, given.Words, signal, signal.Content, signal.Timeline.Select(entry => entry.Happened).OfType<Answered>().LastOrDefault(), viewer.Name),
            given.From, hints);
    }
}
