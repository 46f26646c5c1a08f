using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using SignaalPortaal.Domain.Search;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Search;

public class SearchTextTests
{
    [Theory]
    [InlineData("brief", "brieven")]
    [InlineData("zaak", "zaken")]
    [InlineData("systeem", "systemen")]
    [InlineData("huis", "huizen")]
    [InlineData("bus", "bussen")]
    [InlineData("wet", "wetten")]
    [InlineData("boom", "bomen")]
    [InlineData("graaf", "graven")]
    [InlineData("termijn", "termijnen")]
    [InlineData("vergunning", "vergunningen")]
    [InlineData("mogelijkheid", "mogelijkheden")]
    [InlineData("teamlid", "teamleden")]
    [InlineData("stad", "steden")]
    [InlineData("kind", "kinderen")]
    [InlineData("regel", "regels")]
    [InlineData("collega", "collega's")]
    [InlineData("foto", "foto’s")]
    [InlineData("categorie", "categorieën")]
    [InlineData("criterium", "criteria")]
    [InlineData("technicus", "technici")]
    [InlineData("brief", "Brieven,")]
    public void Singular_and_plural_find_each_other(string singular, string plural)
    {
        Finds(singular, plural).ShouldBeTrue();
        Finds(plural, singular).ShouldBeTrue();
    }

    [Theory]
    [InlineData("bus", "brief")]
    [InlineData("brief", "bericht")]
    [InlineData("proces", "procedure")]
    [InlineData("glas", "glad")]
    [InlineData("les", "lezing")]
    public void Other_words_do_not(string typed, string text) => Finds(typed, text).ShouldBeFalse();

    [Theory]
    [InlineData("  berg   jan ", "berg", "jan")]
    [InlineData("Jan van der Berg", "Jan", "Berg")]
    [InlineData("Berg, mevr. v.d.", "Berg,")]
    [InlineData("Jan v/d Berg", "Jan", "Berg")]
    [InlineData("van 't Hof", "Hof")]
    [InlineData("van der", "van", "der")]
    [InlineData("D'Hondt", "D'Hondt")]
    public void Of_a_name_prefixes_and_titles_do_not_count(string typed, params string[] words) => SearchText.NameWords(typed).ShouldBe(words);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("% _ \\ |")]
    [InlineData("\0")]
    [InlineData("😀")]
    public void Without_a_letter_or_digit_there_is_nothing_to_look_for(string? typed)
    {
        SearchText.IsSearch(typed).ShouldBeFalse();
        SearchText.Words(typed).ShouldBeEmpty();
        SearchText.NameWords(typed).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(99, "😀")]
    [InlineData(98, "é́")]
    [InlineData(95, "👩‍👩‍👧")]
    public void A_text_is_cut_before_the_character_that_does_not_fit(int letters, string last)
    {
        var text = new string('a', letters) + last;

        Words.Cut(text, 100).ShouldBe(letters + last.Length <= 100 ? text : new string('a', letters));
    }

    [Fact]
    public void What_is_cut_is_a_beginning_of_whole_characters() => Prop
        .ForAll(
            Gen.Elements("a", "é", "e\u0301", "😀", "👩‍👩‍👧", "🇳🇱", " ", "\n").ArrayOf().Select(string.Concat).ToArbitrary(),
            Gen.Choose(0, 30).ToArbitrary(),
            (text, most) =>
            {
                var cut = Words.Cut(text, most);
                return cut.Length <= most
                    && text.StartsWith(cut, StringComparison.Ordinal)
                    && new StringInfo(text).LengthInTextElements == new StringInfo(cut).LengthInTextElements + new StringInfo(text[cut.Length..]).LengthInTextElements;
            })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    /// <summary>As the database compares, for words without marks in them.</summary>
    private static bool Finds(string typed, string text) => SearchText.Words(typed).All(word => word.Split(SearchText.Or)
        .Any(form => Compared(text).Contains(Compared(form), StringComparison.Ordinal)));

    private static string Compared(string text) => text.Replace("'", "").Replace("’", "").Replace("ë", "e").ToLowerInvariant();
}
