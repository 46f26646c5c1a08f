using FluentValidation;
using MediatR;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Identities;

public enum NameDecision
{
    Agree,
    Refuse,
}

/// <summary>A second adviser, who has read why and what the reporter answered, lets a name be opened or not.</summary>
public sealed record DecideOnIdentity : IRequest, IOnce
{
    public string SignalReference { get; init; } = "";

    /// <summary>The version of the signal that the page showed: an answer of the reporter that came since is read first.</summary>
    public Guid Seen { get; init; }

    public NameDecision? NameDecision { get; init; }

    /// <summary>Only of who refuses.</summary>
    public string? RefusalReason { get; init; }

    public Guid FormKey { get; init; }
}

internal sealed class DecideOnIdentityValidator : AbstractValidator<DecideOnIdentity>
{
    public DecideOnIdentityValidator()
    {
        RuleFor(decision => decision.NameDecision).NotNull().IsInEnum();
        RuleFor(decision => decision.RefusalReason).NotEmpty().When(decision => decision.NameDecision is NameDecision.Refuse);
        RuleFor(decision => decision.RefusalReason).MaximumLength(Words.LongMaxLength);
    }
}

internal sealed class DecideOnIdentityHandler(PortalDb db, Viewer viewer, Now now) : AsyncRequestHandler<DecideOnIdentity>
{
    protected override async Task Handle(DecideOnIdentity command, CancellationToken cancellationToken)
    {
        viewer.RequireConfidentialAdviser();
        var signal = await db.FindToAskTheName(command.SignalReference, viewer.PersonId, cancellationToken);
        if (signal.Version != command.Seen)
        {
            throw new BrokenRuleException(SignalRule.SomebodyElseWasFirst);
        }

        if (command.NameDecision is NameDecision.Agree)
        {
            signal.AgreeToIdentity(by: viewer, now);
        }
        else
        {
            signal.RefuseIdentity(command.RefusalReason!, by: viewer, now);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
