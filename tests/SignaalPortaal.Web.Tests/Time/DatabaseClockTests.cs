using SignaalPortaal.Application.Data;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Time;

public sealed class DatabaseClockTests(Portal portal) : IClassFixture<Portal>
{
    private static readonly TimeSpan Leeway = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task It_tells_the_time_of_the_database_and_goes_on_in_between()
    {
        var clock = new DatabaseClock(portal.Database.ConnectionString);
        await clock.Read(CancellationToken.None);

        var first = clock.GetUtcNow();
        var there = await portal.Database.Scalar<DateTime>("select clock_timestamp()");

        (first - there).Duration().ShouldBeLessThan(Leeway);
        clock.GetUtcNow().ShouldBeGreaterThan(first);
    }

    [Fact]
    public async Task Set_ahead_it_is_ahead_for_all_nodes_but_not_for_how_long_people_stay_signed_in()
    {
        var (one, two) = (new DatabaseClock(portal.Database.ConnectionString), new DatabaseClock(portal.Database.ConnectionString));
        await one.Read(CancellationToken.None);
        var before = one.GetUtcNow();
        await portal.Database.Scalar<int>("update portal_clock set ahead = '3 days'");

        await one.Read(CancellationToken.None);
        await two.Read(CancellationToken.None);
        await portal.Database.Scalar<int>("update portal_clock set ahead = '0'");

        (one.GetUtcNow() - before - TimeSpan.FromDays(3)).Duration().ShouldBeLessThan(Leeway);
        (two.GetUtcNow() - one.GetUtcNow()).Duration().ShouldBeLessThan(Leeway);
        (one.NotAhead.GetUtcNow() - before).Duration().ShouldBeLessThan(Leeway);
    }

    [Fact]
    public void Before_it_was_read_it_refuses_to_guess() =>
        Should.Throw<InvalidOperationException>(() => new DatabaseClock(portal.Database.ConnectionString).GetUtcNow());
}
