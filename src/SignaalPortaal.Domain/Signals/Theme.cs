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

    Other,

    /// <summary>The reporter chose none, or there were no themes yet: that is another thing than something else. Nobody can choose it.</summary>
    NotGiven,
}

public static class Themes
{
    /// <summary>What a reporter can choose from.</summary>
    public static IReadOnlyList<Theme> Choices { get; } = [.. Enum.GetValues<Theme>().Where(theme => theme.IsGiven)];

    extension(Theme theme)
    {
        public bool IsGiven => theme is not Theme.NotGiven;
    }
}
