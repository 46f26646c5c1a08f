using System.Net;
using Microsoft.Extensions.Configuration;
using Npgsql;
using SignaalPortaal.Web.Edge;

namespace SignaalPortaal.Web.Tests.Edge;

/// <summary>In a portal of its own, because its database goes away.</summary>
public sealed class HealthTests(TlsPortal portal) : IClassFixture<TlsPortal>
{
    [Fact]
    public async Task Without_its_database_a_node_lives_and_is_not_ready()
    {
        using var http = new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator }) { BaseAddress = portal.Address };

        await Both(http, HttpStatusCode.OK);
        await AllowConnections(false);
        await Both(http, HttpStatusCode.ServiceUnavailable);
        await AllowConnections(true);
        await Both(http, HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_command_asks_the_node_with_its_own_https()
    {
        var settings = Settings(("Kestrel:Endpoints:Https:Url", $"{portal.Address}"), ("AllowedHosts", "portaal.example"));

        (await Health.Ask(Health.Lives, settings)).ShouldBe(0);
        (await Health.Ask(Health.IsReady, settings)).ShouldBe(0);
        (await Health.Ask("/bestaat-niet", settings)).ShouldBe(1);
        (await Health.Ask(Health.Lives, Settings(("http_ports", "1")))).ShouldBe(1);
    }

    [Theory]
    [InlineData("http_ports", "8080", "http://127.0.0.1:8080/")]
    [InlineData("https_ports", "8443;9443", "https://127.0.0.1:8443/")]
    [InlineData("urls", "https://+:8443;http://localhost:1", "https://127.0.0.1:8443/")]
    [InlineData("urls", "http://0.0.0.0:5080", "http://127.0.0.1:5080/")]
    [InlineData("urls", "http://[::]:5080", "http://127.0.0.1:5080/")]
    [InlineData("urls", "http://10.1.2.3:5080", "http://10.1.2.3:5080/")]
    [InlineData("Kestrel:Endpoints:Https:Url", "https://portaal.example:443", "https://127.0.0.1/")]
    [InlineData("anders", "", "http://127.0.0.1:5000/")]
    public void It_asks_where_the_settings_say_that_the_node_listens(string setting, string value, string address) =>
        Health.AddressOf(Settings((setting, value))).ToString().ShouldBe(address);

    private static async Task Both(HttpClient http, HttpStatusCode ready)
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            using var life = await http.SendAsync(new HttpRequestMessage(method, Health.Lives));
            using var readiness = await http.SendAsync(new HttpRequestMessage(method, Health.IsReady));
            life.StatusCode.ShouldBe(HttpStatusCode.OK);
            readiness.StatusCode.ShouldBe(ready);
        }
    }

    private static IConfiguration Settings(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value)).Build();

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
