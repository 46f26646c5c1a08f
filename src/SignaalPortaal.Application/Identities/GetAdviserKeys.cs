using MediatR;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Identities;

/// <summary>The keys of the viewer, who is a confidential adviser, and which colleagues can open names.</summary>
public sealed record GetAdviserKeys : IRequest<AdviserKeysView>;

/// <param name="Current">Null as long as there is none.</param>
/// <param name="Own">All others of the viewer, the last one first: that wait, or that open what was sealed before.</param>
/// <param name="Waiting">Of other advisers: to compare.</param>
/// <param name="Advisers">Who can open a name that is sealed today, the viewer included.</param>
public sealed record AdviserKeysView(
    AdviserKeyView? Current, IReadOnlyList<AdviserKeyView> Own, IReadOnlyList<WaitingKeyView> Waiting, IReadOnlyList<AdviserView> Advisers, KeyTrust Trust, DateOnly Today);

/// <summary>A key as its owner keeps it, also on paper. Worth nothing without the passphrase.</summary>
public sealed record AdviserKeyView(
    Guid Id, string Fingerprint, DateOnly MadeOn, DateOnly UsableFrom, DateOnly? EndedOn, string Algorithm, int Iterations, byte[] Salt, byte[] SealedPrivateKey, byte[] PublicKey);

/// <param name="CanAgree">The viewer has a key in use.</param>
public sealed record WaitingKeyView(Guid Id, string Name, string Fingerprint, DateOnly MadeOn, DateOnly UsableFrom, bool CanAgree);

/// <param name="Since">Since when this key is used: a colleague who is no adviser stands out.</param>
public sealed record AdviserView(string Name, string JobTitle, string Fingerprint, DateOnly Since);

internal sealed class GetAdviserKeysHandler(UsableKeys usable, Viewer viewer, Now now) : IRequestHandler<GetAdviserKeys, AdviserKeysView>
{
    public async Task<AdviserKeysView> Handle(GetAdviserKeys query, CancellationToken cancellationToken)
    {
        viewer.RequireConfidentialAdviser();
        var keys = await usable.Read(cancellationToken);
        var names = keys.All.ToDictionary(row => row.Key.Id);
        var own = keys.Ring.All.Reverse().Where(key => key.PersonId == viewer.PersonId && names.ContainsKey(key.Key)).Select(key => View(key, names[key.Key].Key)).ToList();
        var current = keys.Current.SingleOrDefault(row => row.Key.PersonId == viewer.PersonId)?.Key.Id;
        return new AdviserKeysView(
            own.SingleOrDefault(key => key.Id == current),
            [.. own.Where(key => key.Id != current)],
            [.. keys.Ring.All.Where(key => key.PersonId != viewer.PersonId && key.Waits(now.Today) && names.ContainsKey(key.Key)).Select(key => new WaitingKeyView(
                key.Key, names[key.Key].Name, KeyFingerprint.Shown(key.Fingerprint), key.MadeOn, key.UsableFrom, CanAgree: current is not null))],
            [.. keys.Current.OrderBy(row => row.Name, StringComparer.CurrentCulture).Select(row => new AdviserView(
                row.Name, row.JobTitle, KeyFingerprint.Shown(KeyFingerprint.Of(row.Key.PublicKey)), keys.Ring.All.Single(key => key.Key == row.Key.Id).UsableFrom))],
            keys.Trust,
            now.Today);
    }

    private static AdviserKeyView View(AdviserKeyFacts facts, AdviserKey key) => new(
        key.Id, KeyFingerprint.Shown(facts.Fingerprint), facts.MadeOn, facts.UsableFrom, facts.EndedOn, key.Algorithm, key.Iterations, key.Salt, key.SealedPrivateKey, key.PublicKey);
}
