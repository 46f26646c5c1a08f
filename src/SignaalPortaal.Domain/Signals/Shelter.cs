using SignaalPortaal.Domain.Deadlines;

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
    Disclosure Disclosure, IReadOnlyDictionary<Guid, int> People, IReadOnlyCollection<Guid> ManagersOfSmallUnits, DateTimeOffset? HiddenUntil)
{
    /// <summary>Somebody may be in danger, or the law counts: the reporter chooses between at once and the next fixed moment.</summary>
    public static bool AsksWhen(SignalKind kind, RiskLevel risk) => risk is RiskLevel.StopNow || kind.CountsFromReceipt;

    /// <summary>When the line gets to see what is sent now, in UTC; null for at once.</summary>
    /// <param name="seen">As the reporter chose; of what can wait there is nothing to choose.</param>
    public static DateTimeOffset? HidesUntil(SignalKind kind, RiskLevel risk, WhenSeen seen, DateTimeOffset now, WorkingCalendar calendar) =>
        !AsksWhen(kind, risk) ? FixedMoment.ForSignals(now, calendar)
        : seen is WhenSeen.AtOnce ? null
        : FixedMoment.ForUrgent(now);
}

/// <summary>When the line sees a signal without a name that cannot wait.</summary>
public enum WhenSeen
{
    /// <summary>At the next one, of four each day.</summary>
    AtAFixedMoment,

    /// <summary>The hour can betray who it was.</summary>
    AtOnce,
}
