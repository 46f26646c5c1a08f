namespace SignaalPortaal.Domain.Signals;

/// <summary>From low to high: the order is compared. The reporter's own estimate is never changed; a layer puts its own beside it.</summary>
public enum RiskLevel
{
    Low,
    Medium,
    High,
    StopNow,
}
