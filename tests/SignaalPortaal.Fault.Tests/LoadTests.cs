using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Npgsql;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Fault.Tests;

/// <summary>What eng/load/signals.sql makes is a database that the portal could have made: every page of it opens, and little of it is due.</summary>
[Trait("Category", "Faults")]
public sealed class LoadTests(LoadTests.LoadedPortal portal) : IClassFixture<LoadTests.LoadedPortal>
{
    private const int Signals = 2000;

    [Fact]
    public async Task Every_signal_opens_for_its_reporter_or_for_who_holds_it()
    {
        // A reporter for what was taken back, for the rest the manager of the unit that holds it, who has many.
        var signals = (await portal.Database.Scalar<string[]>("""
            select array_agg(reader || ' ' || reference order by reader)
            from (
                select s.reference, case when s.closed_because = 'Withdrawn' or m.person_id = s.reporter_id then s.reporter_id else m.person_id end as reader
                from signals s
                join mandates m on m.organisation_id = s.organisation_id and m.unit_id = s.held_by_unit_id and m.kind = 'Manager'
            ) read
            """))!.Select(line => line.Split(' ')).ToList();
        signals.Count.ShouldBe(Signals);

        var failed = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(signals.GroupBy(signal => signal[0]), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (readers, _) =>
        {
            var caller = await portal.Caller(Guid.Parse(readers.Key));
            foreach (var reference in readers.Select(signal => signal[1]))
            {
                using var page = await caller.Get($"/signalen/{Reference.Show(reference)}");
                if (page.StatusCode is not HttpStatusCode.OK)
                {
                    failed.Add($"{reference}: {page.StatusCode}");
                }
            }
        });

        failed.ShouldBeEmpty();
    }

    [Fact]
    public async Task Most_of_it_is_not_due_and_days_are_spread()
    {
        (await portal.Database.Scalar<long>("select count(*) from signals where next_step_on <= current_date")).ShouldBeInRange(1, Signals / 10);
        (await portal.Database.Scalar<long>("select count(distinct due_on) from signals where due_on >= current_date")).ShouldBeGreaterThan(15);
        (await portal.Database.Scalar<long>("select count(*) from (select 1 from signals group by due_on having due_on is not null and count(*) > 200) crowded")).ShouldBe(0);
        (await portal.Database.Scalar<long>("""
            select count(*) from signals s
            where s.status <> 'Closed' and s.next_step_on is distinct from least(s.look_again_on, s.due_on + 1, s.update_by + 1)
              and not exists (select from promises p where p.signal_id = s.id and p.status = 'Open')
            """)).ShouldBe(0);
    }

    /// <summary>The numbers with which the course of a signal is drawn do not fit in an integer from 271,187 on.</summary>
    [Fact]
    public async Task Its_numbers_fit_also_for_two_million_signals() =>
        (await File.ReadAllTextAsync(Script)).ShouldContain("generate_series(1::bigint, :signals)");

    private static readonly string Script = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../eng/load/signals.sql"));

    /// <summary>On the database that the script fills.</summary>
    public sealed class LoadedPortal : Portal
    {
        public override async Task InitializeAsync()
        {
            await UseEmptyDatabase();
            await Run("psql", "--no-psqlrc", "--quiet", "-v", $"signals={Signals}", "-v", "units=60", "-v", "people=600", "-f", Script);
            Clock.Advance(await Now() - Clock.GetUtcNow());
        }

        private async Task<DateTimeOffset> Now() => await Database.Scalar<DateTime>("select now()") is var now ? new DateTimeOffset(now, TimeSpan.Zero) : default;

        private async Task Run(string program, params string[] arguments)
        {
            var server = new NpgsqlConnectionStringBuilder(Database.ConnectionString);
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            (start.Environment["PGHOST"], start.Environment["PGPORT"], start.Environment["PGUSER"]) = (server.Host, $"{server.Port}", server.Username);
            (start.Environment["PGPASSWORD"], start.Environment["PGDATABASE"]) = (server.Password ?? "", server.Database);
            using var process = Process.Start(start)!;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            process.ExitCode.ShouldBe(0, $"{await output}\n{await errors}");
        }
    }
}
