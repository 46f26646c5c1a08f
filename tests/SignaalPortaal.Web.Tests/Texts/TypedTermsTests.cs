using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using SignaalPortaal.Application.Insight;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Insight;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Domain.Summaries;
using SignaalPortaal.Web.Pages;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Tests.Texts;

/// <summary>A number that the domain knows is told as the domain knows it.</summary>
public sealed partial class TypedTermsTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task The_page_says_the_terms_of_the_domain_for_every_risk_and_kind()
    {
        var page = await portal.Nobody().Open("/zo-werkt-het");
        var rows = page.Page.QuerySelectorAll("tbody tr").Select(row => row.Children.Select(cell => cell.TextContent.Trim()).ToList()).ToList();

        rows.Select(row => (row[0], row[1], row[2])).ShouldBe(TermRow.All.Select(row => (row.Label, row.Acknowledge, row.Answer)));
        foreach (var kind in Enum.GetValues<SignalKind>())
        {
            var row = rows.SingleOrDefault(row => row[0].Contains(kind.Text, StringComparison.OrdinalIgnoreCase)) ?? rows[^1];
            var terms = Clock.Of(kind);
            Says(row[1], terms.Acknowledge);
            Says(row[2], terms.Answer);
        }

        foreach (var risk in Enum.GetValues<RiskLevel>().Where(risk => Clock.Of(risk) is not null))
        {
            var row = rows.Single(row => row[0].Contains($"‘{risk.Text.ToLower()}’", StringComparison.Ordinal));
            Says(row[1], Clock.Of(risk)!.Acknowledge);
            Says(row[2], Clock.Of(risk)!.Answer);
        }

        static void Says(string words, Term term)
        {
            words.ShouldContain(term switch
            {
                { Unit: TermUnit.WorkingDay, Count: 0 } => "dezelfde dag",
                { Unit: TermUnit.WorkingDay } => $"{term.Count} werkdag",
                { Unit: TermUnit.CalendarDay } => $"{term.Count} dag",
                _ => $"{term.Count} maand",
            });
        }
    }

    /// <summary>By what a sentence is about: whoever changes a rule is told which sentences to change with it.</summary>
    [Fact]
    public void A_number_that_is_typed_in_a_sentence_is_that_of_the_rule()
    {
        var typed = Sentences().Select(sentence => (sentence.Name, sentence.Text, Rules: Rules(sentence.Text))).Where(sentence => sentence.Rules is not null).ToList();

        typed.Count.ShouldBeGreaterThan(15);
        typed.Where(sentence => !sentence.Rules!.All(number => Says(sentence.Text, number)))
            .Select(sentence => $"{sentence.Name} must say {string.Join(" and ", sentence.Rules!)}: {sentence.Text}").ShouldBeEmpty();
    }

    private static int[]? Rules(string text) => text switch
    {
        _ when text.Contains("signalen van minstens", StringComparison.Ordinal) => [new PublicationRules().SmallestCount, new PublicationRules().FewestReporters],
        _ when text.Contains("Een getal van 1 tot en met", StringComparison.Ordinal) => [new PublicationRules().SmallestCount - 1, new PublicationRules().FewestPeople],
        _ when Regex.IsMatch(text, "signalen samen|Kies minstens [0-9]+ signalen|in een kwartaal [0-9]+ signalen") => [Summary.FewestSignals],
        _ when Regex.IsMatch(text, "onderdeel van minstens [a-z0-9]+ mensen") => [ManagementLine.FewestPeople],
        _ when text.Contains("De melder heeft ", StringComparison.Ordinal) && text.Contains("werkdagen", StringComparison.Ordinal) => [Clock.Reply.Count],
        _ when text.Contains("De wet geeft ", StringComparison.Ordinal) => [Clock.Of(SignalKind.Wrongdoing).Acknowledge.Count, Clock.Of(SignalKind.Wrongdoing).Answer.Count],
        _ when text.Contains("jaar mee", StringComparison.Ordinal) => [Withdrawal.CountsForMonths / 12],
        _ when text.Contains("langer dan 30 dagen", StringComparison.Ordinal) => [WaitingAges.Month],
        _ when Regex.IsMatch(text, "^0 tot [0-9]+ dagen$") => [WaitingAges.Week],
        _ when Regex.IsMatch(text, "^[0-9] tot [0-9]+ dagen$") => [WaitingAges.Week + 1, WaitingAges.Month],
        _ when Regex.IsMatch(text, "^[0-9]{2} tot [0-9]+ dagen$") => [WaitingAges.Month + 1, WaitingAges.TwoMonths],
        _ when Regex.IsMatch(text, "^meer dan [0-9]+ dagen$") => [WaitingAges.TwoMonths],
        _ => null,
    };

    private static bool Says(string text, int number) =>
        Regex.IsMatch(text, $@"(?<![0-9]){number}(?![0-9])") || (InDutch.TryGetValue(number, out var word) && Regex.IsMatch(text, $@"\b{word}\b", RegexOptions.IgnoreCase));

    private static readonly Dictionary<int, string> InDutch = new()
    {
        [1] = "een",
        [2] = "twee",
        [3] = "drie",
        [4] = "vier",
        [5] = "vijf",
        [7] = "zeven",
        [9] = "negen",
        [10] = "tien",
        [12] = "twaalf",
        [13] = "dertien",
        [28] = "achtentwintig",
        [30] = "dertig",
    };

    private static IEnumerable<(string Name, string Text)> Sentences() =>
        from file in typeof(EnumTexts).Assembly.GetManifestResourceNames()
        where file.EndsWith(".resources", StringComparison.Ordinal)
        let resource = file[..^".resources".Length]
        from DictionaryEntry text in new ResourceManager(resource, typeof(EnumTexts).Assembly).GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!
        select ($"{resource.Split('.')[^1]}.{text.Key}", (string)text.Value!);
}
