using FluentValidation;
using MediatR;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Signals;

/// <summary>The owner says that a promise is done, and how that can be seen.</summary>
public sealed record ReportPromise : SignalAct
{
    public Guid Promise { get; init; }
    public string HowToSee { get; init; } = "";
}

internal sealed class ReportPromiseValidator : AbstractValidator<ReportPromise>
{
    public ReportPromiseValidator() => RuleFor(act => act.HowToSee).IsText();
}

internal sealed class ReportPromiseHandler(PortalDb db, Viewer viewer, Now now) : AsyncRequestHandler<ReportPromise>
{
    protected override async Task Handle(ReportPromise act, CancellationToken cancellationToken)
    {
        var signal = await db.FindSignal(act, cancellationToken);

        signal.ReportPromise(act.Promise, act.HowToSee, by: viewer, now);

        await db.SaveChangesAsync(cancellationToken);
    }
}
