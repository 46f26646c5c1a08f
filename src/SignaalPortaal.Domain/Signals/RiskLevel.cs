namespace SignaalPortaal.Domain.Signals;

/// <summary>From low to high: the order is compared. The reporter's own estimate is never changed; a layer puts its own beside it.</summary>
public enum RiskLevel
{
    Low,
    Medium,
    High,
    StopNow,
}

public static class RiskLevels
{
    extension(RiskLevel risk)
    {
        /// <summary>Nobody waits for office hours with it.</summary>
        public bool IsUrgent => risk is RiskLevel.StopNow;

        /// <summary>Whatever the kind of the signal: a warning.</summary>
        public bool Warns => risk >= RiskLevel.High;
    }
}
