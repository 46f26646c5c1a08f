using FluentValidation;
using MediatR;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Signals;

/// <summary>Says an answer again in clearer words; the decision stays.</summary>
public sealed record ClarifyAnswer : SignalAct
{
    public string ClearerWords { get; init; } = "";
}

internal sealed class ClarifyAnswerValidator : AbstractValidator<ClarifyAnswer>
{
    public ClarifyAnswerValidator() => RuleFor(act => act.ClearerWords).IsText();
}

internal sealed class ClarifyAnswerHandler(PortalDb db, Viewer viewer, Now now) : AsyncRequestHandler<ClarifyAnswer>
{
    protected override async Task Handle(ClarifyAnswer act, CancellationToken cancellationToken)
    {
        var signal = await db.FindSignal(act, cancellationToken);

        signal.Clarify(act.ClearerWords, by: viewer, now);

        await db.SaveChangesAsync(cancellationToken);
    }
}
