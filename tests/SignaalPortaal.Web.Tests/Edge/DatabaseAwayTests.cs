using System.Net;
using Npgsql;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Tests.Edge;

/// <summary>In a portal of its own, because its database goes away.</summary>
public sealed class DatabaseAwayTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task While_the_database_is_away_a_plain_page_says_so_with_the_text_and_afterwards_all_is_well()
    {
        var reporter = await portal.As(portal.Cast.Reporter).Open("/signalen/nieuw");
        reporter.Choose("Idee").Fill("Waar gaat het over?", "Net nu").Fill("Wat zie je gebeuren?", "Dit wil ik niet kwijt.");
        var (first, second) = (reporter.Request("Verder naar controleren"), reporter.Request("Verder naar controleren"));

        await AllowConnections(false);
        foreach (var request in new[] { first, second })
        {
            await reporter.Show(await reporter.Http.SendAsync(request));

            reporter.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
            reporter.Text.ShouldContain(ErrorTexts.BusyTitle);
            reporter.Text.ShouldContain("Dit wil ik niet kwijt.");
            foreach (var technical in new[] { "Exception", "Npgsql", "SELECT", "portal_test", "   at ", ".cs:line" })
            {
                reporter.Page.Source.Text.ShouldNotContain(technical);
            }
        }

        await AllowConnections(true);
        await reporter.Open("/mijn-signalen");
        reporter.Status.ShouldBe(HttpStatusCode.OK);
        reporter.Location.AbsolutePath.ShouldBe("/mijn-signalen");
    }

    private async Task AllowConnections(bool allow)
    {
        var builder = new NpgsqlConnectionStringBuilder(portal.Database.ConnectionString) { Pooling = false };
        var database = builder.Database;
        builder.Database = "postgres";
        await using var server = NpgsqlDataSource.Create(builder.ConnectionString);
        await using var command = server.CreateCommand(
            $"alter database {database} allow_connections {allow}; select pg_terminate_backend(pid) from pg_stat_activity where datname = '{database}'");
        await command.ExecuteNonQueryAsync();
    }
}
