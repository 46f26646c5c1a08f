using SignaalPortaal.Application.Retention;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Retention;

/// <summary>Two administrators together decide how long signals are kept.</summary>
public sealed class RetentionTests(Portal portal) : IClassFixture<Portal>
{
    private const string Page = "/beheer/bewaren";

    [Fact]
    public async Task Another_term_counts_when_a_second_administrator_agrees()
    {
        await portal.Database.Scalar<int>($"update people set roles = 8 where id = '{portal.Cast.ColleagueInTheSouth}'; select 1");
        var first = await portal.As(portal.Cast.Administrator).Open(Page);
        first.Text.ShouldContain("60 maanden na het afronden.");

        await first.Choose("Gewone signalen").Fill("Hoeveel maanden na het afronden?", "36").Press("Stel voor");

        first.Text.ShouldContain("Een andere beheerder moet dit bevestigen.");
        first.Text.ShouldContain("60 maanden na het afronden.");
        await Should.ThrowAsync<SignalNotFoundException>(() => portal.Send(new ConfirmRetention(RetentionKind.Ordinary, 36), portal.Cast.Administrator));
        await Should.ThrowAsync<SignalNotFoundException>(() => portal.Send(new ConfirmRetention(RetentionKind.Ordinary, 35), portal.Cast.ColleagueInTheSouth));
        var second = await portal.As(portal.Cast.ColleagueInTheSouth).Open(Page);
        await second.Press("Bevestig 36 maanden");
        second.Text.ShouldContain("36 maanden na het afronden. Vastgesteld door Zita Zuid");
    }

    [Theory]
    [InlineData("11")]
    [InlineData("241")]
    [InlineData("altijd")]
    [InlineData("")]
    public async Task A_term_outside_its_limits_is_refused(string months)
    {
        var administrator = await portal.As(portal.Cast.Administrator).Open(Page);

        await administrator.Choose("Gewone signalen").Fill("Hoeveel maanden na het afronden?", months).Press("Stel voor");

        administrator.Page.QuerySelector("#Input_Months")!.GetAttribute("aria-invalid").ShouldBe("true");
    }
}
