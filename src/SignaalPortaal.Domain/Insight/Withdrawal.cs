namespace SignaalPortaal.Domain.Insight;

/// <summary>
/// What a reporter took back counts in all figures as if that had not happened: it stays as it stood, and gets older. Talking somebody out of a warning makes
/// no figure better. After a while it is in no figure any more; by then nobody gains by it.
/// </summary>
public static class Withdrawal
{
    public const int CountsForMonths = 12;

    /// <summary>The first day on which it does not count any more.</summary>
    public static DateOnly CountsUntil(DateOnly withdrawnOn) => withdrawnOn.AddMonths(CountsForMonths);
}
