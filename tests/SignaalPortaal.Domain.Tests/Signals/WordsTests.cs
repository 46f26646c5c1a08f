using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

public class WordsTests
{
    private const string TurnsAround = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    [Theory]
    [InlineData("Gewone tekst, met (leestekens) & <haken> ~")]
    [InlineData("Eén naïeve coördinator café ÿ ĳ €")]
    [InlineData("e\u0301 als losse streep")]
    [InlineData("Gezin 👨‍👩‍👧‍👦, vlag 🇳🇱, zorg 👩🏽‍⚕️, hart ❤️")]
    [InlineData("مرحبا بالعالم ٣")]
    [InlineData("שלום עולם")]
    [InlineData("rechts\u200Fnaar links\u200E en terug")]
    [InlineData("regel\nregel\n\n\ttab ")]
    [InlineData("日本語 𠜎 ไทย")]
    [InlineData("vaste\u00A0spatie")]
    [InlineData("")]
    public void Ordinary_writing_stays_byte_for_byte(string text)
    {
        Encoding.UTF8.GetBytes(Words.Readable(text)).ShouldBe(Encoding.UTF8.GetBytes(text));
        Words.AreStorable(text, maxLength: 300).ShouldBeTrue();
    }

    [Theory]
    [InlineData("een\r\ntwee", "een\ntwee")]
    [InlineData("een\rtwee", "een\ntwee")]
    [InlineData("een\n\r\ntwee", "een\n\ntwee")]
    [InlineData("nul\0en bel\u0007", "nulen bel")]
    [InlineData("\u001B[31mrood", "[31mrood")]
    [InlineData("weg\u007F\u0080\u009F", "weg")]
    [InlineData("\u202Eterug\u202C", "terug")]
    [InlineData("\u202A\u202B\u202Din\u2066ge\u2067sp\u2068ro\u2069ken", "ingesproken")]
    public void What_cannot_be_kept_or_seen_is_taken_out(string written, string kept)
    {
        Words.Readable(written).ShouldBe(kept);
        Words.AreStorable(written, maxLength: 300).ShouldBeFalse();
    }

    [Fact]
    public void Half_of_a_character_is_taken_out()
    {
        Words.Readable("a\uD83Db").ShouldBe("ab");
        Words.Readable("a\uDE00b").ShouldBe("ab");
        Words.Readable("\uD83D\0\uDE00").ShouldBe("");
    }

    [Fact]
    public void Nothing_is_storable_and_so_is_what_just_fits()
    {
        Words.AreStorable(null, maxLength: 3).ShouldBeTrue();
        Words.AreStorable("abc", maxLength: 3).ShouldBeTrue();
        Words.AreStorable("abcd", maxLength: 3).ShouldBeFalse();
    }

    [Fact]
    public void What_is_readable_stays_as_it_is() => Prop
        .ForAll(AnyText, text => Words.Readable(Words.Readable(text)) == Words.Readable(text))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void What_is_readable_has_nothing_in_it_that_cannot_be_kept() => Prop
        .ForAll(AnyText, text => Words.Readable(text).EnumerateRunes().All(rune =>
            rune.Value is '\n' or '\t' || (!Rune.IsControl(rune) && rune != Rune.ReplacementChar && !TurnsAround.Contains($"{rune}"))))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Nothing_else_is_taken_out() => Prop
        .ForAll(
            Gen.Elements("a", "é", " ", "\n", "\t", "👩🏽‍⚕️", "ש", "م", "\u200F", "~", "𠜎").ArrayOf()
                .Select(string.Concat).ToArbitrary(),
            text => Words.Readable(text) == text)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    /// <summary>Of characters of all sorts, halves of pairs included, with those that matter more often than by chance.</summary>
    private static Arbitrary<string> AnyText => Gen
        .OneOf(
            Gen.Choose(0, 0xFFFF).Select(code => (char)code),
            Gen.Choose(0x20, 0x7E).Select(code => (char)code),
            Gen.Elements(
                '\r', '\n', '\t', '\0', '\f', '\v', '\u0085', '\u2028', '\u2029', '\u202E', '\u2069', '\uD83D', '\uDE00', '\uFFFD'))
        .ArrayOf()
        .Select(characters => new string(characters))
        .ToArbitrary();
}
