using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SignaalPortaal.Domain.Deidentification;
using SignaalPortaal.Domain.Hints;

namespace SignaalPortaal.Domain.Tests.Deidentification;

/// <summary>Whatever somebody types.</summary>
public class DeidentifierLaws
{
    private static readonly string[] Pieces =
    [
        "Noor", "Noor Jansen", "Joost van der Wal", "jansen", "van", "der", "Wal", "v.d.", "'t", "De", "J.", ",", ".", "-", " ", " ", "\n", "@", "06", "12345678", "+31", "111222333",
        "NL91ABNA0417164300", "2511", "CV", "Dorpsstraat", "12", "geboren", "3 maart", "1980", "dhr.", "groet", "'s", "als enige", "toestel", "dossier", "INK-2048113", "njansen",
        "[NAAM-1]", "[", "]", "NAAM", "[NAAM-", "Hulpteam", "Team Toeslagen Noord 1", "K7QM-3XWD", "AB-12-CD", "/", "€", "e\u0301", "\u0301", "\ud83d\ude00", "\ud83d", "İ", "ß", "\0",
        "O'Neill", "Pietersen", "Karin", "login", "a_b1",
    ];

    private static readonly string[] FirstNames = ["Noor", "Joost", "Mark", "Roos", "Şükrü", "Pieter-Jan", "Wil", "An", "Bo", "Naïma", "D'Angelo", "Ben"];

    private static readonly string[] Surnames = ["Jansen", "van der Wal", "Bakker", "El Idrissi", "O'Neill", "Tjon-A-Fat", "ter Braak", "Groen", "de Jong-Postma", "Raad", "Team", "Maart", "Van Den Berg"];

    private static readonly string[] Around = ["Ik sprak ", " en ", "Mevrouw ", "zaak 12 van ", ". ", "\n", " (", ") ", ", ", "collega ", "’s map ", " 12 ", "Dorpsstraat ", "Hulpteam ", "van "];

    [Fact]
    public void Random_texts() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(ArbMap.Default.ArbFor<string>(), (Action<string>)(text => Holds(text ?? ""))));

    [Fact]
    public void Random_pieces_of_what_is_looked_for() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(60),
        Prop.ForAll(Gen.Elements(Pieces).ListOf().ToArbitrary(), (Action<IList<string>>)(pieces => Holds(string.Concat(pieces)))));

    [Fact]
    public void No_full_name_of_the_register_is_left() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(20),
        Prop.ForAll(
            (from first in Gen.Elements(FirstNames) from last in Gen.Elements(Surnames) select $"{first} {last}").NonEmptyListOf().ToArbitrary(),
            Gen.Elements(Around).ListOf().ToArbitrary(),
            (Action<IList<string>, IList<string>>)((names, around) =>
            {
                var register = new Register([.. names.Select(name => new RegisteredPerson(name, "1", "medewerker", IsWriter: false))], []);
                var text = string.Concat(names.Select((name, index) => (around.ElementAtOrDefault(index) ?? " ") + name)) + string.Concat(around.Skip(names.Count));

                var result = Deidentifier.Deidentify(text, register).Text;

                names.ShouldAllBe(name => !result.Contains(name, StringComparison.Ordinal), $"{text} became {result}");
            })));

    /// <summary>Long runs of one thing: time must not grow faster than the text, or this takes minutes.</summary>
    [Theory]
    [InlineData("a")]
    [InlineData("1")]
    [InlineData("1-")]
    [InlineData("A.")]
    [InlineData("J. ")]
    [InlineData("van ")]
    [InlineData("Noor ")]
    [InlineData("Noor-")]
    [InlineData("@")]
    [InlineData("a@b.")]
    [InlineData("[NAAM-")]
    [InlineData("[[[[")]
    [InlineData("NL91 ")]
    [InlineData("06-")]
    [InlineData("O'")]
    [InlineData("Team Toeslagen ")]
    [InlineData("INK-204")]
    [InlineData("jan_")]
    public void Long_runs(string piece) => Holds(string.Concat(Enumerable.Repeat(piece, 20_000 / piece.Length)));

    private static void Holds(string text)
    {
        var once = Deidentifier.Deidentify(text, Corpus.Register);

        Deidentifier.Deidentify(once.Text, Corpus.Register).Text.ShouldBe(once.Text);
        Restored(once, text).ShouldBe(text);
        string.Concat(once.Pieces().Select(piece => piece.Text)).ShouldBe(once.Text);
    }

    /// <summary>With every replacement taken back.</summary>
    private static string Restored(Deidentified result, string text)
    {
        var (restored, at) = (new StringBuilder(), 0);
        foreach (var replaced in result.Replacements)
        {
            restored.Append(result.Text, at, replaced.StartInResult - at).Append(text, replaced.Start, replaced.Length);
            at = replaced.StartInResult + replaced.Placeholder.Length;
        }

        return restored.Append(result.Text, at, result.Text.Length - at).ToString();
    }
}
