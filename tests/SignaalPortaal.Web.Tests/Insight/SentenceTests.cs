using System.Text.RegularExpressions;
using SignaalPortaal.Application.Insight;
using SignaalPortaal.Domain.Insight;
using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Display;
using SignaalPortaal.Web.Pages.Insight;
using SignaalPortaal.Web.Pages.Publications;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Tests.Insight;

/// <summary>A sentence beside a chart says what the chart says, and a tie is told as a tie.</summary>
public sealed partial class SentenceTests
{
    private static readonly PublicationRules Rules = new();

    /// <summary>Seven of a hundred are not adopted; the nineteen on which the reporter never said a word are something else.</summary>
    [Fact]
    public void What_was_not_adopted_is_what_the_table_calls_so()
    {
        var chart = Charts().Stranding(Stranding(("team", 0.07, 0.19), ("afdeling", 0.05, 0.3)));

        InsightCharts.SentencesOf(chart).Last().ShouldBe("De meeste signalen die niet zijn overgenomen, eindigen bij de laag team: ongeveer 7 van elke 100.");
        chart.Rows[0].Texts.ShouldContain("7 van de 100");
    }

    [Fact]
    public void Layers_that_strand_as_many_are_both_named_also_when_only_rounding_makes_them_so() =>
        InsightCharts.SentencesOf(Charts().Stranding(Stranding(("team", 0.068, 0), ("afdeling", 0.071, 0), ("directie", 0.01, 0)))).Last()
            .ShouldBe("De meeste signalen die niet zijn overgenomen, eindigen even vaak bij de lagen team en afdeling: bij elk ongeveer 7 van elke 100.");

    [Fact]
    public void Where_nothing_was_refused_nothing_is_said_of_where() =>
        InsightCharts.SentencesOf(Charts().Stranding(Stranding(("team", 0.001, 0.2), ("afdeling", 0, 0.1)))).ShouldHaveSingleItem();

    [Fact]
    public void Layers_that_were_silent_as_often_are_both_named()
    {
        Charts(silences: [("team", 20), ("afdeling", 20), ("directie", 5)]).SilencesSentence.ShouldStartWith("De lagen team en afdeling lieten elk ongeveer 20 keer");
        Charts(silences: [("team", 20), ("afdeling", 15)]).SilencesSentence.ShouldStartWith("De laag team liet ongeveer 20 keer");
        Charts(silences: []).SilencesSentence.ShouldBe("Bij elke laag gebeurde dat minder dan 5 keer.");
    }

    [Fact]
    public void Layers_at_which_as_many_wait_are_both_named() =>
        Charts(waiting: [Waits("team", longer: 10), Waits("afdeling", week: 10)]).WaitingSentence.ShouldBe("De meeste wachten bij de lagen team en afdeling: bij elk ongeveer 10.");

    /// <summary>Of two numbers that are not shown, each can be four: together they are not fewer than five.</summary>
    [Theory]
    [InlineData(10, 15, "Daar wachten ongeveer 25 signalen langer dan 30 dagen op een antwoord.")]
    [InlineData(10, 0, "Daar wachten ongeveer 10 signalen of meer langer dan 30 dagen op een antwoord.")]
    [InlineData(0, 0, "Daar wachten minder dan 9 signalen langer dan 30 dagen op een antwoord.")]
    public void How_many_wait_for_long_is_the_sum_of_what_the_chart_shows(int twoMonths, int longer, string sentence) =>
        Charts(waiting: [Waits("team", week: 30, twoMonths: twoMonths, longer: longer)]).WaitingSentence.ShouldBe($"De meeste wachten bij de laag team. {sentence}");

    [Fact]
    public void Reasons_that_were_given_as_often_are_both_named() => Charts(reasons:
        [
            new ReasonGroup<string>("team", [(NotAdoptedReason.Money, 10), (NotAdoptedReason.Capacity, 5)], 0),
            new ReasonGroup<string>("afdeling", [(NotAdoptedReason.Capacity, 5)], 0),
        ]).ReasonsSentence.ShouldBe($"De redenen die het vaakst zijn gegeven: {NotAdoptedReason.Money.Text} en {NotAdoptedReason.Capacity.Text}, elk ongeveer 10 keer.");

    /// <summary>Whatever is counted: each number in a sentence stands in the table beside it, and each row with the highest number is named.</summary>
    [Fact]
    public void Over_random_figures_each_sentence_is_of_its_chart()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            string[] layers = [.. new[] { "team", "afdeling", "directie" }.Take(random.Next(1, 4))];
            int Five() => 5 * random.Next(0, 4);
            var charts = Charts(
                [.. layers.Select(layer => (layer, 5 + Five()))],
                [.. layers.Select(layer => Waits(layer, 5 + Five(), Five(), Five()))]);
            var stranding = charts.Stranding(Stranding([.. layers.Select(layer => (layer, random.Next(0, 30) / 100.0, random.Next(0, 30) / 100.0))]));

            foreach (var sentence in InsightCharts.SentencesOf(stranding).Skip(1))
            {
                Named(sentence, stranding, row => row.Values[2]);
            }

            Named(charts.SilencesSentence, charts.Silences, row => row.Values[0]);
        }

        static void Named(string sentence, BarChart chart, Func<BarRow, double> value)
        {
            var most = chart.Rows.Max(value);
            Number().Matches(sentence).Select(number => double.Parse(number.Value)).Where(number => number is not 100).ShouldAllBe(number => number == most, sentence);
            chart.Rows.Where(row => sentence.Contains($" {row.Label}", StringComparison.Ordinal)).ShouldBe(chart.Rows.Where(row => value(row) == most), sentence);
        }
    }

    [Fact]
    public void A_publication_tells_a_tie_as_one()
    {
        Largest(("Safety", 8), ("Rules", 8), ("Service", 6)).ShouldBe($"Het vaakst, en even vaak: {Theme.Rules.Text} en {Theme.Safety.Text}. Elk 8 van de 22.");
        Largest(("Safety", 9), ("Rules", 8)).ShouldBe($"Het vaakst gaat het over: {Theme.Safety.Text}. Dat zijn er 9 van de 17.");
    }

    /// <summary>Nobody wrote about "not filled in".</summary>
    [Fact]
    public void What_reporters_left_open_is_not_what_it_is_most_about()
    {
        Largest(("NotGiven", 30), ("Safety", 9), ("Rules", 8)).ShouldBe($"Het vaakst gaat het over: {Theme.Safety.Text}. Dat zijn er 9 van de 47.");
        Figure(("NotGiven", 30), ("Safety", 9)).Rows.Select(row => row.Label).ShouldContain("Niet ingevuld");
    }

    private static string Largest(params (string Theme, int Count)[] counts) => Figure(counts).Sentence;

    private static Figure Figure(params (string Theme, int Count)[] counts) => Pages.Publications.Figure.Of(
        new PublishedQuarter(
            new Quarter(2026, 3), Rules, [], PublishedLeaf.Now,
            [new PublishedTable(PublishedMeasure.Raised, [PublishedDimension.Theme], [.. counts.Select(count => new PublishedCell([new PublishedBlock(PublishedDimension.Theme, [count.Theme])], count.Count))])]),
        PublishedMeasure.Raised, PublishedDimension.Theme, "onderwerpen", PublicationTexts.ThemesTitle, PublicationTexts.ThemesSentence)!;

    private static StrandingFigure Stranding(params (string Layer, double NotAdopted, double NoReaction)[] layers) => new(
        100,
        [.. layers.Select(layer => new StrandingLayer(layer.Layer, new StrandedAt(50, 5, 0.5, new Dictionary<Ending, double>
        {
            [Ending.Adopted] = 0.1, [Ending.NotAdopted] = layer.NotAdopted, [Ending.Elsewhere] = 0, [Ending.NoReaction] = layer.NoReaction,
        })))]);

    private static WaitingAt Waits(string layer, int week = 0, int twoMonths = 0, int longer = 0) => new(layer, new Dictionary<WaitingAge, int>
    {
        [WaitingAge.Week] = week,
        [WaitingAge.Month] = 0,
        [WaitingAge.TwoMonths] = twoMonths,
        [WaitingAge.Longer] = longer,
        [WaitingAge.Answered] = 0,
    });

    private static InsightCharts Charts(IReadOnlyList<(string, int)>? silences = null, IReadOnlyList<WaitingAt>? waiting = null, IReadOnlyList<ReasonGroup<string>>? reasons = null) => new(
        new InsightView([], new InsightChoice(Guid.Empty, "Directie"), 100, Rules, DateTimeOffset.UnixEpoch, new InsightFigures(
            [], null, waiting ?? [], null, reasons ?? [], [], [], [], null, null, silences ?? [], 0, [], [])));

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
