using Npgsql;
using SignaalPortaal.Fault.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Fault.Tests;

/// <summary>Whatever becomes of the nodes, each signal that is due moves exactly once.</summary>
[Trait("Category", "Faults")]
public sealed class SweepFaultTests
{
    private const int Due = 2000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_node_that_is_killed_twenty_times_in_the_middle_loses_nothing_and_does_nothing_twice()
    {
        await using var portal = await PortalWithDueSignals();
        await portal.Database.SlowDown(millisecondsPerEvent: 4);
        var random = new Random(20261121);

        for (var kill = 0; kill < 20; kill++)
        {
            await using var node = Node.Start(portal.Database.ConnectionString);
            await DueSignals.WaitUntil(portal.Database.IsSweeping, Patience, () => node.Output);
            await Task.Delay(random.Next(500));
            await node.Kill();
        }

        (await portal.Database.Moved()).ShouldBeLessThan(Due);
        await portal.Database.SpeedUp();
        await using var last = Node.Start(portal.Database.ConnectionString);
        await DueSignals.WaitUntil(async () => await portal.Database.Moved() == Due, Patience, () => last.Output);
        await portal.Database.EachMovedExactlyOnce(Due);
    }

    [Fact]
    public async Task Three_nodes_at_once_share_the_work_and_do_nothing_twice()
    {
        await using var portal = await PortalWithDueSignals();
        await portal.Database.SlowDown(millisecondsPerEvent: 1);

        await using var one = Node.Start(portal.Database.ConnectionString);
        await using var two = Node.Start(portal.Database.ConnectionString);
        await using var three = Node.Start(portal.Database.ConnectionString);

        await DueSignals.WaitUntil(async () => await portal.Database.Moved() == Due, Patience, () => one.Output + two.Output + three.Output);
        await portal.Database.EachMovedExactlyOnce(Due);
    }

    [Fact]
    public async Task A_node_that_is_asked_to_stop_finishes_what_it_has_at_hand_and_leaves_the_rest()
    {
        await using var portal = await PortalWithDueSignals();
        await portal.Database.SlowDown(millisecondsPerEvent: 10);
        await using var node = Node.Start(portal.Database.ConnectionString);
        await DueSignals.WaitUntil(portal.Database.IsSweeping, Patience, () => node.Output);

        var took = await node.Stop();

        took.ShouldBeLessThan(Node.GracePeriod);
        node.ExitCode.ShouldBe(0, node.Output);
        (await portal.Database.Moved()).ShouldBeInRange(1, Due - 1);
        await portal.Database.SpeedUp();
        await using var other = Node.Start(portal.Database.ConnectionString);
        await DueSignals.WaitUntil(async () => await portal.Database.Moved() == Due, Patience, () => other.Output);
        await portal.Database.EachMovedExactlyOnce(Due);
    }

    [Fact]
    public async Task A_database_that_crashes_in_the_middle_three_times_loses_nothing()
    {
        await using var portal = await PortalWithDueSignals();
        await portal.Database.SlowDown(millisecondsPerEvent: 3);
        await using var cluster = await PostgresCluster.With(portal.Database.ConnectionString);
        await using var database = TestDatabase.At(cluster.ConnectionString);
        await using var node = Node.Start(cluster.ConnectionString);

        for (var crash = 0; crash < 3; crash++)
        {
            await DueSignals.WaitUntil(async () => await Answers(database.IsSweeping), Patience, () => node.Output);
            await cluster.Crash();
        }

        await DueSignals.WaitUntil(async () => await Answers(async () => await database.Moved() == Due), Patience, () => node.Output);
        await database.EachMovedExactlyOnce(Due);

        // What was connected before the crash notices it with the next question.
        static async Task<bool> Answers(Func<Task<bool>> ask)
        {
            try
            {
                return await ask();
            }
            catch (NpgsqlException)
            {
                return false;
            }
        }
    }

    [Theory]
    [InlineData("+3d")]
    [InlineData("-3d")]
    public async Task A_node_of_which_the_clock_is_wrong_moves_nothing_early_and_nothing_late(string wrong)
    {
        await using var portal = await PortalWithDueSignals();
        await portal.Database.Scalar<int>("""
            update signals set due_on = (now() at time zone 'Europe/Amsterdam')::date, next_step_on = (now() at time zone 'Europe/Amsterdam')::date + 1
            where reference in (select reference from signals order by reference limit 1000);
            select 1;
            """);

        await using var node = Node.Start(
            portal.Database.ConnectionString, ("LD_PRELOAD", FakeTime.Library), ("FAKETIME", wrong), ("FAKETIME_DONT_FAKE_MONOTONIC", "1"));

        await DueSignals.WaitUntil(async () => await portal.Database.Moved() >= Due, Patience, () => node.Output);
        await Task.Delay(TimeSpan.FromSeconds(12));
        (await portal.Database.Scalar<long>("select count(*) from timeline_entries where kind = 'Escalated'")).ShouldBe(Due - 1000);
        (await portal.Database.Scalar<double>("select max(abs(extract(epoch from at - now())))::float8 from timeline_entries where kind = 'Escalated'"))
            .ShouldBeLessThan(300, "The events say when they happened by the clock of the database.");
    }

    private static async Task<Portal> PortalWithDueSignals()
    {
        var portal = new Portal();
        await portal.InitializeAsync();
        await portal.MakeDueSignals(Due);
        return portal;
    }
}
