using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Publications;

/// <summary>How the leaves of a dimension are called in tables.</summary>
public static class PublishedLeaf
{
    /// <summary>Of <see cref="PublishedDimension.Reason"/>: every answer but a "not adopted".</summary>
    public const string NoReason = "None";

    /// <summary>All leaves that a dimension has, in their order; none for <see cref="PublishedDimension.Unit"/>, of which each quarter has its own.</summary>
    public static IReadOnlyList<string> Of(PublishedDimension dimension) => dimension switch
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
