using FsCheck;
using FsCheck.Fluent;
using SignaalPortaal.Application.Insight;
using SignaalPortaal.Domain.Insight;
using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Web.Tests.Insight;

/// <summary>Over random small parts: whatever is counted, nothing on the page is one to four, also not for who subtracts.</summary>
public sealed class SmallGroupLaws
{
    private static readonly DateOnly Today = new(2026, 9, 7);
    private static readonly PublicationRules Rules = new();
    private static readonly string[] Layers = ["team", "afdeling", "directie"];
    private static readonly InsightUnit[] Units =
        [.. Layers.Select((layer, index) => new InsightUnit(Guid.NewGuid(), null, layer, layer, "Line", IsOpen: true, Depth: 3 - index, IsInPart: true, People: 20))];

    [Fact]
    public void No_number_and_no_difference_of_two_is_one_to_four() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(600),
        Prop.ForAll(Parts.ToArbitrary(), (Action<InsightCell[]>)(cells =>
        {
            var shown = Numbers(InsightFigures.Of(cells, Units, Today, Rules)).Append(0).Distinct().ToList();

            var differences = from one in shown from other in shown select Math.Abs(one - other);
            differences.ShouldAllBe(difference => difference == 0 || difference >= Rules.SmallestCount);
        })));

    /// <summary>Eighteen open signals, and in five parts that are not shown at most four each: then none of those parts could be empty.</summary>
    [Fact]
    public void What_would_tell_of_a_hidden_part_together_with_something_else_is_not_shown()
    {
        InsightCell[] strands = [Cell("Stranding", "team", "team") with { Count = 18, Signals = 18 }, Cell("Stranding", "team", "team", "Adopted") with { Count = 20, Signals = 20 }];
        InsightCell Waits(WaitingAge age, int count) => Cell("Waiting", "team", age.ToString()) with { Count = count, Signals = count };

        var telling = Of([.. strands, .. Enum.GetValues<WaitingAge>().Select(age => Waits(age, age is WaitingAge.Answered ? 2 : 4))]);
        var other = Of([.. strands, Waits(WaitingAge.Week, 14), Waits(WaitingAge.Month, 4)]);

        telling.Stranding.ShouldBeNull();
        telling.Waiting.ShouldBeEmpty();
        other.Stranding!.Layers.Single().At.Open.ShouldBe(20);

        static InsightFigures Of(InsightCell[] cells) => InsightFigures.Of(cells, Units, Today, Rules);
    }

    /// <summary>Five old warnings can be told of only where it does not follow how they are divided over parts that are not shown.</summary>
    [Fact]
    public void The_oldest_warnings_are_told_of_together_and_not_when_they_betray_a_hidden_part()
    {
        var warnings = Enumerable.Repeat(Cell("Warning", "2026-01-15") with { Count = 1, Signals = 1 }, 5).ToArray();
        InsightCell Waits(string layer, int count) => Cell("Waiting", layer, "Longer") with { Count = count, Signals = count };

        InsightFigures.Of([.. warnings, Waits("team", 6)], Units, Today, Rules).Warnings!.Months.ShouldBe(7);
        InsightFigures.Of([.. warnings, Waits("team", 3), Waits("afdeling", 3)], Units, Today, Rules).Warnings.ShouldBeNull();
        InsightFigures.Of([.. warnings.Skip(1), Waits("team", 6)], Units, Today, Rules).Warnings.ShouldBeNull();
    }

    private static IEnumerable<int> Numbers(InsightFigures figures) =>
    [
        .. figures.Stranding is { } stranding ? stranding.Layers.SelectMany(layer => new[] { layer.At.AtRisk, layer.At.Open }).Append(stranding.Signals) : [],
        .. figures.Waiting.SelectMany(layer => layer.Counts.Values.Append(layer.Total)),
        .. figures.ReasonsPerLayer.SelectMany(layer => layer.Reasons.Select(reason => reason.Count).Append(layer.Total)),
        .. figures.ReasonsPerTheme.SelectMany(theme => theme.Reasons.Select(reason => reason.Count).Append(theme.Total)),
        .. figures.Promises?.Values ?? [],
        .. figures.Answers?.Values ?? [],
        .. figures.Silences.Select(silence => silence.Count),
        figures.OverdueAtTheTop,
        .. figures.Themes.SelectMany(theme => new[] { theme.Recent, theme.Earlier }),
    ];

    private static Gen<InsightCell[]> Parts =>
        from cells in Gen.CollectToArray(PossibleCells.Select(cell => Gen.Frequency((2, Gen.Constant(0)), (3, Gen.Choose(1, 14))).Select(count => cell with { Count = count, Signals = count })))
        select cells.Where(cell => cell.Count > 0)
            .SelectMany(cell => cell.Figure == "Warning" ? Enumerable.Repeat(cell with { Count = 1, Signals = 1 }, Math.Min(cell.Count, 5)) : [cell])
            .ToArray();

    private static IEnumerable<InsightCell> PossibleCells =>
    [
        .. from entry in Layers from reached in Layers from ending in Enum.GetNames<Ending>().Append(null) where Array.IndexOf(Layers, entry) <= Array.IndexOf(Layers, reached) select Cell("Stranding", entry, reached, ending),
        .. from layer in Layers from age in Enum.GetNames<WaitingAge>() select Cell("Waiting", layer, age),
        .. from layer in Layers from reason in Enum.GetNames<NotAdoptedReason>().Take(3) select Cell("Reason", layer, reason),
        .. from theme in Enum.GetNames<Theme>().Take(3) from reason in Enum.GetNames<NotAdoptedReason>().Take(3) select Cell("ReasonOfTheme", theme, reason),
        .. from fate in Enum.GetNames<PromiseFate>() select Cell("Promise", fate),
        .. from fate in Enum.GetNames<AnswerFate>().Append("Awaited") select Cell("Verdict", fate),
        .. from layer in Layers select Cell("Silence", layer),
        .. from theme in Enum.GetNames<Theme>() from period in new[] { "Recent", "Earlier" } select Cell("Theme", theme, period),
        Cell("Overdue"),
        Cell("Warning", "2026-01-15"),
        Cell("Raised", Units[0].Id.ToString()),
    ];

    private static InsightCell Cell(string figure, string? a = null, string? b = null, string? c = null) => new(figure, a, b, c, 0, 0);
}
