using FluentValidation;
using MediatR;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Signals;

/// <summary>Tells the reporter that a person has read the signal, and by when there is an answer.</summary>
public sealed record AcknowledgeSignal : SignalAct
{
    public DateOnly? ExpectedOn { get; init; }
    public string Line { get; init; } = "";

    internal override IEnumerable<DateOnly?> Days => [ExpectedOn];
}

internal sealed class AcknowledgeSignalValidator : AbstractValidator<AcknowledgeSignal>
{
    public AcknowledgeSignalValidator()
    {
        RuleFor(act => act.ExpectedOn).NotEmpty();
        RuleFor(act => act.Line).IsText();
    }
}

internal sealed class AcknowledgeSignalHandler(PortalDb db, Viewer viewer, Now now) : AsyncRequestHandler<AcknowledgeSignal>
{
    protected override async Task Handle(AcknowledgeSignal act, CancellationToken cancellationToken)
    {
        var signal = await db.FindSignal(act, cancellationToken);

        signal.Acknowledge(act.ExpectedOn!.Value, act.Line, by: viewer, now);

        await db.SaveChangesAsync(cancellationToken);
    }
}
