using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

/// <summary>A code that people copy by hand: what is typed wrong is noticed, and what is typed otherwise is not minded.</summary>
public class ReceiptCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static readonly Arbitrary<string> Codes =
        Gen.Choose(0, 255).Select(number => (byte)number).ArrayOf(ReceiptCode.KeyLength).Select(key => ReceiptCode.Of(key)).ToArbitrary();

    [Fact]
    public void What_is_shown_is_read_back() => Always(code =>
    {
        code.Length.ShouldBe(ReceiptCode.Length);
        code.ShouldAllBe(sign => Alphabet.Contains(sign));
        ReceiptCode.Show(code).Split('-').Select(group => group.Length).ShouldBe([4, 4, 4, 4, 4, 4, 3]);
        ReceiptCode.Parse(ReceiptCode.Show(code)).ShouldBe(code);
        ReceiptCode.Parse(code).ShouldBe(code);
    });

    [Fact]
    public void The_same_key_gives_the_same_code_and_another_key_another()
    {
        var key = RandomNumberGenerator.GetBytes(ReceiptCode.KeyLength);
        var code = ReceiptCode.Of(key);
        ReceiptCode.Of(key).ShouldBe(code);

        key[^1] ^= 1;
        ReceiptCode.Of(key).ShouldNotBe(code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_key_of_another_length_is_none(int length) =>
        Should.Throw<ArgumentOutOfRangeException>(() => ReceiptCode.Of(new byte[length]));

    [Fact]
    public void Each_single_wrong_character_is_noticed() => Always(code =>
    {
        for (var place = 0; place < code.Length; place++)
        {
            foreach (var other in Alphabet.Where(sign => sign != code[place]))
            {
                ReceiptCode.Parse($"{code[..place]}{other}{code[(place + 1)..]}").ShouldBeNull();
            }
        }
    });

    /// <summary>Luhn sees all of these but one: 0 and the last character weigh the same, doubled or not.</summary>
    [Fact]
    public void Two_characters_that_changed_places_are_noticed_but_for_the_first_and_the_last_of_the_alphabet() => Always(code =>
    {
        for (var place = 0; place < code.Length - 1; place++)
        {
            var swapped = $"{code[..place]}{code[place + 1]}{code[place]}{code[(place + 2)..]}";
            var isSeen = swapped != code && (code[place], code[place + 1]) is not ('0', 'Z') and not ('Z', '0');
            (ReceiptCode.Parse(swapped) is null).ShouldBe(isSeen, $"{code} at {place}");
        }
    });

    [Fact]
    public void A_character_too_few_or_too_many_is_noticed() => Always(code =>
    {
        ReceiptCode.Parse(code[1..]).ShouldBeNull();
        ReceiptCode.Parse(code[..^1]).ShouldBeNull();
        ReceiptCode.Parse($"{code}0").ShouldBeNull();
        ReceiptCode.Parse($"{code}{code}").ShouldBeNull();
    });

    [Fact]
    public void Small_letters_spaces_any_dash_and_what_looks_alike_are_fine() => Always(code =>
    {
        var shown = ReceiptCode.Show(code);
        string[] typed =
        [
            shown.ToLowerInvariant(), shown.Replace('-', ' '), $"  {shown}\t\n", shown.Replace('-', '\u2013'), shown.Replace("-", "\u200b\u2011", StringComparison.Ordinal),
            shown.Replace('0', 'O').Replace('1', 'l'), shown.Replace('0', 'o').Replace('1', 'I').Replace('V', 'u'), string.Join('.', code.ToCharArray()),
        ];
        typed.Select(ReceiptCode.Parse).ShouldAllBe(parsed => parsed == code);
    });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("geen code")]
    [InlineData("ééééééééééééééééééééééééééé")]
    [InlineData("٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠")]
    public void What_cannot_be_a_code_is_none(string? typed) => ReceiptCode.Parse(typed).ShouldBeNull();

    /// <summary>Chi-square with 31 degrees of freedom, for each of the 26 places: above 120 happens by chance less than once in 10¹² times.</summary>
    [Fact]
    public void Each_character_is_equally_likely_in_each_place()
    {
        const int Count = 32_000;
        var seen = new int[ReceiptCode.Length - 1, Alphabet.Length];
        for (var number = 0; number < Count; number++)
        {
            var code = ReceiptCode.Of(RandomNumberGenerator.GetBytes(ReceiptCode.KeyLength));
            for (var place = 0; place < code.Length - 1; place++)
            {
                seen[place, Alphabet.IndexOf(code[place], StringComparison.Ordinal)]++;
            }
        }

        const double Expected = (double)Count / 32;
        for (var place = 0; place < ReceiptCode.Length - 1; place++)
        {
            Enumerable.Range(0, Alphabet.Length).Sum(sign => Math.Pow(seen[place, sign] - Expected, 2) / Expected).ShouldBeLessThan(120);
        }
    }

    private static void Always(Action<string> law) => Prop.ForAll(Codes, law).Check(Config.QuickThrowOnFailure.WithMaxTest(100));
}
