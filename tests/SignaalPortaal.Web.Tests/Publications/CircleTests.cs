using System.Net;
using SignaalPortaal.Application.Publications;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Isolation;

namespace SignaalPortaal.Web.Tests.Publications;

/// <summary>A representative of several organisations puts them side by side with a code, and nobody else sees anything of another organisation.</summary>
public sealed class CircleTests(FrozenTests.OneQuarter portal) : IClassFixture<FrozenTests.OneQuarter>
{
    private const string Page = "/publicaties/naast-elkaar";
    private const string Field = "Code van de andere organisatie";

    private Guid Here => portal.Cast.Union;

    [Fact]
    public async Task With_a_code_both_organisations_stand_side_by_side_and_without_it_no_more()
    {
        var here = await portal.As(Here).Open(Page);
        here.Text.ShouldNotContain(PublishingPortal.Large);

        await here.Fill(Field, await CodeOf(portal.Union)).Press("Zet ernaast");

        here.Text.ShouldContain(PublishingPortal.Large);
        here.Text.ShouldContain("60 signalen");
        (await portal.As(portal.Union).Open(Page)).Text.ShouldContain(Cast.OrganisationName);

        await here.Press("Stop met naast elkaar zetten");
        here.Text.ShouldNotContain(PublishingPortal.Large);
        (await portal.As(portal.Union).Open(Page)).Text.ShouldNotContain(Cast.OrganisationName);
    }

    [Fact]
    public async Task A_code_works_once_and_for_a_quarter_of_an_hour_and_not_where_it_was_made()
    {
        var used = await CodeOf(portal.Union);
        await portal.Send(new JoinCircle { CircleCodeTyped = used }, Here);
        await Refused(used, Here);

        var late = await CodeOf(portal.Union);
        portal.Clock.Advance(TimeSpan.FromMinutes(16));
        await Refused(late, Here);

        await Refused(await CodeOf(portal.Union), portal.Union);
        await Refused("K7QM-3XWD", Here);
        await portal.Send(new LeaveCircle(), Here);
    }

    [Fact]
    public async Task Of_two_who_use_a_code_at_the_same_moment_one_comes_in()
    {
        await portal.Database.Scalar<int>($"update people set roles = 1 where id in ('{portal.Cast.Stranger}', '{Here}'); select 1");
        var code = await CodeOf(portal.Union);

        var results = await Task.WhenAll(new[] { Here, portal.Cast.Stranger }.Select(async person =>
        {
            try
            {
                await portal.Send(new JoinCircle { CircleCodeTyped = code }, person);
                return true;
            }
            catch (BrokenRuleException)
            {
                return false;
            }
        }));

        results.Count(isIn => isIn).ShouldBe(1);
        await portal.Send(new LeaveCircle(), Here);
        await portal.Send(new LeaveCircle(), portal.Cast.Stranger);
        await portal.Database.Scalar<int>($"update people set roles = 0 where id = '{portal.Cast.Stranger}'; select 1");
    }

    [Theory]
    [InlineData("left_on = date '2026-09-08'")]
    [InlineData("roles = 2")]
    public async Task Who_left_or_represents_nobody_any_more_shows_nothing_and_sees_nothing(string change)
    {
        await portal.Send(new JoinCircle { CircleCodeTyped = await CodeOf(portal.Union) }, Here);
        var person = await portal.Database.Scalar<string>($"select format('left_on = %L, roles = %s', left_on, roles) from people where id = '{portal.Union}'");
        (await portal.Send(new GetSideBySide(), Here)).Organisations.Count.ShouldBe(2);

        await portal.Database.Scalar<int>($"update people set {change} where id = '{portal.Union}'; select 1");
        (await portal.Send(new GetSideBySide(), Here)).Organisations.Count.ShouldBe(1);
        await portal.Database.Scalar<int>($"update people set {person} where id = '{portal.Union}'; update people set {change} where id = '{Here}'; select 1");
        (await portal.Send(new GetSideBySide(), portal.Union)).Organisations.Count.ShouldBe(1);

        await portal.Database.Scalar<int>($"update people set left_on = null, roles = 1 where id = '{Here}'; select 1");
        await portal.Send(new LeaveCircle(), Here);
    }

    [Fact]
    public async Task Another_representative_without_the_code_sees_nothing_of_it_also_not_past_the_portal()
    {
        await portal.Send(new JoinCircle { CircleCodeTyped = await CodeOf(portal.Union) }, Here);
        await using var running = await RunningPortal.On(portal.Database);
        var own = await portal.Database.Scalar<Guid>($"select organisation_id from people where id = '{Here}'");

        (await running.Scalar<long>(own, $"select count(*) from publications_in_circle('{Here}', '2026-07-01')")).ShouldBe(1);
        (await running.Scalar<long>(own, $"select count(*) from publications_in_circle('{portal.Cast.HumanResources}', '2026-07-01')")).ShouldBe(0);
        (await running.Scalar<long>(own, $"select count(*) from publications_in_circle('{portal.Union}', '2026-07-01')")).ShouldBe(0);
        (await running.Scalar<long>($"select count(*) from publications_in_circle('{Here}', '2026-07-01')")).ShouldBe(0);
        (await running.Scalar<long>(own, "select count(*) from publications")).ShouldBe(0);
        await portal.Send(new LeaveCircle(), Here);
    }

    [Fact]
    public async Task Only_the_hash_of_a_code_is_kept()
    {
        var code = await CodeOf(portal.Union);

        (await portal.Database.Contents()).ShouldNotBeEmpty();
        (await portal.Database.Scalar<long>($"select count(*) from publication_codes where encode(code_hash, 'escape') like '%{code.Replace("-", "", StringComparison.Ordinal)}%'")).ShouldBe(0);
        (await portal.Database.Scalar<long>("select count(*) from publication_codes where not is_used")).ShouldBe(1);
    }

    [Fact]
    public async Task Only_a_representative_of_the_union_makes_a_circle()
    {
        var caller = await portal.Caller(portal.HumanResources);

        foreach (var handler in new[] { "?handler=Code", "?handler=Leave", "" })
        {
            using var answer = await caller.Post($"{Page}{handler}", []);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    private async Task<string> CodeOf(Guid representative)
    {
        var there = await portal.As(representative).Open(Page);
        await there.Press("Maak een code");
        return there.Page.QuerySelector(".sp-code code")!.TextContent;
    }

    private async Task Refused(string code, Guid person) =>
        (await Should.ThrowAsync<BrokenRuleException>(() => portal.Send(new JoinCircle { CircleCodeTyped = code }, person))).Message
            .ShouldBe("ACircleCodeIsUsedOnceInAnotherOrganisation");
}
