using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Identities;

/// <summary>The keys of the viewer, who is a confidential adviser, and which colleagues can open names.</summary>
public sealed record GetAdviserKeys : IRequest<AdviserKeysView>;

/// <param name="Current">Null as long as there is none.</param>
/// <param name="Earlier">The newest first. What was sealed with them still opens with their own passphrase.</param>
/// <param name="Advisers">Who can open a name that is sealed today, the viewer included.</param>
public sealed record AdviserKeysView(AdviserKeyView? Current, IReadOnlyList<AdviserKeyView> Earlier, IReadOnlyList<AdviserView> Advisers);

/// <summary>A key as its owner keeps it, also on paper. Worth nothing without the passphrase.</summary>
public sealed record AdviserKeyView(string Algorithm, DateOnly MadeOn, DateOnly? EndedOn, int Iterations, byte[] Salt, byte[] SealedPrivateKey, byte[] PublicKey);

/// <param name="Since">Since when this key is there: a colleague who is no adviser stands out.</param>
public sealed record AdviserView(string Name, string JobTitle, DateOnly Since);

internal sealed class GetAdviserKeysHandler(PortalDb db, Viewer viewer) : IRequestHandler<GetAdviserKeys, AdviserKeysView>
{
    public async Task<AdviserKeysView> Handle(GetAdviserKeys query, CancellationToken cancellationToken)
    {
        viewer.RequireConfidentialAdviser();
        var own = await db.Set<AdviserKey>().Where(key => key.PersonId == viewer.PersonId)
            .OrderByDescending(key => key.MadeOn)
            .Select(key => new AdviserKeyView(key.Algorithm, key.MadeOn, key.EndedOn, key.Iterations, key.Salt, key.SealedPrivateKey, key.PublicKey))
            .ToListAsync(cancellationToken);
        var advisers = await (
            from key in db.CurrentAdviserKeys
            join person in db.People on key.PersonId equals person.Id
            orderby person.Name
            select new AdviserView(person.Name, person.JobTitle, key.MadeOn)).ToListAsync(cancellationToken);
        return new AdviserKeysView(own.SingleOrDefault(key => key.EndedOn is null), [.. own.Where(key => key.EndedOn is not null)], advisers);
    }
}
