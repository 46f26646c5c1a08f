using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Organisations;

/// <summary>A confidential adviser made a key, with which names are sealed from some day on.</summary>
/// <param name="Fingerprint">SHA-256 of the public key, in hexadecimal.</param>
/// <param name="UsableFrom">When no other adviser agrees before.</param>
public sealed record AdviserKeyMade(Guid Key, Guid Person, string Fingerprint, DateOnly UsableFrom) : OrganisationEvent;

/// <summary>Another adviser compared the fingerprint with that on the paper of its owner, and agrees.</summary>
public sealed record AdviserKeyAgreed(Guid Key) : OrganisationEvent;

/// <summary>Nothing is sealed with it any more. What was sealed still opens with it.</summary>
public sealed record AdviserKeyEnded(Guid Key) : OrganisationEvent;

/// <summary>An adviser asked for a name; of whom, and which adviser, is said nowhere here.</summary>
public sealed record NameAskedFor(bool AtOnce) : OrganisationEvent;

/// <summary>An adviser fetched a name.</summary>
public sealed record NameFetched : OrganisationEvent;

/// <summary>A key as the timeline of the organisation tells it.</summary>
/// <param name="UsableFrom">The first day on which names are sealed with it.</param>
/// <param name="EndedOn">Null as long as its owner, or while it waited another adviser, did not end it.</param>
public sealed record AdviserKeyFacts(Guid Key, Guid PersonId, string Fingerprint, DateOnly MadeOn, DateOnly UsableFrom, DateOnly? AgreedOn, DateOnly? EndedOn)
{
    public bool Waits(DateOnly today) => EndedOn is null && today < UsableFrom;

    public bool IsUsable(DateOnly today) => EndedOn is null && today >= UsableFrom;
}

/// <summary>
/// Who may learn a name is itself history. A new key is agreed by another adviser, who compares fingerprints, or waits three working days in which all
/// advisers and the works council see it. The very first key of an organisation is usable at once: nobody is there to compare, and nothing was sealed before.
/// </summary>
public sealed class AdviserKeyRing
{
    public const int WorkingDaysToWait = 3;

    private readonly Dictionary<Guid, AdviserKeyFacts> _keys = [];

    /// <param name="entries">The whole timeline of the organisation, in its order.</param>
    public AdviserKeyRing(IEnumerable<OrganisationEntry> entries)
    {
        foreach (var entry in entries)
        {
            var on = entry.At.DutchDate;
            switch (entry.Happened)
            {
                case AdviserKeyMade made:
                    _keys.Add(made.Key, new AdviserKeyFacts(made.Key, made.Person, made.Fingerprint, on, made.UsableFrom, AgreedOn: null, EndedOn: null));
                    break;
                case AdviserKeyAgreed agreed:
                    _keys[agreed.Key] = _keys[agreed.Key] with { AgreedOn = on, UsableFrom = on };
                    break;
                case AdviserKeyEnded ended:
                    _keys[ended.Key] = _keys[ended.Key] with { EndedOn = on };
                    break;
            }
        }
    }

    /// <summary>The first one made first.</summary>
    public IReadOnlyCollection<AdviserKeyFacts> All => _keys.Values;

    /// <summary>The key with which names are sealed for this person: the last one that is usable. It takes the place of those before it.</summary>
    public AdviserKeyFacts? CurrentOf(Guid personId, DateOnly today) => _keys.Values.LastOrDefault(key => key.PersonId == personId && key.IsUsable(today));

    public AdviserKeyMade Make(Guid key, Guid personId, string fingerprint, Now now) => new(
        key, personId, fingerprint, _keys.Count == 0 ? now.Today : now.Calendar.AddWorkingDays(now.Today, WorkingDaysToWait).AddDays(1));

    public AdviserKeyAgreed Agree(Guid key, Guid by, DateOnly today)
    {
        Require(_keys.TryGetValue(key, out var facts) && facts.Waits(today), AdviserKeyRule.ThereIsNoKeyThatWaits);
        Require(facts!.PersonId != by && CurrentOf(by, today) is not null, AdviserKeyRule.AnotherAdviserWithAKeyAgrees);
        return new AdviserKeyAgreed(key);
    }

    public AdviserKeyEnded End(Guid key, Guid by, DateOnly today)
    {
        Require(_keys.TryGetValue(key, out var facts) && facts.EndedOn is null, AdviserKeyRule.ThereIsNoKeyThatWaits);
        Require(facts!.PersonId == by || facts.Waits(today), AdviserKeyRule.OnlyItsOwnerEndsAKeyInUse);
        return new AdviserKeyEnded(key);
    }

    private static void Require(bool holds, AdviserKeyRule rule)
    {
        if (!holds)
        {
            throw new BrokenRuleException(rule);
        }
    }
}

public enum AdviserKeyRule
{
    ThereIsNoKeyThatWaits,
    AnotherAdviserWithAKeyAgrees,
    OnlyItsOwnerEndsAKeyInUse,
    TheTimelineOfTheOrganisationIsNotWhole,
}
