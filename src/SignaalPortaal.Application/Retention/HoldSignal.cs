using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Administration;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Retention;

/// <summary>
/// An administrator keeps a signal from being destroyed, or lets it go again. Who does it knows the reference from elsewhere: nothing of the signal is
/// shown. Both stand on its timeline, with the reason.
/// </summary>
public sealed record HoldSignal : IRequest, IOnce
{
    public string HeldReference { get; init; } = "";
    public string Reason { get; init; } = "";

    /// <summary>Lets it go again.</summary>
    public bool Release { get; init; }

    public Guid FormKey { get; init; }
}

internal sealed class HoldSignalValidator : AbstractValidator<HoldSignal>
{
    public HoldSignalValidator()
    {
        RuleFor(hold => hold.HeldReference).Filled();
        RuleFor(hold => hold.Reason).IsText();
    }
}

internal sealed class HoldSignalHandler(PortalDb db, Viewer viewer, Now now) : AsyncRequestHandler<HoldSignal>
{
    protected override async Task Handle(HoldSignal command, CancellationToken cancellationToken)
    {
        viewer.RequireAdministrator();
        var reference = Reference.Parse(command.HeldReference);
        var signal = await db.SignalsOfEveryone
            .SingleOrDefaultAsync(
                signal => signal.Reference == reference && signal.HiddenUntil == null && !signal.Conflicts.Any(conflict => conflict.PersonId == viewer.PersonId),
                cancellationToken)
            ?? throw new BrokenRuleException(SignalRule.ThereIsNoSuchSignal);
        await db.LoadAllButWords([signal], cancellationToken);

        if (command.Release)
        {
            signal.ReleaseFromHold(command.Reason, by: viewer, now);
        }
        else
        {
            signal.HoldForLaw(command.Reason, by: viewer, now);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
