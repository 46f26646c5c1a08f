using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Protection;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Identities;

/// <summary>What the viewer asked for with this ticket, without opening it.</summary>
public sealed record GetReveal(Guid Ticket) : IRequest<RevealView>;

/// <param name="Reference">Of the signal.</param>
/// <param name="IsUsed">The name was fetched already; a ticket works once.</param>
public sealed record RevealView(string Reference, bool IsUsed);

internal sealed class GetRevealHandler(PortalDb db, Viewer viewer) : IRequestHandler<GetReveal, RevealView>
{
    public async Task<RevealView> Handle(GetReveal query, CancellationToken cancellationToken)
    {
        viewer.RequireConfidentialAdviser();
        return await (
            from reveal in db.Set<Reveal>()
            join signal in db.SignalsOfEveryone on reveal.SignalId equals signal.Id
            where reveal.Ticket == query.Ticket && reveal.PersonId == viewer.PersonId
            select new RevealView(signal.Reference, reveal.UsedAt != null)).SingleOrDefaultAsync(cancellationToken)
            ?? throw new SignalNotFoundException();
    }
}

/// <summary>Uses a ticket. What comes back opens with the passphrase of the viewer, in the viewer's browser; null when the ticket is of no use any more.</summary>
public sealed record OpenIdentity(Guid Ticket) : IRequest<SealedName?>;

/// <param name="Identity">Who raised the signal, sealed.</param>
/// <param name="About">What the identity belongs to; it opens only with the same.</param>
/// <param name="Key">Opens the identity, wrapped for the viewer.</param>
/// <param name="PrivateKey">Opens the key, sealed with the passphrase.</param>
public sealed record SealedName(byte[] Identity, string About, byte[] Key, byte[] PrivateKey, byte[] Salt, int Iterations);

internal sealed class OpenIdentityHandler(PortalDb db, Viewer viewer) : IRequestHandler<OpenIdentity, SealedName?>
{
    public async Task<SealedName?> Handle(OpenIdentity command, CancellationToken cancellationToken)
    {
        viewer.RequireConfidentialAdviser();
        return await db.OpenReveal(command.Ticket, viewer.PersonId, cancellationToken) is { } opened
            ? new SealedName(
                opened.Sealed, IdentitySeal.About(viewer.OrganisationId, opened.SignalId), opened.Wrapped, opened.SealedPrivateKey, opened.Salt, opened.Iterations)
            : null;
    }
}
