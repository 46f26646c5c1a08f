namespace SignaalPortaal.Domain.Signals;

/// <summary>
/// What a signal is about. One list for all organisations: a union that reads the summaries of several puts them side by side.
/// </summary>
public enum Theme
{
    /// <summary>Laws, rules and policy.</summary>
    Rules,

    /// <summary>Systems and data.</summary>
    Systems,

    /// <summary>Work pressure and rosters.</summary>
    Workload,

    /// <summary>Service to citizens and companies.</summary>
    Service,

    /// <summary>Safety and health.</summary>
    Safety,

    /// <summary>Working together and leadership.</summary>
    Cooperation,

    /// <summary>Workplace and equipment.</summary>
    Workplace,

    /// <summary>Also when the reporter chose none, and of what was raised before there were themes.</summary>
    Other,
}
