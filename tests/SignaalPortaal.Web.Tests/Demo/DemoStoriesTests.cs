using Microsoft.Extensions.DependencyInjection;
using SignaalPortaal.Application;
using SignaalPortaal.Application.Demo;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Identity;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Demo;

public sealed class DemoStoriesTests
{
    [Fact]
    public async Task The_demonstration_has_signals_in_every_state_and_at_every_layer_and_is_loaded_once()
    {
        await using var database = await TestDatabase.CreateEmpty();
        await using (var services = new ServiceCollection().AddLogging().AddApplication(database.ConnectionString, ownerConnection: null).BuildServiceProvider())
        {
            await services.MigrateDatabase();
        }

        await Load(database);
        await Load(database);

        (await database.Scalar<long>("select count(*) from organisations")).ShouldBe(1);
        (await database.Scalar<long>("select count(*) from people")).ShouldBeGreaterThanOrEqualTo(190);
        (await database.Scalar<long>("select count(*) from signals")).ShouldBeGreaterThanOrEqualTo(40);
        (await Distinct(database, "select distinct status from signals")).ShouldBe(Enum.GetNames<SignalStatus>(), ignoreOrder: true);
        (await Distinct(database, "select distinct facts ->> 'Outcome' from timeline_entries where kind = 'Answered'")).ShouldBe(Enum.GetNames<Outcome>(), ignoreOrder: true);
        (await Distinct(database, "select distinct layer from units join signals on held_by_unit_id = units.id where status <> 'Closed'"))
            .ShouldBe(["bestuur", "directie", "afdeling", "team", "hulpteam", "vertrouwensloket"], ignoreOrder: true);
    }

    private static Task Load(TestDatabase database) => DemoStories.LoadOnce(
        "Dienst Inkomenssteun", DemoSignIn.Folder, database.ConnectionString, ownerConnection: null,
        now: new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero), CancellationToken.None);

    private static async Task<string[]> Distinct(TestDatabase database, string query) =>
        (await database.Scalar<string[]>($"select array({query})::text[]"))!;
}
