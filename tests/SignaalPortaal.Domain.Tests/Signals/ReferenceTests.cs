using FsCheck;
using FsCheck.Fluent;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

public class ReferenceTests
{
    private const string Crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const string Typed = $"{Crockford}ILOUklouz- ıſé";

    [Fact]
    public void What_is_made_and_shown_is_understood()
    {
        foreach (var reference in Enumerable.Range(0, 500).Select(_ => Reference.New()))
        {
            Reference.Parse(reference).ShouldBe(reference);
            Reference.Parse(Reference.Show(reference)).ShouldBe(reference);
        }
    }

    [Fact]
    public void A_reference_is_shown_in_two_groups() => Reference.Show("K7QM3XWD").ShouldBe("K7QM-3XWD");

    [Theory]
    [InlineData("K7QM-3XWD", "K7QM3XWD")]
    [InlineData("k7qm3xwd", "K7QM3XWD")]
    [InlineData(" k7qm 3xwd ", "K7QM3XWD")]
    [InlineData("K7-QM-3X-WD", "K7QM3XWD")]
    [InlineData("OoOo-IiLl", "00001111")]
    [InlineData("K7QM\u20103XWD", "K7QM3XWD")]
    [InlineData("K7QM\u20113XWD", "K7QM3XWD")]
    [InlineData("K7QM \u2013 3XWD", "K7QM3XWD")]
    [InlineData("k7qm\u20143xwd", "K7QM3XWD")]
    [InlineData("K7QM\u22123XWD", "K7QM3XWD")]
    [InlineData("K7QM\uff0d3XWD", "K7QM3XWD")]
    [InlineData("\u200bK7QM\u00ad\u00a03XWD.", "K7QM3XWD")]
    public void What_a_person_meant_is_understood(string typed, string meant) => Reference.Parse(typed).ShouldBe(meant);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("K7QM-3XW")]
    [InlineData("K7QM-3XWDA")]
    [InlineData("U7QM-3XWD")]
    [InlineData("K7QM-3XW!")]
    [InlineData("K7QM-3XWÉ")]
    [InlineData("K7QM\u20133XWD1")]
    [InlineData("٣7QM3XWD")]
    public void What_cannot_be_a_reference_is_none(string? typed) => Reference.Parse(typed).ShouldBeNull();

    [Fact]
    public void Whatever_is_typed_gives_a_reference_or_none() => Prop
        .ForAll(
            Gen.Elements(Typed.ToCharArray()).ArrayOf().Select(typed => new string(typed)).ToArbitrary(),
            typed => Reference.Parse(typed) is not { } parsed
                || (parsed.Length == Reference.Length && parsed.All(Crockford.Contains) && Reference.Parse(parsed) == parsed))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
}
