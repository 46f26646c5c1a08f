using System.Net;
using System.Net.Sockets;
using Npgsql;
using SignaalPortaal.Fault.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Fault.Tests;

/// <summary>A portal that cannot start says why in a sentence, with an exit code. The real process, because it is about how that ends.</summary>
[Trait("Category", "Faults")]
public sealed class StartTests(Portal portal) : IClassFixture<Portal>
{
    private const string Password = "kanarie-wachtwoord";

    [Fact]
    public Task Without_its_settings_in_production() =>
        Stops(78, "The portal does not start in the environment Production like this:", portal.Database.ConnectionString, ("ASPNETCORE_ENVIRONMENT", "Production"));

    [Fact]
    public Task Without_keys() => Stops(78, "The keys in", portal.Database.ConnectionString, ("ASPNETCORE_ENVIRONMENT", "Demo"), ("Keys__Folder", AppContext.BaseDirectory));

    [Fact]
    public Task With_a_setting_that_cannot_be_read() => Stops(78, "A setting cannot be read", portal.Database.ConnectionString, ("Limits__AtOnce", "veel"));

    [Fact]
    public Task With_a_certificate_that_is_not_there() => Stops(
        78, "cannot use a file", portal.Database.ConnectionString, ("Kestrel__Endpoints__Https__Url", "https://127.0.0.1:0"), ("Kestrel__Endpoints__Https__Certificate__Path", "/bestaat-niet.pem"));

    [Fact]
    public async Task On_a_port_that_is_taken()
    {
        using var other = new TcpListener(IPAddress.Loopback, port: 0);
        other.Start();

        await Stops(78, "the address is in use", portal.Database.ConnectionString, ("ASPNETCORE_URLS", $"http://{other.LocalEndpoint}"));
    }

    [Fact]
    public Task Without_its_database() => Stops(69, "cannot be reached: ConnectionRefused", $"Host=127.0.0.1;Port=1;Username=portal;Password={Password};Database=portal");

    [Fact]
    public Task On_a_database_that_does_not_exist() => Stops(69, "no such database", With(builder => builder.Database = "bestaat_niet"));

    [Fact]
    public Task With_an_address_of_the_database_that_is_none() => Stops(69, "cannot be read", $"Host=127.0.0.1;Password=x;{Password}=1");

    [Fact]
    public async Task On_a_database_of_a_newer_version()
    {
        await portal.Database.Scalar<int>("""insert into "__EFMigrationsHistory" values ('9999_later', '10.0')""");
        try
        {
            await Stops(69, "9999_later", portal.Database.ConnectionString);
        }
        finally
        {
            await portal.Database.Scalar<int>("""delete from "__EFMigrationsHistory" where "MigrationId" = '9999_later'""");
        }
    }

    private static async Task Stops(int exitCode, string because, string connection, params (string Name, string Value)[] settings)
    {
        await using var node = Node.Start(connection, settings);

        (await node.Ends()).ShouldBe(exitCode, node.Output);

        node.Output.ShouldContain(because);
        foreach (var technical in new[] { "Unhandled", "   at ", "System.", "Npgsql.", Password })
        {
            node.Output.ShouldNotContain(technical);
        }
    }

    private string With(Action<NpgsqlConnectionStringBuilder> change)
    {
        var builder = new NpgsqlConnectionStringBuilder(portal.Database.ConnectionString);
        change(builder);
        return builder.ConnectionString;
    }
}
