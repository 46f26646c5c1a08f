using FluentValidation;
using MediatR;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Signals;

/// <summary>Tells the reporter how things stand, while the answer is being worked on.</summary>
public sealed record UpdateReporter : SignalAct
{
    public string HowItStands { get; init; } = "";
}

internal sealed class UpdateReporterValidator : AbstractValidator<UpdateReporter>
{
    public UpdateReporterValidator() => RuleFor(act => act.HowItStands).IsText();
}

internal sealed class UpdateReporterHandler(PortalDb db, Viewer viewer, Now now) : AsyncRequestHandler<UpdateReporter>
{
    protected override async Task Handle(UpdateReporter act, CancellationToken cancellationToken)
    {
        var signal = await db.FindSignal(act, cancellationToken);

        signal.Update(act.HowItStands, by: viewer, now);

        await db.SaveChangesAsync(cancellationToken);
    }
}
