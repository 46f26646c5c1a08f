using FluentValidation;
using MediatR;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Signals;

/// <summary>A question to the reporter; the holder's clock stands still until the reply.</summary>
public sealed record AskReporter : SignalAct
{
    public string Question { get; init; } = "";
}

internal sealed class AskReporterValidator : AbstractValidator<AskReporter>
{
    public AskReporterValidator() => RuleFor(act => act.Question).IsText();
}

internal sealed class AskReporterHandler(PortalDb db, Viewer viewer, Now now) : AsyncRequestHandler<AskReporter>
{
    protected override async Task Handle(AskReporter act, CancellationToken cancellationToken)
    {
        var signal = await db.FindSignal(act, cancellationToken);

        signal.Ask(act.Question, by: viewer, now);

        await db.SaveChangesAsync(cancellationToken);
    }
}
