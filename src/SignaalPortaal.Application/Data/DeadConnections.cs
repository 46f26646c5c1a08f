using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace SignaalPortaal.Application.Data;

/// <summary>When one connection turns out to be dead, as after a switch-over, the others that wait in the pool are dead too: nobody is given one of those any more.</summary>
internal sealed class DeadConnections : DbCommandInterceptor
{
    /// <param name="exception">Without a code nothing came back; 57P… says that the server stops, 25006 that it only follows another one now.</param>
    public static void Forget(DbConnection? connection, Exception exception)
    {
        if (connection is NpgsqlConnection dead && exception is NpgsqlException { SqlState: null or "25006" or ['5', '7', 'P', ..] })
        {
            NpgsqlConnection.ClearPool(dead);
        }
    }

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Forget(command.Connection, eventData.Exception);

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Forget(command.Connection, eventData.Exception);
        return Task.CompletedTask;
    }
}
