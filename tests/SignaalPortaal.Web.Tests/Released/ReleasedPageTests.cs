using SignaalPortaal.Application.Released;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Retention;

namespace SignaalPortaal.Web.Tests.Released;

/// <summary>The list as a whole: yes and no side by side, in pages, by theme and answer; and what becomes of it when a signal is destroyed.</summary>
public sealed class ReleasedPageTests : IAsyncLifetime
{
    private readonly Portal _portal = RetentionSteps.APortal();

    public Task InitializeAsync() => _portal.InitializeAsync();

    public Task DisposeAsync() => _portal.DisposeAsync().AsTask();

    [Fact]
    public async Task Yes_and_no_are_counted_side_by_side_from_five_and_the_pages_hold_each_once()
    {
        for (var number = 0; number < 7; number++)
        {
            await _portal.HasReleased($"Nee {number}", ReleaseSteps.No, number == 0 ? Theme.Rules : Theme.Systems);
        }

        for (var number = 0; number < 4; number++)
        {
            await _portal.HasReleased($"Ja {number}", ReleaseSteps.Yes);
        }

        var visitor = await _portal.As(_portal.Cast.Colleague).Open(ReleaseSteps.Page);
        Balance(visitor).ShouldBe(
            ["Overgenomen minder dan 5", "Deels overgenomen minder dan 5", "Niet overgenomen 7", "Al geregeld minder dan 5", "Buiten onze macht minder dan 5"]);
        var first = Titles(visitor);
        await visitor.Follow("Volgende");
        var second = Titles(visitor);
        visitor.Page.QuerySelector("a[rel=next]").ShouldBeNull();
        first.Count.ShouldBe(GetReleased.PageSize);
        first.Concat(second).Distinct().Count().ShouldBe(11);

        await visitor.Open($"{ReleaseSteps.Page}?onderwerp=Rules");
        Titles(visitor).ShouldBe(["Nee 0"]);
        await visitor.Open($"{ReleaseSteps.Page}?antwoord=Adopted");
        Titles(visitor).Count.ShouldBe(4);
        Balance(visitor)[2].ShouldBe("Niet overgenomen 7");
        await visitor.Open($"{ReleaseSteps.Page}?onderwerp=Safety");
        visitor.Text.ShouldContain("Hierover staat nog niets op de pagina.");
        (await visitor.Open($"{ReleaseSteps.Page}?na=onzin")).Page.QuerySelectorAll("article").Length.ShouldBe(GetReleased.PageSize);
    }

    [Fact]
    public async Task The_newest_month_comes_first_whatever_the_answer()
    {
        await _portal.HasReleased("Oud", ReleaseSteps.Yes);
        _portal.Clock.AdvanceDays(40);
        await _portal.HasReleased("Nieuw", ReleaseSteps.No);

        Titles(await _portal.As(_portal.Cast.Colleague).Open(ReleaseSteps.Page)).ShouldBe(["Nieuw", "Oud"]);
    }

    [Fact]
    public async Task When_a_signal_is_destroyed_what_was_released_goes_with_it()
    {
        var reference = await _portal.HasAClosedSignal();
        await _portal.Proposes(reference, "Een kanarie minder");
        await _portal.Does(_portal.Cast.Reporter, reference, new Application.Signals.DecideRelease { Decision = ReleaseDecision.Approve });
        await _portal.SeesToo(_portal.Cast.Colleague, await _portal.ReleasedId(reference));
        Titles(await _portal.As(_portal.Cast.Colleague).Open(ReleaseSteps.Page)).ShouldBe(["Een kanarie minder"]);

        _portal.Clock.AdvanceDays(RetentionSteps.LongAfter);
        await _portal.HasAnApprovedList();
        await _portal.Destroys();

        (await _portal.Database.Scalar<long>("select (select count(*) from released_signals) + (select count(*) from echoes)")).ShouldBe(0);
        (await _portal.TablesWith(RetentionSteps.Canary)).ShouldBeNull();
        var visitor = await _portal.As(_portal.Cast.Colleague).Open(ReleaseSteps.Page);
        visitor.Text.ShouldContain("Hier staat nog niets.");
        (await _portal.As(_portal.Cast.TeamLead).Open($"/signalen/{reference}")).Text.ShouldContain("Tekst voorgesteld om met iedereen te delen");
    }

    private static List<string> Titles(Visitor visitor) => [.. visitor.Page.QuerySelectorAll("article h3").Select(title => title.TextContent)];

    private static List<string> Balance(Visitor visitor) =>
        [.. visitor.Page.QuerySelectorAll(".sp-balance > div").Select(row => $"{row.QuerySelector("dt")!.TextContent.Trim()} {row.QuerySelector("dd")!.TextContent.Trim()}")];
}
