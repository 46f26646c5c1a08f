using FluentValidation;
using MediatR;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Voice;

/// <summary>The reporter takes back what the union or the works council could read: from the next request on it is not there for them. What happened to the signal meanwhile does not matter.</summary>
public sealed record TakeBackSignal : SignalAct
{
    public Spokesperson? Spokesperson { get; init; }
}

internal sealed class TakeBackSignalValidator : AbstractValidator<TakeBackSignal>
{
    public TakeBackSignalValidator() => RuleFor(act => act.Spokesperson).NotNull().IsInEnum();
}

internal sealed class TakeBackSignalHandler(PortalDb db, Viewer viewer, Now now) : AsyncRequestHandler<TakeBackSignal>
{
    protected override async Task Handle(TakeBackSignal act, CancellationToken cancellationToken)
    {
        var signal = await db.FindSignal(act.Reference, cancellationToken);
        await db.LoadEntrustments(signal, cancellationToken);

        signal.TakeBack(act.Spokesperson!.Value, by: viewer, now);

        await db.SaveChangesAsync(cancellationToken);
        await db.SilenceSpokespeople(signal.Id, act.Spokesperson.Value, cancellationToken);
    }
}
