namespace SignaalPortaal.Domain.Insight;

/// <summary>
/// The figures that people will be judged by, whatever we say. None of them gets better by closing, postponing, asking, re-assessing, handing over,
/// destroying or re-organising: only by answering, by keeping promises, and by what reporters say of that.
/// </summary>
public enum HeadlineFigure
{
    /// <summary>Which part of the answers the reporter understood, of all of which the time for a verdict is over.</summary>
    Understood,

    /// <summary>Which part of the promises the reporter calls kept on the day that was named first, of all of which that day is over.</summary>
    PromisesKept,

    /// <summary>How often silence took a signal to a layer above.</summary>
    SilentEscalations,

    /// <summary>How many days the oldest warning without an answer waits.</summary>
    OldestWarning,

    /// <summary>How many signals nobody answers in time while there is no layer above to take them.</summary>
    OverdueAtTheTop,
}

public static class HeadlineFigures
{
    extension(HeadlineFigure figure)
    {
        public bool HigherIsBetter => figure is HeadlineFigure.Understood or HeadlineFigure.PromisesKept;

        /// <summary>Whether the second value is better. A figure that is not there any more is no better one.</summary>
        public bool IsBetter(double? before, double? after) =>
            before is not null && after is not null && (figure.HigherIsBetter ? after > before : after < before);
    }
}
