using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SignaalPortaal.Application;
using SignaalPortaal.Application.Organisations;

namespace SignaalPortaal.Web.Tests.Infrastructure;

/// <summary>A copy of one database with the organisation of the tests, so that every test class has its own in a few milliseconds.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly string Server = Environment.GetEnvironmentVariable("SIGNAALPORTAAL_TEST_POSTGRES")
        ?? throw new InvalidOperationException("Run the tests with eng/test.sh, or set SIGNAALPORTAAL_TEST_POSTGRES to a PostgreSQL server for tests.");

    private static readonly Lazy<Task<TestDatabase>> Template = new(CreateTemplate);

    private readonly string _name = $"portal_test_{Guid.NewGuid():N}";
    private readonly bool _isOurs = true;
    private readonly NpgsqlDataSource _owner;

    private TestDatabase()
    {
        ConnectionString = new NpgsqlConnectionStringBuilder(Server) { Database = _name, MaxPoolSize = 20 }.ConnectionString;
        _owner = NpgsqlDataSource.Create(ConnectionString);
    }

    private TestDatabase(string connectionString) =>
        (ConnectionString, _isOurs, _owner) = (connectionString, false, NpgsqlDataSource.Create(connectionString));

    /// <summary>Of the owner.</summary>
    public string ConnectionString { get; }

    /// <summary>No idle connection keeps the database from being copied.</summary>
    private string UnpooledConnectionString => new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ConnectionString;

    public static async Task<TestDatabase> Create()
    {
        var database = new TestDatabase();
        await OnServer($"create database {database._name} template {(await Template.Value)._name}");
        return database;
    }

    /// <summary>A database with nothing in it, not even tables.</summary>
    public static async Task<TestDatabase> CreateEmpty()
    {
        var database = new TestDatabase();
        await OnServer($"create database {database._name}");
        return database;
    }

    /// <summary>A database with all tables, and no organisation in them.</summary>
    public static async Task<TestDatabase> CreateMigrated()
    {
        var database = await CreateEmpty();
        await using var services = Services(database.UnpooledConnectionString);
        await services.MigrateDatabase();
        return database;
    }

    /// <summary>One that is there already and stays, on any server.</summary>
    public static TestDatabase At(string connectionString) => new(connectionString);

    /// <summary>Runs SQL as the owner of the tables. The default when there is no answer.</summary>
    public async Task<T?> Scalar<T>(string sql)
    {
        await using var command = _owner.CreateCommand(sql);
        return await command.ExecuteScalarAsync() is T value ? value : default;
    }

    /// <summary>
    /// Everything that is stored, per table as one number: the same number, the same rows. But for who is signed in where, and for the keys
    /// of cookies and forms, which a node makes when it starts.
    /// </summary>
    public async Task<string> Contents()
    {
        var tables = await Scalar<string[]>(
            "select array_agg(tablename::text order by tablename) from pg_tables where schemaname = 'public' and tablename not in ('sessions', 'data_protection_keys')");
        var numbers = tables!.Select(table =>
            $"""(select '{table} ' || coalesce(md5(string_agg(row::text, ',' order by row::text)), '-') from "{table}" row)""");
        return (await Scalar<string>($"select concat_ws(E'\\n', {string.Join(", ", numbers)})"))!;
    }

    /// <summary>Each row of each table, as JSON behind the name of its table.</summary>
    public async Task<IReadOnlyList<string>> Rows()
    {
        var tables = await Scalar<string[]>("select array_agg(tablename::text order by tablename) from pg_tables where schemaname = 'public'");
        var rows = new List<string>();
        foreach (var table in tables!)
        {
            rows.AddRange(await Scalar<string[]>($"""select coalesce(array_agg('{table} ' || to_jsonb(row)::text), array[]::text[]) from "{table}" row""") ?? []);
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        await _owner.DisposeAsync();
        if (!_isOurs)
        {
            return;
        }

        await OnServer($"drop database {_name} with (force)");
    }

    internal async Task<Cast> ReadCast() =>
        new(People: await Ids("select number, id from people"), Units: await Ids("select code, id from units"));

    private async Task<Dictionary<string, Guid>> Ids(string sql)
    {
        await using var command = _owner.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync();
        var ids = new Dictionary<string, Guid>();
        while (await rows.ReadAsync())
        {
            ids.Add(rows.GetString(0), rows.GetGuid(1));
        }

        return ids;
    }

    private static async Task<TestDatabase> CreateTemplate()
    {
        var template = await CreateEmpty();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => template.DisposeAsync().AsTask().Wait();
        await using var services = Services(template.UnpooledConnectionString);
        await services.MigrateDatabase();
        await Load(new LoadOrganisation(Cast.OrganisationName, Cast.UnitFile, Cast.PeopleFile));
        await Load(new LoadOrganisation(Cast.OtherOrganisationName, Cast.OtherUnitFile, Cast.OtherPeopleFile));
        return template;

        async Task Load(LoadOrganisation command)
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command);
        }
    }

    private static ServiceProvider Services(string connection) =>
        new ServiceCollection().AddLogging().AddApplication(connection, ownerConnection: null, TestKeys.Keys).BuildServiceProvider();

    private static async Task OnServer(string sql)
    {
        await using var server = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ConnectionString);
        await using var command = server.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
