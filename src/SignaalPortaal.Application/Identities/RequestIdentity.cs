using FluentValidation;
using MediatR;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Identities;

/// <summary>A confidential adviser asks who raised a confidential signal. The outcome is the ticket with which the name opens once this is committed.</summary>
public sealed record RequestIdentity : IRequest<Guid>, IOnce
{
    /// <summary>As somebody typed it.</summary>
    public string SignalReference { get; init; } = "";

    public string IdentityReason { get; init; } = "";

    public Guid FormKey { get; init; }
}

internal sealed class RequestIdentityValidator : AbstractValidator<RequestIdentity>
{
    public RequestIdentityValidator()
    {
        RuleFor(request => request.SignalReference).NotEmpty();
        RuleFor(request => request.IdentityReason).IsText();
    }
}

internal sealed class RequestIdentityHandler(PortalDb db, Viewer viewer, Now now) : IRequestHandler<RequestIdentity, Guid>
{
    public async Task<Guid> Handle(RequestIdentity command, CancellationToken cancellationToken)
    {
        viewer.RequireConfidentialAdviser();
        var signal = await db.FindToAskTheName(command.SignalReference, viewer.PersonId, cancellationToken);
        signal.RequestIdentity(command.IdentityReason, by: viewer, now);
        await db.SaveChangesAsync(cancellationToken);

        return await db.RequestReveal(signal.Id, viewer.PersonId, signal.Timeline[^1].Seq, cancellationToken)
            ?? throw new BrokenRuleException(SignalRule.YourKeyDoesNotOpenThisName);
    }
}
