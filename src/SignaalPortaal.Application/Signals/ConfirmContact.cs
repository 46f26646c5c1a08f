using FluentValidation;
using MediatR;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Signals;

/// <summary>The reporter says that somebody of the desk has been in touch after aggression.</summary>
public sealed record ConfirmContact : SignalAct
{
    public ContactStep? Step { get; init; }
}

internal sealed class ConfirmContactValidator : AbstractValidator<ConfirmContact>
{
    public ConfirmContactValidator() => RuleFor(act => act.Step).NotNull().IsInEnum();
}

internal sealed class ConfirmContactHandler(PortalDb db, Viewer viewer, Now now) : AsyncRequestHandler<ConfirmContact>
{
    protected override async Task Handle(ConfirmContact act, CancellationToken cancellationToken)
    {
        var signal = await db.FindSignal(act, cancellationToken);

        signal.ConfirmContact(act.Step!.Value, by: viewer, now);

        await db.SaveChangesAsync(cancellationToken);
    }
}
