using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Insight;

/// <summary>
/// Whether there are more signals about a theme than there used to be. When nothing changes, each signal of both periods falls in the recent one with
/// the same chance: how improbable as many as these are is then exactly known, whatever the numbers (the conditional test for two Poisson counts).
/// </summary>
public static class GrowingTheme
{
    /// <summary>Whole weeks, from Monday.</summary>
    public const int RecentWeeks = 4;

    /// <summary>The weeks before those.</summary>
    public const int EarlierWeeks = 26;

    /// <summary>In how many weeks of a year at most there is a theme on the list while nothing changes, all themes together.</summary>
    public const int FalseWeeksPerYear = 1;

    /// <summary>The rate, divided over the weeks of a year and over the themes.</summary>
    public static double MostImprobable { get; } = FalseWeeksPerYear / 52.0 / Themes.Choices.Count;

    /// <summary>The first day of the recent weeks, and of the earlier ones; the recent ones end before the week of today.</summary>
    public static (DateOnly Earlier, DateOnly Recent, DateOnly End) Days(DateOnly today)
    {
        var end = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var recent = end.AddDays(-7 * RecentWeeks);
        return (recent.AddDays(-7 * EarlierWeeks), recent, end);
    }

    /// <summary>
    /// A recent number that is not shown never grows. An earlier number that is not shown is taken as large as it can be: whether a theme is on the list
    /// then tells nothing of it.
    /// </summary>
    public static bool IsGrowing(int recent, int earlier, PublicationRules rules) =>
        recent >= rules.SmallestCount && Improbability(recent, Math.Max(earlier, rules.SmallestCount - 1)) < MostImprobable;

    /// <summary>The chance of as many recent ones or more, of all there are, when nothing changes.</summary>
    public static double Improbability(int recent, int earlier)
    {
        const double chance = (double)RecentWeeks / (RecentWeeks + EarlierWeeks);
        var (all, odds) = (recent + earlier, Math.Log(chance) - Math.Log(1 - chance));
        var logarithm = all * Math.Log(1 - chance);
        var total = 0.0;
        for (var count = 0; count <= all; count++)
        {
            total += count >= recent ? Math.Exp(logarithm) : 0;
            logarithm += Math.Log(all - count) - Math.Log(count + 1) + odds;
        }

        return Math.Min(total, 1);
    }
}
