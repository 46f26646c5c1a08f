using FluentValidation;
using MediatR;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Signals;

/// <summary>The reporter says yes or no to the text that was proposed for everybody in the organisation.</summary>
public sealed record DecideRelease : SignalAct
{
    public ReleaseDecision? Decision { get; init; }
}

internal sealed class DecideReleaseValidator : AbstractValidator<DecideRelease>
{
    public DecideReleaseValidator() => RuleFor(act => act.Decision).NotNull().IsInEnum();
}

internal sealed class DecideReleaseHandler(PortalDb db, Viewer viewer, Now now) : AsyncRequestHandler<DecideRelease>
{
    protected override async Task Handle(DecideRelease act, CancellationToken cancellationToken)
    {
        var signal = await db.FindSignal(act, cancellationToken);

        signal.DecideRelease(act.Decision!.Value, by: viewer, now);

        await db.SaveChangesAsync(cancellationToken);
    }
}
