using FluentValidation;
using MediatR;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Voice;

/// <summary>The reporter gives the union or the works council a text to read for a while. Nobody else learns of it.</summary>
public sealed record EntrustSignal : SignalAct
{
    public Spokesperson? Spokesperson { get; init; }
    public EntrustedText? EntrustedText { get; init; }

    /// <summary>Only when it is another text than that of the signal.</summary>
    public string? EntrustedWords { get; init; }

    public DateOnly? EntrustedUntil { get; init; }
    public bool WithOutcome { get; init; }

    /// <summary>Only of a signal that was raised by name.</summary>
    public bool WithName { get; init; }

    internal NewEntrustment Given => new(Spokesperson!.Value, EntrustedText!.Value, EntrustedWords, EntrustedUntil!.Value, WithOutcome, WithName);
}

internal sealed class EntrustSignalValidator : AbstractValidator<EntrustSignal>
{
    public EntrustSignalValidator()
    {
        RuleFor(act => act.Spokesperson).NotNull().IsInEnum();
        RuleFor(act => act.EntrustedText).NotNull().IsInEnum();
        RuleFor(act => act.EntrustedWords).Filled().When(act => act.EntrustedText is Domain.Signals.EntrustedText.Other);
        RuleFor(act => act.EntrustedWords).MaximumLength(Words.LongMaxLength);
        RuleFor(act => act.EntrustedUntil).NotEmpty();
    }
}

internal sealed class EntrustSignalHandler(PortalDb db, Viewer viewer, Now now) : AsyncRequestHandler<EntrustSignal>
{
    protected override async Task Handle(EntrustSignal act, CancellationToken cancellationToken)
    {
        var signal = await db.FindSignal(act, cancellationToken);
        await db.LoadEntrustments(signal, cancellationToken);

        var given = signal.Entrust(act.Given, by: viewer, now);

        var people = await db.WhoSpeaksFor(signal, given.Spokesperson, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await db.SilenceSpokespeople(signal.Id, given.Spokesperson, cancellationToken);
        await db.TellSpokespeople(people, given, cancellationToken);
    }
}
