using FluentValidation;
using MediatR;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Signals;

/// <summary>The owner moves the day of a promise, with a reason; that is counted.</summary>
public sealed record MovePromise : SignalAct
{
    public Guid Promise { get; init; }
    public DateOnly? NewDate { get; init; }
    public string Reason { get; init; } = "";

    internal override IEnumerable<DateOnly?> Days => [NewDate];
}

internal sealed class MovePromiseValidator : AbstractValidator<MovePromise>
{
    public MovePromiseValidator()
    {
        RuleFor(act => act.NewDate).NotEmpty();
        RuleFor(act => act.Reason).IsText();
    }
}

internal sealed class MovePromiseHandler(PortalDb db, Viewer viewer, Now now) : AsyncRequestHandler<MovePromise>
{
    protected override async Task Handle(MovePromise act, CancellationToken cancellationToken)
    {
        var signal = await db.FindSignal(act, cancellationToken);

        signal.MovePromise(act.Promise, act.NewDate!.Value, act.Reason, by: viewer, now);

        await db.SaveChangesAsync(cancellationToken);
    }
}
