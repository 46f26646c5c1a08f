using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Publications;

/// <summary>How the leaves of a dimension are called in tables.</summary>
public static class PublishedLeaf
{
    /// <summary>Of <see cref="PublishedDimension.Reason"/>: every answer but a "not adopted".</summary>
    public const string NoReason = "None";

    /// <summary>
    /// All leaves that each dimension has in what is published from now on. A quarter that was published before has those of then: see
    /// <see cref="PublishedQuarter.Categories"/>.
    /// </summary>
    public static IReadOnlyDictionary<PublishedDimension, IReadOnlyList<string>> Now { get; } = Enum.GetValues<PublishedDimension>()
        .Where(dimension => dimension is not PublishedDimension.Unit)
        .ToDictionary(dimension => dimension, Of);

    private static IReadOnlyList<string> Of(PublishedDimension dimension) => dimension switch
    {
        PublishedDimension.Theme => Enum.GetNames<Theme>(),
        PublishedDimension.Kind => Enum.GetNames<SignalKind>(),
        PublishedDimension.Status => Enum.GetNames<PublishedStatus>(),
        PublishedDimension.Outcome => Enum.GetNames<Outcome>(),
        PublishedDimension.Reason => [NoReason, .. Enum.GetNames<NotAdoptedReason>()],
        PublishedDimension.Timeliness => Enum.GetNames<PublishedTimeliness>(),
        PublishedDimension.Duration => Enum.GetNames<AnswerTime>(),
        _ => [],
    };
}

/// <summary>Whether an answer came in time.</summary>
public enum PublishedTimeliness
{
    InTime,
    Late,
}
