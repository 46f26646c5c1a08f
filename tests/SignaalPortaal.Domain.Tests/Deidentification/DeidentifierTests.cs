using SignaalPortaal.Domain.Deidentification;
using SignaalPortaal.Domain.Hints;

namespace SignaalPortaal.Domain.Tests.Deidentification;

public class DeidentifierTests
{
    [Fact]
    public void Four_hundred_sentences_are_labelled() => (Corpus.Labelled.Count + Corpus.Clean.Count).ShouldBeGreaterThanOrEqualTo(400);

    [Fact]
    public void Numbers_addresses_titles_and_units_are_all_taken_out() => Missed(label => !label.IsName && !label.IsRisk, IsTakenOut).ShouldBeEmpty();

    [Fact]
    public void Of_names_in_the_register_98_of_100_are_taken_out() =>
        PartMissed(label => label.Kind is IdentifyingKind.Colleague, IsTakenOut).ShouldBeLessThanOrEqualTo(0.02);

    [Fact]
    public void Of_other_names_80_of_100_are_taken_out() =>
        PartMissed(label => label.Kind is IdentifyingKind.OtherName, IsTakenOut).ShouldBeLessThanOrEqualTo(0.2);

    [Fact]
    public void What_is_true_of_few_is_marked_and_stays() => Missed(label => label.IsRisk, IsMarkedOnly).ShouldBeEmpty();

    /// <summary>At most 1 of 15 is changed and 1 of 5 has a doubt.</summary>
    [Fact]
    public void Sentences_without_anybody_in_them_stay_as_they_are()
    {
        var clean = Corpus.Clean.Select(sentence => (Sentence: sentence, Result: Deidentifier.Deidentify(sentence, Corpus.Register))).ToList();

        clean.Count(pair => pair.Result.Replacements.Count > 0).ShouldBeLessThanOrEqualTo(clean.Count / 15);
        clean.Count(pair => pair.Result.Marks.Count > 0).ShouldBeLessThanOrEqualTo(clean.Count / 5);
    }

    [Theory]
    [InlineData("Joost van der Wal belde. Van der Wal en Joost zijn dezelfde.", "[NAAM-1] belde. [NAAM-1] en [NAAM-1] zijn dezelfde.")]
    [InlineData("Sikkema en Haddad, en weer Sikkema’s map.", "[NAAM-1] en [NAAM-2], en weer [NAAM-1] map.")]
    [InlineData("Mevrouw dr. Haddad en Haddad zelf; groet, Haddad", "[NAAM-1] en [NAAM-1] zelf; groet, [NAAM-1]")]
    [InlineData("Collega Sikkema zei dat Hans’ map weg is.", "Collega [NAAM-1] zei dat [NAAM-2] map weg is.")]
    [InlineData("Bsn 111222333 en 111.222.333 en 123456782.", "Bsn [BSN-1] en [BSN-1] en [BSN-2].")]
    [InlineData("[NAAM-3] sprak Sikkema.", "[NAAM-3] sprak [NAAM-4].")]
    [InlineData("Zaak INK-2048113 van Team Toeslagen Noord 1.", "Zaak [DOSSIER-1] van [ONDERDEEL-1].")]
    public void The_same_one_has_the_same_number_in_one_text(string text, string expected) =>
        Deidentifier.Deidentify(text, Corpus.Register).Text.ShouldBe(expected);

    [Theory]
    [InlineData("INK-#######", true)]
    [InlineData("??-###/#", true)]
    [InlineData("INK-##", false)]
    [InlineData("(a+)+###", false)]
    [InlineData(" ###", false)]
    public void A_template_is_no_expression(string shape, bool isValid) => NumberTemplate.IsValid(shape).ShouldBe(isValid);

    private static double PartMissed(Func<Label, bool> which, Func<Deidentified, Label, bool> isFound) =>
        (double)Missed(which, isFound).Count / Corpus.Labelled.Sum(sentence => sentence.Labels.Count(which));

    private static List<string> Missed(Func<Label, bool> which, Func<Deidentified, Label, bool> isFound) =>
    [
        .. from sentence in Corpus.Labelled
           let result = Deidentifier.Deidentify(sentence.Text, Corpus.Register)
           from label in sentence.Labels
           where which(label) && !isFound(result, label)
           select $"{label.Kind}: {sentence.Text.Substring(label.Start, label.Length)} in: {result.Text}",
    ];

    private static bool IsTakenOut(Deidentified result, Label label) =>
        result.Replacements.Any(replaced => replaced.Start <= label.Start && replaced.Start + replaced.Length >= label.Start + label.Length);

    private static bool IsMarkedOnly(Deidentified result, Label label) =>
        !result.Replacements.Any(replaced => replaced.Start < label.Start + label.Length && replaced.Start + replaced.Length > label.Start)
        && result.Marks.Any(mark => mark.IsRisk && Covers(result, mark, label));

    private static bool IsTakenOutOrMarked(Deidentified result, Label label) =>
        IsTakenOut(result, label) || result.Marks.Any(mark => Covers(result, mark, label));

    /// <summary>A mark stands in the result; the label in what was written.</summary>
    private static bool Covers(Deidentified result, Mark mark, Label label)
    {
        var moved = result.Replacements.Where(replaced => replaced.StartInResult < mark.Start).Sum(replaced => replaced.Placeholder.Length - replaced.Length);
        return mark.Start - moved <= label.Start && mark.Start - moved + mark.Length >= label.Start + label.Length;
    }
}
