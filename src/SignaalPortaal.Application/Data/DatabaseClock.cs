using System.Diagnostics;
using Npgsql;

namespace SignaalPortaal.Application.Data;

/// <summary>
/// The clock of the database, so that all nodes agree on what day it is, whatever their own clocks say. Between two readings the processor counts
/// on, which nobody can set. A node that has not read it yet does not know the time and refuses to work.
/// </summary>
public sealed class DatabaseClock(string connection) : TimeProvider
{
    private volatile Reading? _reading;

    /// <summary>The same clock for what a demonstration does not set ahead, such as how long somebody stays signed in.</summary>
    public TimeProvider NotAhead => field ??= new ClockNotAhead(this);

    public override DateTimeOffset GetUtcNow() => Last.At + Since(Last);

    /// <summary>Asks the database for the time. When it does not answer, the last reading goes on counting.</summary>
    /// <exception cref="NpgsqlException">The database did not answer.</exception>
    public async Task Read(CancellationToken cancellationToken)
    {
        await using var database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { Pooling = false });
        await using var command = database.CreateCommand("select portal_now(), ahead from portal_clock");
        await using var answer = await command.ExecuteReaderAsync(cancellationToken);
        await answer.ReadAsync(cancellationToken);

        // The answer was true a moment ago: this clock is late by that moment, and never early.
        _reading = new Reading(answer.GetFieldValue<DateTimeOffset>(0), answer.GetTimeSpan(1), Stopwatch.GetTimestamp());
    }

    private Reading Last => _reading ?? throw new InvalidOperationException("The clock of the database has not been read yet.");

    private static TimeSpan Since(Reading reading) => Stopwatch.GetElapsedTime(reading.Timestamp);

    private sealed record Reading(DateTimeOffset At, TimeSpan Ahead, long Timestamp);

    private sealed class ClockNotAhead(DatabaseClock clock) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() - clock.Last.Ahead;
    }
}

public static class Clocks
{
    /// <summary>The clock that no demonstration sets ahead.</summary>
    public static TimeProvider NotAhead(this TimeProvider clock) => clock is DatabaseClock database ? database.NotAhead : clock;
}
