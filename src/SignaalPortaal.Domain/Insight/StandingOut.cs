using SignaalPortaal.Domain.Publications;

namespace SignaalPortaal.Domain.Insight;

/// <summary>A reason that one group gives strikingly often.</summary>
/// <param name="Share">Of what this group did not adopt.</param>
/// <param name="Overall">Of what all groups together did not adopt.</param>
public sealed record StandingOut<TGroup, TReason>(TGroup Group, TReason Reason, int Count, double Share, double Overall);

/// <summary>Which reasons stand out: at least three times as often as overall, or nearly always; and never of fewer signals than may be shown.</summary>
public static class StandingOut
{
    public const int Times = 3;
    public const double NearlyAlways = 0.8;

    /// <param name="counts">As shown: what stands out then tells nothing more. Of each group all, with null for the reasons that are not shown by themselves.</param>
    public static IReadOnlyList<StandingOut<TGroup, TReason>> Of<TGroup, TReason>(
        IReadOnlyCollection<(TGroup Group, TReason? Reason, int Count)> counts, PublicationRules rules)
        where TGroup : notnull
        where TReason : struct
    {
        var all = counts.Sum(count => count.Count);
        var groups = counts.GroupBy(count => count.Group).ToDictionary(group => group.Key, group => group.Sum(count => count.Count));
        var reasons = counts.ToLookup(count => count.Reason, count => count.Count);
        return [..
            from count in counts
            where count.Reason is not null && count.Count >= rules.SmallestCount
            let share = (double)count.Count / groups[count.Group]
            let overall = (double)reasons[count.Reason].Sum() / all
            where (share > overall || groups.Count == 1) && (share >= NearlyAlways || share >= Times * overall)
            orderby share descending
            select new StandingOut<TGroup, TReason>(count.Group, count.Reason!.Value, count.Count, share, overall)];
    }
}
