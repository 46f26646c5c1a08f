using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SignaalPortaal.Application.Data;

/// <summary>
/// Tells each transaction, before anything else, of which organisation it is: row level security shows it the rows of that one. It ends with the
/// transaction, so that a connection that goes back to the pool knows of nobody.
/// </summary>
internal sealed class OrganisationOfTransaction : DbTransactionInterceptor
{
    public override DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        using var command = CommandFor(connection, eventData);
        command.ExecuteNonQuery();
        return result;
    }

    public override async ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        await using var command = CommandFor(connection, eventData);
        try
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (DbException exception)
        {
            // The first that is sent over a connection finds out that it is dead.
            DeadConnections.Forget(connection, exception);
            throw;
        }

        return result;
    }

    private static DbCommand CommandFor(DbConnection connection, TransactionEndEventData eventData)
    {
        var command = connection.CreateCommand();
        command.CommandText = "select set_config('app.organisation', $1, true)";
        var organisation = command.CreateParameter();
        organisation.Value = ((PortalDb)eventData.Context!).OrganisationId.ToString();
        command.Parameters.Add(organisation);
        return command;
    }
}
