using System.Diagnostics;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SignaalPortaal.Application;
using SignaalPortaal.Application.Absences;
using SignaalPortaal.Application.Administration;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Messages;
using SignaalPortaal.Application.Organisations;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Isolation;

/// <summary>The database keeps organisations apart, also when a statement of the portal does not.</summary>
public sealed class IsolationTests(Portal portal) : IClassFixture<Portal>, IAsyncLifetime
{
    private RunningPortal _running = null!;
    private Guid _own;
    private Guid _other;

    public async Task InitializeAsync()
    {
        _running = await RunningPortal.On(portal.Database);
        _own = await OrganisationOf(Cast.OrganisationName);
        _other = await OrganisationOf(Cast.OtherOrganisationName);
        await EverythingHappens();
    }

    public async Task DisposeAsync() => await _running.DisposeAsync();

    [Fact]
    public async Task Without_an_organisation_there_is_nothing_in_any_table()
    {
        var filled = 0L;
        foreach (var table in await Tables("select"))
        {
            (await _running.Scalar<long>($"select count(*) from {table}")).ShouldBe(0, table);
            (await _running.Scalar<long>(Guid.Empty, $"select count(*) from {table}")).ShouldBe(0, table);
            filled += await portal.Database.Scalar<long>($"select count(*) from {table}") > 0 ? 1 : 0;
        }

        filled.ShouldBeGreaterThanOrEqualTo(14);
    }

    [Fact]
    public async Task Without_an_organisation_no_table_takes_a_row()
    {
        foreach (var table in await Tables("insert"))
        {
            await IsRefused(() => _running.Scalar<int>($"insert into {table} (organisation_id) values ('{_own}')"), table);
        }
    }

    [Fact]
    public async Task Each_organisation_has_all_of_its_own_rows_and_no_others()
    {
        foreach (var table in await Tables("select"))
        {
            foreach (var organisation in new[] { _own, _other })
            {
                var expected = await portal.Database.Scalar<long>($"select count(*) from {table} where organisation_id = '{organisation}'");
                (await _running.Scalar<long>(organisation, $"select count(*) from {table}")).ShouldBe(expected, table);
                (await _running.Scalar<long>(organisation, $"select count(*) from {table} where organisation_id <> '{organisation}'")).ShouldBe(0, table);
            }
        }
    }

    [Fact]
    public async Task No_organisation_writes_a_row_of_another()
    {
        foreach (var table in await Tables("insert"))
        {
            await IsRefused(() => _running.Scalar<int>(_other, $"insert into {table} (organisation_id) values ('{_own}')"), table);
        }

        (await _running.Scalar<long>(_other, $"with changed as (update units set name = 'Van ons' where organisation_id = '{_own}' returning 1) select count(*) from changed"))
            .ShouldBe(0);
        (await _running.Scalar<long>(_other, $"with gone as (delete from mandates where organisation_id = '{_own}' returning 1) select count(*) from gone")).ShouldBe(0);
        await IsRefused(() => _running.Scalar<int>(_other, $"update closed_days set organisation_id = '{_own}'"), "closed_days");
    }

    [Fact]
    public async Task What_a_transaction_knew_is_gone_for_the_next_on_its_connection()
    {
        var server = await _running.Scalar<int>("select pg_backend_pid()");

        (await _running.Scalar<long>(_own, "select count(*) from units")).ShouldBeGreaterThan(0);
        (await _running.Scalar<string>("select current_setting('app.organisation', true)")).ShouldBe("");
        (await _running.Scalar<long>("select count(*) from units")).ShouldBe(0);
        await Should.ThrowAsync<PostgresException>(() => _running.Scalar<int>(_own, "select 1 / 0"));
        (await _running.Scalar<long>("select count(*) from units")).ShouldBe(0);

        (await _running.Scalar<int>("select pg_backend_pid()")).ShouldBe(server);
    }

    [Theory]
    [InlineData("set role signaalportaal_workers")]
    [InlineData("set role pg_read_all_data")]
    [InlineData("set session_replication_role = replica")]
    [InlineData("set row_security = off; select count(*) from units")]
    [InlineData("alter table units disable row level security")]
    [InlineData("alter table units no force row level security")]
    [InlineData("alter table units disable trigger all")]
    [InlineData("create policy everything on units using (true)")]
    [InlineData("drop policy own_organisation on units")]
    [InlineData("create or replace function current_organisation() returns uuid language sql as 'select null::uuid'")]
    [InlineData("alter function organisations_with_due_signals(date) reset search_path")]
    [InlineData("create view units_of_all as select * from units")]
    [InlineData("copy units to program 'cat'")]
    [InlineData("grant signaalportaal_workers to current_user")]
    [InlineData("alter role current_user bypassrls")]
    public async Task The_running_portal_cannot_go_past_it_with(string sql) =>
        (await Should.ThrowAsync<PostgresException>(() => _running.Scalar<object>(sql))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);

    [Fact]
    public async Task Workers_hear_which_organisations_have_work_and_nothing_else()
    {
        (await _running.Scalar<Guid[]>("select array(select organisations_with_due_signals('9999-01-01'))")).ShouldBe([_own]);
        (await _running.Scalar<Guid[]>("select array(select organisations_with_due_signals('2000-01-01'))")).ShouldBe([]);
        (await _running.Scalar<string>("select string_agg(key, ' ') from organisations_with_mails('9999-01-01', 5, '{}') found, jsonb_object_keys(to_jsonb(found)) key"))
            .ShouldBe("mails organisation_id");
        (await _running.Scalar<int>("select mails from organisations_with_mails('9999-01-01', 1, '{}')")).ShouldBe(1);
    }

    [Fact]
    public async Task Outside_a_transaction_the_portal_finds_nothing()
    {
        await using var scope = await portal.ScopeOf(portal.Cast.TeamLead);
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        (await db.Units.ToListAsync()).ShouldBeEmpty();

        await using (await db.Database.BeginTransactionAsync())
        {
            (await db.Units.ToListAsync()).ShouldNotBeEmpty();
        }

        using (db.Database.BeginTransaction())
        {
            (await db.Units.ToListAsync()).ShouldNotBeEmpty();
        }

        (await db.Units.ToListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Many_requests_of_two_organisations_on_the_same_connections_never_see_each_other()
    {
        await using var services = new ServiceCollection().AddLogging().AddApplication(
            new NpgsqlConnectionStringBuilder(portal.Database.ConnectionString) { MaxPoolSize = 3, NoResetOnClose = true }.ConnectionString, ownerConnection: null, TestKeys.Keys)
            .AddSingleton<TimeProvider>(portal.Clock).BuildServiceProvider();
        var (start, mixed, left, requests) = (Stopwatch.GetTimestamp(), 0, 0, new int[12]);

        await Task.WhenAll(Enumerable.Range(0, requests.Length).Select(async number =>
        {
            var (organisation, person) = number % 2 == 0 ? (_own, portal.Cast.Reporter) : (_other, portal.Cast.Stranger);
            while (Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(4) || requests[number] < 10)
            {
                await using var scope = services.CreateAsyncScope();
                var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
                (await mediator.Send(new LoadViewer(organisation, person))).ShouldNotBeNull();
                var seen = await mediator.Send(new GetMySignals());

                // Past the filters of the model, so that only the database keeps them apart. One in three breaks off.
                var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
                var organisations = db.People.IgnoreQueryFilters().Select(one => one.OrganisationId).Distinct();
                await using (var transaction = await db.Database.BeginTransactionAsync())
                {
                    var isRight = await organisations.ToListAsync() is [var only] && only == organisation && seen.Count > 0 == (organisation == _own);
                    Interlocked.Add(ref mixed, isRight ? 0 : 1);
                    if (requests[number]++ % 3 > 0)
                    {
                        await transaction.CommitAsync();
                    }
                }

                Interlocked.Add(ref left, await organisations.CountAsync());
            }
        }));

        mixed.ShouldBe(0);
        left.ShouldBe(0);
    }

    private async Task<Guid> OrganisationOf(string name) => await portal.Database.Scalar<Guid>($"select id from organisations where name = '{name}'");

    /// <summary>Those in which the portal may do this.</summary>
    private async Task<string[]> Tables(string right) => (await portal.Database.Scalar<string[]>($"""
        select array_agg(c.table_name::text order by 1)
        from information_schema.columns c
        join pg_class t on t.relname = c.table_name and t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')
        where c.table_schema = 'public' and c.column_name = 'organisation_id' and has_table_privilege('signaalportaal_application', t.oid, '{right}')
        """))!;

    /// <summary>By row level security, or by a trigger that does not find what the row belongs to; not by what a row must have.</summary>
    private static async Task IsRefused(Func<Task> write, string table) =>
        (await Should.ThrowAsync<PostgresException>(write, table)).SqlState
            .ShouldBeOneOf(PostgresErrorCodes.InsufficientPrivilege, PostgresErrorCodes.CheckViolation, PostgresErrorCodes.RaiseException);

    /// <summary>So that most tables have rows.</summary>
    private async Task EverythingHappens()
    {
        if (await portal.Database.Scalar<long>("select count(*) from signals") > 0)
        {
            return;
        }

        var cast = portal.Cast;
        var reference = (await portal.Send(
            new SubmitSignal { Kind = SignalKind.Risk, Subject = "Brief", OwnWords = "Niet te begrijpen.", AboutMyManager = true, FormKey = Guid.NewGuid() }, cast.Reporter)).Reference;
        await portal.Does(cast.HeadOfDepartment, reference, new AnswerSignal
        {
            Outcome = Outcome.Adopted,
            Explanation = "Doen we.",
            Promises = [new PromiseRow { What = "Nieuwe brief", Who = "Team Brieven", By = portal.Today.AddDays(7) }],
        });
        await portal.Send(new SubmitSignal { Kind = SignalKind.Aggression, Subject = "Balie", OwnWords = "Bedreigd." }, cast.Reporter);
        await portal.Send(new ArrangeAbsence { Deputy = cast.Colleague, FirstDay = portal.Today, LastDay = portal.Today }, cast.TeamLead);
        await portal.Send(new AddClosedDay { Day = portal.Today.AddDays(30), DayName = "Studiedag" }, cast.Administrator);
        await portal.Send(new ChooseMail { YourTurn = MailChoice.Daily }, cast.Reporter);
        await portal.Database.Scalar<int>($"""
            insert into closed_days (organisation_id, day, name) values ('{_other}', '2030-01-02', 'Studiedag');
            insert into mails (organisation_id, id, person_id, message_id, is_urgent, send_after, state)
            select organisation_id, gen_random_uuid(), person_id, id, false, now(), 'Waiting' from messages
            """);
    }
}
