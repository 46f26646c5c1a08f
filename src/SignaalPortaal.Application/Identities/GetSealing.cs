using MediatR;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Identities;

/// <summary>Whether there is somebody for whom a name can be sealed.</summary>
public sealed record GetSealing : IRequest<SealingView>;

/// <param name="Keys">How many advisers can open a name that is sealed now.</param>
/// <param name="IsPossible">Somebody else than the viewer is one of them.</param>
public sealed record SealingView(int Keys, bool IsPossible)
{
    /// <summary>With fewer, a name is lost with one passphrase.</summary>
    public const int FewestKeys = 2;

    public bool HasTooFewKeys => Keys < FewestKeys;
}

internal sealed class GetSealingHandler(UsableKeys keys, Viewer viewer) : IRequestHandler<GetSealing, SealingView>
{
    public async Task<SealingView> Handle(GetSealing query, CancellationToken cancellationToken)
    {
        var current = (await keys.Read(cancellationToken)).Current;
        return new SealingView(current.Count, current.Any(one => one.Key.PersonId != viewer.PersonId));
    }
}
