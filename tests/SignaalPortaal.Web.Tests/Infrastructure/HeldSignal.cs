using Npgsql;

namespace SignaalPortaal.Web.Tests.Infrastructure;

/// <summary>Keeps everybody from changing one signal, so that a test decides who has come how far before anyone goes on.</summary>
public sealed class HeldSignal : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TestDatabase _database;
    private readonly NpgsqlConnection _connection;

    private HeldSignal(TestDatabase database) => (_database, _connection) = (database, new NpgsqlConnection(database.ConnectionString));

    public static async Task<HeldSignal> Hold(TestDatabase database, string reference)
    {
        var held = new HeldSignal(database);
        await held._connection.OpenAsync();
        await held.Run("begin");
        await held.Run($"select from signals where reference = '{reference}' for no key update");
        return held;
    }

    /// <summary>Until so many requests stand still in the database, behind this one or behind each other.</summary>
    public async Task WaitFor(int requests)
    {
        using var timeout = new CancellationTokenSource(Patience);
        while (await Waiting() < requests)
        {
            timeout.Token.ThrowIfCancellationRequested();
        }
    }

    public Task Release() => Run("rollback");

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private Task<long> Waiting() => _database.Scalar<long>(
        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");

    private async Task Run(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        await command.ExecuteNonQueryAsync();
    }
}
