using Microsoft.Extensions.DependencyInjection;
using SignaalPortaal.Application;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Data;

public sealed class MigrationTests
{
    [Fact]
    public async Task Six_nodes_that_start_together_on_an_empty_database_all_succeed()
    {
        await using var database = await TestDatabase.CreateEmpty();
        var nodes = Enumerable.Range(0, 6)
            .Select(_ => new ServiceCollection().AddLogging().AddApplication(database.ConnectionString, ownerConnection: null, TestKeys.Keys).BuildServiceProvider())
            .ToList();

        await Task.WhenAll(nodes.Select(node => node.MigrateDatabase()));

        (await database.Scalar<long>("select count(*) from signals")).ShouldBe(0);
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }
    }
}
