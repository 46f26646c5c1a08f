using SignaalPortaal.Domain.Deidentification;
using SignaalPortaal.Domain.Hints;

namespace SignaalPortaal.Domain.Tests.Deidentification;

public class DeidentifierTests
{
    [Fact]
    public void Two_hundred_sentences_are_labelled() => (Corpus.Labelled.Count + Corpus.Clean.Count).ShouldBeGreaterThanOrEqualTo(200);

    [Fact]
    public void Numbers_and_addresses_are_all_taken_out() =>
        Missed(label => !label.IsName && !label.IsRisk && label.Kind is not IdentifyingKind.Unit, IsTakenOut).ShouldBeEmpty();

    [Fact]
    public void Names_in_the_register_are_nearly_all_taken_out_or_marked() =>
        PartMissed(label => label.Kind is IdentifyingKind.Colleague, IsTakenOutOrMarked).ShouldBeLessThanOrEqualTo(0.02);

    [Fact]
    public void Other_names_are_mostly_taken_out_or_marked() =>
        PartMissed(label => label.Kind is IdentifyingKind.OtherName, IsTakenOutOrMarked).ShouldBeLessThanOrEqualTo(0.2);

    [Fact]
    public void Of_all_names_most_are_taken_out_without_a_doubt() => PartMissed(label => label.IsName, IsTakenOut).ShouldBeLessThanOrEqualTo(0.2);

    [Fact]
    public void What_is_true_of_few_is_marked_and_stays()
    {
        Missed(label => label.IsRisk, IsMarkedOnly).ShouldBeEmpty();
        Missed(label => label.Kind is IdentifyingKind.Unit, IsTakenOutOrMarked).ShouldBeEmpty();
    }

    /// <summary>At most 2 of 29 are changed and 6 of 29 have a doubt.</summary>
    [Fact]
    public void Sentences_without_anybody_in_them_stay_as_they_are()
    {
        var clean = Corpus.Clean.Select(sentence => (sentence, Deidentifier.Deidentify(sentence, Corpus.Register))).ToList();

        clean.Count.ShouldBeGreaterThanOrEqualTo(29);
        clean.Count(pair => pair.Item2.Replacements.Count > 0).ShouldBeLessThanOrEqualTo(clean.Count * 2 / 29);
        clean.Count(pair => pair.Item2.Marks.Count > 0).ShouldBeLessThanOrEqualTo(clean.Count * 6 / 29);
    }

    [Theory]
    [InlineData("Joost van der Wal belde. Van der Wal en Joost zijn dezelfde.", "[NAAM-1] belde. [NAAM-1] en [NAAM-1] zijn dezelfde.")]
    [InlineData("Sikkema en Haddad, en weer Sikkema’s map.", "[NAAM-1] en [NAAM-2], en weer [NAAM-1]’s map.")]
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
