using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Anonymity;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Retention;

namespace SignaalPortaal.Web.Tests.Released;

/// <summary>Whoever has the receipt code decides as a named reporter does, and the words stay sealed until there is a yes.</summary>
public sealed class NamelessReleaseTests(Portal portal) : IClassFixture<Portal>
{
    private const string Title = "Vaste plek voor kleding";

    [Fact]
    public async Task With_the_code_the_reporter_says_yes_and_takes_it_back()
    {
        var nameless = portal.Nameless();
        await nameless.Raises(Nameless.Form(await LargeTeam()));
        await portal.LetTheLineSeeIt();
        await portal.Does(portal.Cast.TeamLead, nameless.Reference, ReleaseSteps.Yes);
        await portal.Proposes(nameless.Reference, Title);
        (await portal.TablesWith(Title)).ShouldBeNull();

        await nameless.Follows();
        nameless.Text.ShouldContain("Mag iedereen dit lezen?");
        nameless.Text.ShouldContain(Title);
        (await Shown()).ShouldBeNull();
        await nameless.Does("Release", new() { ["Input.Decision"] = $"{ReleaseDecision.Approve}" });

        (await portal.TablesWith(Title)).ShouldBe("released_signals");
        var shown = (await Shown()).ShouldNotBeNull();
        shown.ShouldContain("van: Team Noord");
        shown.ShouldNotContain("anoniem", Case.Insensitive);
        await nameless.Follows();
        await nameless.Does("TakeBackRelease", []);
        (await Shown()).ShouldBeNull();
        (await portal.TablesWith(Title)).ShouldBeNull();
    }

    [Fact]
    public async Task With_the_code_the_reporter_says_no()
    {
        var nameless = portal.Nameless();
        await nameless.Raises(Nameless.Form(await LargeTeam()));
        await portal.LetTheLineSeeIt();
        await portal.Does(portal.Cast.TeamLead, nameless.Reference, ReleaseSteps.No);
        await portal.Proposes(nameless.Reference, "Liever niet");

        await nameless.Follows();
        await nameless.Does("Release", new() { ["Input.Decision"] = $"{ReleaseDecision.Refuse}" });

        nameless.Text.ShouldContain("De melder zei nee tegen de tekst");
        (await portal.Database.Scalar<long>("select count(*) from released_signals where title = 'Liever niet'")).ShouldBe(0);
        (await portal.TablesWith("Liever niet")).ShouldBeNull();
    }

    [Fact]
    public async Task What_the_desk_answered_is_of_no_unit_by_name()
    {
        var nameless = portal.Nameless();
        await nameless.Raises(Nameless.Form());
        await portal.LetTheLineSeeIt();
        await portal.Does(portal.Cast.ConfidentialAdviser, nameless.Reference, ReleaseSteps.No);
        await portal.Proposes(nameless.Reference, "Via het loket", portal.Cast.ConfidentialAdviser);
        await nameless.Follows();
        await nameless.Does("Release", new() { ["Input.Decision"] = $"{ReleaseDecision.Approve}" });

        var shown = (await portal.As(portal.Cast.Colleague).Open(ReleaseSteps.Page)).TextWith("Via het loket").ShouldNotBeNull();

        shown.ShouldNotContain("Vertrouwensloket", Case.Insensitive);
        shown.ShouldContain("van: Raad van bestuur");
    }

    /// <summary>Large enough to hide in.</summary>
    private async Task<Guid> LargeTeam() =>
        await portal.Database.Scalar<long>("select count(*) from people where number like 'extra%'") == 0 ? await portal.Grow("TEAM") : portal.Cast.Units["TEAM"];

    private async Task<string?> Shown() => (await portal.As(portal.Cast.Colleague).Open(ReleaseSteps.Page)).TextWith(Title);
}
