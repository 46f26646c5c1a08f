using Npgsql;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Isolation;

/// <summary>A login as the running portal has it in production: a member of the role of the application, and nothing else.</summary>
public sealed class RunningPortal : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly string _login;
    private readonly NpgsqlDataSource _source;

    private RunningPortal(TestDatabase database, string login)
    {
        (_database, _login) = (database, login);

        // One connection, which is given back as it is: what a transaction leaves behind is there for the next.
        ConnectionString = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = login, MaxPoolSize = 1, NoResetOnClose = true }.ConnectionString;
        _source = NpgsqlDataSource.Create(ConnectionString);
    }

    public string ConnectionString { get; }

    public static async Task<RunningPortal> On(TestDatabase database)
    {
        var login = $"portal_test_{Guid.NewGuid():N}";
        await database.Scalar<int>($"create role {login} login in role signaalportaal_application");
        return new RunningPortal(database, login);
    }

    /// <summary>Without a transaction of its own. The default when there is no answer.</summary>
    public async Task<T?> Scalar<T>(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        return await command.ExecuteScalarAsync() is T value ? value : default;
    }

    /// <summary>In a transaction of an organisation.</summary>
    public async Task<T?> Scalar<T>(Guid organisation, string sql)
    {
        await using var connection = await _source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand($"select set_config('app.organisation', '{organisation}', true)", connection, transaction);
        await command.ExecuteNonQueryAsync();
        command.CommandText = sql;
        var answer = await command.ExecuteScalarAsync();
        await transaction.CommitAsync();
        return answer is T value ? value : default;
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await _database.Scalar<int>($"drop role {_login}");
    }
}
