using SignaalPortaal.Domain.Insight;
using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Insight;

public class GrowingThemeTests
{
    private static readonly PublicationRules Rules = new();

    [Theory]
    [InlineData(0, 10, 1)]
    [InlineData(2, 0, 0.017777777777)]
    [InlineData(1, 1, 0.248888888888)]
    public void It_is_the_chance_of_as_many_or_more(int recent, int earlier, double chance) =>
        GrowingTheme.Improbability(recent, earlier).ShouldBe(chance, 1e-9);

    [Theory]
    [InlineData("2026-09-07", "2026-08-10", "2026-09-07")]
    [InlineData("2026-09-13", "2026-08-10", "2026-09-07")]
    [InlineData("2026-09-14", "2026-08-17", "2026-09-14")]
    public void It_looks_at_whole_weeks(string today, string recent, string end)
    {
        var days = GrowingTheme.Days(DateOnly.Parse(today));

        (days.Recent, days.End).ShouldBe((DateOnly.Parse(recent), DateOnly.Parse(end)));
        days.Earlier.ShouldBe(days.Recent.AddDays(-26 * 7));
    }

    /// <summary>The rate that the page states: while nothing changes, a theme is on the list in at most one week of a year.</summary>
    [Theory]
    [InlineData(0.5)]
    [InlineData(3)]
    [InlineData(15)]
    public void The_rate_of_false_alarms_is_not_higher_than_the_page_says(double perWeek)
    {
        const int years = 60;
        var random = new Random(7);
        var themes = Themes.Choices.Select(_ => Enumerable.Range(0, (52 * years) + 30).Select(_ => Poisson(random, perWeek)).ToArray()).ToArray();

        var falseWeeks = Enumerable.Range(30, 52 * years).Count(week => themes.Any(theme => GrowingTheme.IsGrowing(
            recent: theme[(week - 4)..week].Sum(), earlier: theme[(week - 30)..(week - 4)].Sum(), Rules)));

        // Weeks follow each other in runs, so that the number varies more than by itself.
        ((double)falseWeeks / years).ShouldBeLessThan(GrowingTheme.FalseWeeksPerYear * 1.3);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(15)]
    public void What_becomes_three_times_as_much_is_found_within_four_weeks(double perWeek)
    {
        var random = new Random(8);

        var found = Enumerable.Range(0, 200).Count(_ => GrowingTheme.IsGrowing(Sum(random, 4, 3 * perWeek), Sum(random, 26, perWeek), Rules));

        found.ShouldBeGreaterThan(180);
    }

    [Fact]
    public void What_is_not_shown_decides_nothing() =>
        Enumerable.Range(0, 5).ShouldAllBe(hidden => !GrowingTheme.IsGrowing(hidden, 0, Rules) && GrowingTheme.IsGrowing(6, hidden, Rules) == GrowingTheme.IsGrowing(6, 4, Rules));

    private static int Sum(Random random, int weeks, double perWeek) => Enumerable.Range(0, weeks).Sum(_ => Poisson(random, perWeek));

    private static int Poisson(Random random, double mean)
    {
        var (count, left) = (0, random.NextDouble());
        for (; left > Math.Exp(-mean); count++)
        {
            left *= random.NextDouble();
        }

        return count;
    }
}
