using FluentValidation;
using MediatR;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Organisations;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Identities;

/// <summary>A confidential adviser asks who raised a confidential signal. The outcome is its reference.</summary>
public sealed record RequestIdentity : IRequest<string>, IOnce
{
    /// <summary>As somebody typed it.</summary>
    public string SignalReference { get; init; } = "";

    public string IdentityReason { get; init; } = "";

    /// <summary>Somebody's life is in danger, so that there is no time to wait.</summary>
    public bool LifeInDanger { get; init; }

    /// <summary>Only where that is so: whose, and why the adviser thinks so.</summary>
    public string? DangerGround { get; init; }

    public Guid FormKey { get; init; }
}

internal sealed class RequestIdentityValidator : AbstractValidator<RequestIdentity>
{
    public RequestIdentityValidator()
    {
        RuleFor(request => request.SignalReference).Filled();
        RuleFor(request => request.IdentityReason).IsText();
        RuleFor(request => request.DangerGround).NotEmpty().When(request => request.LifeInDanger);
        RuleFor(request => request.DangerGround).MaximumLength(Words.LongMaxLength);
    }
}

internal sealed class RequestIdentityHandler(PortalDb db, OrganisationTimeline timeline, Viewer viewer, Now now) : IRequestHandler<RequestIdentity, string>
{
    public async Task<string> Handle(RequestIdentity command, CancellationToken cancellationToken)
    {
        viewer.RequireConfidentialAdviser();
        var signal = await db.FindToAskTheName(command.SignalReference, viewer.PersonId, cancellationToken);
        signal.RequestIdentity(command.IdentityReason, danger: command.LifeInDanger ? command.DangerGround : null, by: viewer, now);
        await db.SaveChangesAsync(cancellationToken);

        if (!await db.RequestName(signal.Id, viewer.PersonId, signal.Timeline[^1].Seq, cancellationToken))
        {
            throw new BrokenRuleException(SignalRule.YourKeyDoesNotOpenThisName);
        }

        await timeline.Add(_ => new NameAskedFor(command.LifeInDanger), actorId: null, now, cancellationToken);
        return signal.Reference;
    }
}
