using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Tests.Edge;

/// <summary>The database is switched over, or crashes, at every statement of what people do: nothing is lost, nothing is done twice, nobody sees an error of ours.</summary>
public sealed class SwitchOverTests(Portal portal) : IClassFixture<Portal>
{
    private const int Most = 200;

    [Theory]
    [InlineData("/mijn-signalen")]
    [InlineData("/signalen/nieuw")]
    [InlineData("/")]
    public async Task Who_only_looks_notices_nothing(string address)
    {
        var reporter = await portal.As(portal.Cast.Reporter).Open(address);

        await AtEachStatement(async () =>
        {
            await reporter.Open(address);

            reporter.Status.ShouldBe(HttpStatusCode.OK, reporter.Text);
            reporter.Location.AbsolutePath.ShouldBe(address);
        });
    }

    [Fact]
    public async Task Who_raises_a_signal_gets_the_words_back_or_has_raised_it_and_never_twice()
    {
        var count = await Count("select count(*) from signals");
        await AtEachStatement(async () =>
        {
            using var paused = SwitchOver.Paused();
            var reporter = await portal.As(portal.Cast.Reporter).Open("/signalen/nieuw");
            await reporter.Choose("Knelpunt").Fill("Waar gaat het over?", "Wissel").Fill("Wat zie je gebeuren?", "Dit wil ik niet kwijt.").Press("Verder naar controleren");
            var (first, again) = (reporter.Request("Verstuur je signaal"), reporter.Request("Verstuur je signaal"));
            paused.Dispose();

            await SentTwice(reporter, first, again, "Dit wil ik niet kwijt.");
            (await Count("select count(*) from signals")).ShouldBe(++count);
        });
    }

    [Fact]
    public async Task Who_answers_gets_the_words_back_or_has_answered_and_never_twice()
    {
        await AtEachStatement(async () =>
        {
            using var paused = SwitchOver.Paused();
            await TestsOwnConnections();
            var signal = await portal.Raises(portal.Cast.Reporter);
            var manager = await portal.As(portal.Cast.TeamLead).Open($"/signalen/{signal}/antwoord");
            await manager.Choose("Niet overgenomen").Choose("Geld").Fill("Welk feit zit daarachter?", "Het budget voor brieven is op.")
                .Fill("Wat moet er veranderen voor een ja?", "Nieuw geld in 2027.").Fill("Het antwoord in je eigen woorden", "Dit is er niet.").Press("Bekijk hoe de melder dit leest");
            var (first, again) = (manager.Request("Verstuur"), manager.Request("Verstuur"));
            paused.Dispose();

            await SentTwice(manager, first, again, "Dit is er niet.");
            (await Count($"select count(*) from timeline_entries e join signals s on s.id = e.signal_id where s.reference = '{signal}' and e.kind = 'Answered'")).ShouldBe(1);
        });
    }

    /// <summary>Sends a form while the database is switched over; when that failed, once more.</summary>
    private static async Task SentTwice(Visitor visitor, HttpRequestMessage first, HttpRequestMessage again, string words)
    {
        using var answer = await visitor.Http.SendAsync(first);
        if (answer.StatusCode is HttpStatusCode.ServiceUnavailable)
        {
            answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
            await visitor.Show(answer);
            visitor.Text.ShouldContain(ErrorTexts.BusyTitle);
            visitor.Text.ShouldContain(words);
            SwitchOver.IsArmed.ShouldBeFalse();
        }
        else
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        using var paused = SwitchOver.Paused();
        await visitor.Show(await visitor.Http.SendAsync(again));
        visitor.Status.ShouldBe(HttpStatusCode.OK, visitor.Text);
    }

    private async Task<long> Count(string sql)
    {
        await TestsOwnConnections();
        return await portal.Database.Scalar<long>(sql);
    }

    /// <summary>Those were ended too; the first that is used tells.</summary>
    private async Task TestsOwnConnections()
    {
        try
        {
            await portal.Database.Scalar<int>("select 1");
        }
        catch (NpgsqlException)
        {
            await portal.Database.Scalar<int>("select 1");
        }
    }

    /// <summary>Does it again and again; the database goes away once at the first statement of it, then at the second, until it has no more of them.</summary>
    private async Task AtEachStatement(Func<Task> act)
    {
        var count = 0;
        using var switchOver = new SwitchOver(portal.Database);
        for (var happened = true; happened; count++)
        {
            count.ShouldBeLessThan(Most);
            SwitchOver.Arm(after: count);
            await act();
            happened = !SwitchOver.Disarm();
        }

        count.ShouldBeGreaterThan(1);
    }

    /// <summary>Ends all connections of one database just before a statement is sent.</summary>
    private sealed class SwitchOver : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private static int _left = -1;
        private static int _kept = -1;

        private readonly List<IDisposable> _subscriptions = [];
        private readonly NpgsqlConnectionStringBuilder _server;
        private readonly string _database;

        public SwitchOver(TestDatabase database)
        {
            _server = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false };
            _database = _server.Database!;
            _server.Database = "postgres";
            _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public static bool IsArmed => Volatile.Read(ref _left) >= 0;

        public static void Arm(int after) => Volatile.Write(ref _left, after);

        /// <returns>Whether it did not come to it.</returns>
        public static bool Disarm() => Interlocked.Exchange(ref _left, -1) >= 0;

        /// <summary>For what happens before; until it is disposed of.</summary>
        public static IDisposable Paused()
        {
            _kept = Interlocked.Exchange(ref _left, -1);
            return new Pause();
        }

        void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore")
            {
                _subscriptions.Add(value.Subscribe(this));
            }
        }

        void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData data && data.Connection.Database == _database
                && IsArmed && Interlocked.Decrement(ref _left) == -1)
            {
                using var server = NpgsqlDataSource.Create(_server.ConnectionString);
                using var command = server.CreateCommand($"select pg_terminate_backend(pid, 2000) from pg_stat_activity where datname = '{_database}'");
                command.ExecuteNonQuery();
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());

        private sealed class Pause : IDisposable
        {
            public void Dispose()
            {
                if (Interlocked.Exchange(ref _kept, -1) is var kept and >= 0)
                {
                    Arm(kept);
                }
            }
        }
    }
}
