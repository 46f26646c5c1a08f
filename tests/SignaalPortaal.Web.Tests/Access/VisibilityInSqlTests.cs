using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SignaalPortaal.Application;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Web.Tests.Access;

/// <summary>PostgreSQL and the rule agree on who sees what, in an organisation in which everything occurs that can occur.</summary>
public sealed class VisibilityInSqlTests(LargePortal portal) : IClassFixture<LargePortal>
{
    [Fact]
    public async Task Everybody_sees_in_the_database_what_the_rule_says_and_what_it_means()
    {
        var deviations = new List<string>();
        var seen = 0;

        foreach (var person in portal.People)
        {
            await using var scope = await portal.ScopeOf(person);
            var viewer = scope.ServiceProvider.GetRequiredService<Viewer>();
            var inSql = await Visible(scope);
            var byTheRule = portal.Signals.Where(SignalVisibility.For(viewer).Compile()).Select(signal => signal.Id).Order();
            var asTold = portal.Signals.Where(signal => IsForEyesOf(viewer, signal)).Select(signal => signal.Id).Order();
            deviations.AddRange(inSql.SequenceEqual(byTheRule) && inSql.SequenceEqual(asTold) ? [] : [$"{viewer.Name} sees {inSql.Count}"]);
            seen += inSql.Count;
        }

        deviations.ShouldBeEmpty();
        seen.ShouldBeGreaterThan(portal.Signals.Count);
    }

    [Fact]
    public void The_signals_are_in_every_state_and_some_are_about_a_manager()
    {
        portal.Signals.Select(signal => signal.Status).Distinct().ShouldBe(Enum.GetValues<SignalStatus>(), ignoreOrder: true);
        portal.Signals.Count(signal => signal.ClosedBecause is Closing.Withdrawn).ShouldBeGreaterThan(5);
        portal.Signals.Count(signal => signal.Conflicts.Count > 0).ShouldBeGreaterThan(20);
        portal.Signals.Count(signal => signal.Holders.Count > 2).ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task Nobody_of_another_organisation_sees_anything()
    {
        var cast = portal.Cast;

        foreach (var person in new[] { cast.Board, cast.TeamLead, cast.Administrator, cast.ConfidentialAdviser, cast.Stranger })
        {
            await using var scope = await portal.ScopeOf(person);
            (await Visible(scope)).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Who_has_the_same_mandates_in_another_organisation_sees_nothing()
    {
        await using var scope = await portal.ScopeOf(portal.Manager);
        (await Visible(scope)).ShouldNotBeEmpty();
        var viewer = scope.ServiceProvider.GetRequiredService<Viewer>();

        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Viewer = viewer with { OrganisationId = Guid.NewGuid() };

        (await Visible(scope)).ShouldBeEmpty();
    }

    [Fact]
    public async Task While_nobody_is_signed_in_there_is_nothing_to_see()
    {
        await using var scope = portal.Services.CreateAsyncScope();

        (await Visible(scope)).ShouldBeEmpty();
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Viewer.ShouldBe(Viewer.Nobody);
        portal.Signals.Where(SignalVisibility.For(Viewer.Nobody).Compile()).ShouldBeEmpty();
    }

    /// <summary>The rule once more, in other words than its own.</summary>
    private static bool IsForEyesOf(Viewer viewer, Signal signal)
    {
        if (signal.ReporterId == viewer.PersonId)
        {
            return true;
        }

        var isAboutThem = signal.Conflicts.Select(conflict => conflict.PersonId).Contains(viewer.PersonId);
        var isTakenBack = signal.Timeline.Any(entry => entry.Happened is Withdrawn);
        var itCameToThem = signal.Timeline.Select(entry => entry.Happened).Any(happened =>
            (happened is Submitted submitted && viewer.UnitsActedFor.ContainsKey(submitted.Unit))
            || (happened is Escalated escalated && viewer.UnitsActedFor.ContainsKey(escalated.To))
            || (happened is Rerouted rerouted && viewer.UnitsActedFor.ContainsKey(rerouted.To)));
        return itCameToThem && !isAboutThem && !isTakenBack;
    }

    private static async Task<IReadOnlyList<Guid>> Visible(AsyncServiceScope scope)
    {
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var visible = await db.Signals.Select(signal => signal.Id).ToListAsync();
        return [.. visible.Order()];
    }
}
