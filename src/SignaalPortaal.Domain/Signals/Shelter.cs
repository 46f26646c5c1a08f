namespace SignaalPortaal.Domain.Signals;

/// <summary>What keeps the line from learning who raised a signal.</summary>
/// <param name="Disclosure">Confidential or anonymous.</param>
/// <param name="People">
/// How many people work in each unit of both lines and those below it: what is too small to hide in is passed over.
/// </param>
/// <param name="ManagersOfSmallUnits">
/// Who manages a unit below the first one of the own line that is large enough; every manager when none is. When the signal is about the reporter's manager, who is one of these, all of them are left
/// out: leaving out one would tell in which small team the reporter works.
/// </param>
/// <param name="HiddenUntil">When the line gets to see it, in UTC; null for at once.</param>
public sealed record Shelter(
    Disclosure Disclosure, IReadOnlyDictionary<Guid, int> People, IReadOnlyCollection<Guid> ManagersOfSmallUnits, DateTimeOffset? HiddenUntil);
