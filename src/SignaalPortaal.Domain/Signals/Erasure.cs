namespace SignaalPortaal.Domain.Signals;

/// <summary>Why everything that people wrote about a signal, and who raised it, was destroyed.</summary>
public enum ErasureGround
{
    /// <summary>It was kept as long as the organisation keeps such signals.</summary>
    RetentionEnded,

    /// <summary>AVG, article 17.</summary>
    RequestOfTheReporter,
    RequestOfAnother,
    Court,
}

/// <summary>That a signal has no words any more, since when and why.</summary>
public sealed record Erasure(DateOnly On, ErasureGround Ground)
{
    /// <summary>The last day for a decision on what the reporter asks for (AVG, article 12).</summary>
    public static DateOnly DecideBy(DateOnly askedOn) => askedOn.AddMonths(1);
}

/// <summary>Signals that an organisation keeps equally long after they were closed.</summary>
public enum RetentionKind
{
    Ordinary,
    Withdrawn,

    /// <summary>Of the kinds that never go through the line, also when withdrawn.</summary>
    Desk,
}

public static class Retention
{
    extension(RetentionKind kind)
    {
        /// <summary>In months after closing, as long as the organisation has set nothing else.</summary>
        public int DefaultMonths => kind switch
        {
            RetentionKind.Withdrawn => 12,
            RetentionKind.Desk => 24,
            _ => 60,
        };

        /// <summary>Shorter than this nobody could look back on what was decided.</summary>
        public int FewestMonths => kind switch
        {
            RetentionKind.Withdrawn => 1,
            RetentionKind.Desk => 6,
            _ => 12,
        };

        public int MostMonths => kind switch
        {
            RetentionKind.Withdrawn => 60,
            RetentionKind.Desk => 120,
            _ => 240,
        };
    }
}
