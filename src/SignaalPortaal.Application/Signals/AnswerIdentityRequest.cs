using FluentValidation;
using MediatR;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Signals;

/// <summary>The reporter, whose name is asked for, answers before it is opened.</summary>
public sealed record AnswerIdentityRequest : SignalAct
{
    public string NameAnswer { get; init; } = "";

    /// <summary>The name is not to be opened, unless a second adviser agrees.</summary>
    public bool ObjectsToOpening { get; init; }
}

internal sealed class AnswerIdentityRequestValidator : AbstractValidator<AnswerIdentityRequest>
{
    public AnswerIdentityRequestValidator() => RuleFor(act => act.NameAnswer).IsText();
}

internal sealed class AnswerIdentityRequestHandler(PortalDb db, Viewer viewer, Now now) : AsyncRequestHandler<AnswerIdentityRequest>
{
    protected override async Task Handle(AnswerIdentityRequest act, CancellationToken cancellationToken)
    {
        var signal = await db.FindSignal(act, cancellationToken);

        signal.AnswerIdentityRequest(act.NameAnswer, act.ObjectsToOpening, by: viewer, now);

        await db.SaveChangesAsync(cancellationToken);
    }
}
