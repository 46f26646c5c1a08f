using FluentValidation;
using MediatR;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Signals;

/// <summary>Moves the day of the answer, once, with a reason.</summary>
public sealed record PostponeSignal : SignalAct
{
    public DateOnly? NewDate { get; init; }
    public string Reason { get; init; } = "";

    internal override IEnumerable<DateOnly?> Days => [NewDate];
}

internal sealed class PostponeSignalValidator : AbstractValidator<PostponeSignal>
{
    public PostponeSignalValidator()
    {
        RuleFor(act => act.NewDate).NotEmpty();
        RuleFor(act => act.Reason).IsText();
    }
}

internal sealed class PostponeSignalHandler(PortalDb db, Viewer viewer, Now now) : AsyncRequestHandler<PostponeSignal>
{
    protected override async Task Handle(PostponeSignal act, CancellationToken cancellationToken)
    {
        var signal = await db.FindSignal(act, cancellationToken);

        signal.Postpone(act.NewDate!.Value, act.Reason, by: viewer, now);

        await db.SaveChangesAsync(cancellationToken);
    }
}
