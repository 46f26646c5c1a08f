using FsCheck;
using FsCheck.Fluent;
using SignaalPortaal.Domain.Hints;

namespace SignaalPortaal.Domain.Tests.Hints;

/// <summary>Whatever somebody types: no exception, and places that are in the text, in order and apart.</summary>
public class HintLaws
{
    private static readonly string[] Pieces =
    [
        "Noor", "jansen", "van", "der", "Wal", "v.d.", "'t", "De", "J.", ",", ".", "-", " ", "\n", "  ", "@", "06", "+31", "(0)", "0031", "12", "345678", "111222333",
        "NL91", "ABNA", "0417164300", "2511", "CV", "Dorpsstraat", "Laan", "geboren", "maart", "1980", "dhr.", "groet", "collega", "'s", "als enige", "toestel", "dossier",
        "Team Toeslagen", "Noord 1", "K7QM-3XWD", "AB-12-CD", "/", "€", "é", "e\u0301", "\u0301", "\ud83d\ude00", "\ud83d", "\udc00", "İ", "ß", "ﬁ", "\0", "١٢٣", "\u00a0",
    ];

    [Fact]
    public void Random_texts() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(ArbMap.Default.ArbFor<string>(), (Action<string>)(text => Holds(text ?? ""))));

    [Fact]
    public void Random_pieces_of_what_is_looked_for() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(3000).WithEndSize(60),
        Prop.ForAll(Gen.Elements(Pieces).ListOf().ToArbitrary(), (Action<IList<string>>)(pieces => Holds(string.Concat(pieces)))));

    [Fact]
    public void What_is_found_does_not_depend_on_the_sentences_around_it() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(Gen.Choose(0, 40).ToArbitrary(), (Action<int>)(sentences =>
        {
            var before = string.Concat(Enumerable.Repeat("De brief is lang. ", sentences));

            IdentifyingWords.Find($"{before}Ik sprak Joost van der Wal. {before}", Registers.Agency)
                .ShouldBe([new IdentifyingWord(before.Length + 9, 17, IdentifyingKind.Colleague, Certainty.Certain)]);
        })));

    private static void Holds(string text)
    {
        var end = 0;
        foreach (var word in IdentifyingWords.Find(text, Registers.Agency))
        {
            word.Start.ShouldBeGreaterThanOrEqualTo(end);
            word.Length.ShouldBePositive();
            end = word.End;
        }

        end.ShouldBeLessThanOrEqualTo(text.Length);
    }
}
