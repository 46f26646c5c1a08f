using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Identities;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Identities;

/// <summary>A name does not open before the event that tells its reporter is there for good, whatever is tried in the database.</summary>
public sealed class RevealInSqlTests(Portal portal) : IClassFixture<Portal>, IAsyncLifetime
{
    private Guid Adviser => portal.Cast.ConfidentialAdviser;

    private string _reference = "";

    public async Task InitializeAsync()
    {
        await portal.HasKey(Adviser);
        _reference = await portal.RaisesConfidentially(portal.Cast.Reporter);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Only_in_the_transaction_that_waited_for_it_and_only_after_the_event_was_committed()
    {
        await portal.Asks(Adviser, _reference, danger: Danger);
        await using var reading = await Transaction.Of(portal, Adviser);
        var reader = await reading.Number();

        await using (var fetching = await Transaction.Of(portal, Adviser))
        {
            await fetching.Fetch(_reference, reader);
            (await reading.Read(_reference)).ShouldBeNull("It is not committed yet.");
            await fetching.Commit();
        }

        (await reading.Read(_reference)).ShouldNotBeNull();
        await reading.Commit();
        (await ReadsInAnother()).ShouldBeNull();
    }

    [Fact]
    public async Task A_reader_that_is_rolled_back_has_had_it_and_no_other_reads_it()
    {
        await portal.Asks(Adviser, _reference, danger: Danger);
        await using var reading = await Transaction.Of(portal, Adviser);
        await FetchFor(await reading.Number());
        (await reading.Read(_reference)).ShouldNotBeNull();

        await reading.RollBack();

        (await ReadsInAnother()).ShouldBeNull();
        (await portal.Database.Scalar<long>($"select count(*) from timeline_entries e join signals s on s.id = e.signal_id where reference = '{_reference}' and e.kind = 'IdentityOpened'")).ShouldBe(1);
        var again = await Should.ThrowAsync<BrokenRuleException>(() => FetchFor("3"));
        again.Rule.ShouldBe(SignalRule.TheNameIsNotOpenYet, "For a transaction that has ended nothing is made ready.");
    }

    [Fact]
    public async Task Not_in_the_transaction_in_which_it_was_noted_nor_after_that_was_rolled_back()
    {
        await portal.Asks(Adviser, _reference, danger: Danger);
        await using var reading = await Transaction.Of(portal, Adviser);
        var reader = await reading.Number();
        (await Should.ThrowAsync<BrokenRuleException>(() => reading.Fetch(_reference, reader))).Rule.ShouldBe(SignalRule.TheNameIsNotOpenYet);
        await reading.RollBack();

        await using var other = await Transaction.Of(portal, Adviser);
        await using (var fetching = await Transaction.Of(portal, Adviser))
        {
            await fetching.Fetch(_reference, await other.Number());
            await fetching.RollBack();
        }

        (await other.Read(_reference)).ShouldBeNull();
    }

    [Theory]
    [InlineData("update people set roles = 0 where id = '{adviser}'", "update people set roles = 16 where id = '{adviser}'")]
    [InlineData("update people set left_on = '2026-09-01' where id = '{adviser}'", "update people set left_on = null where id = '{adviser}'")]
    [InlineData("update signals set disclosure = 'Anonymous'", "update signals set disclosure = 'Confidential'")]
    [InlineData("insert into signal_conflicts select organisation_id, id, '{adviser}' from signals", "delete from signal_conflicts")]
    [InlineData("update name_fetches set x = '3'", "update name_fetches set x = pg_current_xact_id()")]
    [InlineData("update name_fetches set seq = 1", "update name_fetches set seq = 3")]
    public async Task Not_when_something_is_not_as_it_was_when_it_was_fetched(string change, string back)
    {
        await portal.Asks(Adviser, _reference, danger: Danger);
        await using var reading = await Transaction.Of(portal, Adviser);
        await FetchFor(await reading.Number());
        await portal.Database.Scalar<object>(change.Replace("{adviser}", $"{Adviser}", StringComparison.Ordinal));

        (await reading.Read(_reference)).ShouldBeNull();

        await portal.Database.Scalar<object>(back.Replace("{adviser}", $"{Adviser}", StringComparison.Ordinal));
        (await reading.Read(_reference)).ShouldNotBeNull();
    }

    /// <summary>As the login of the portal, past its program: with an event that it writes itself, on a day that it makes up.</summary>
    [Fact]
    public async Task The_days_are_counted_by_the_database_whatever_the_portal_thinks_that_day_it_is()
    {
        await portal.Asks(Adviser, _reference);
        portal.Clock.AdvanceDays(20);

        (await Should.ThrowAsync<BrokenRuleException>(() => portal.Fetches(Adviser, _reference))).Rule.ShouldBe(SignalRule.TheNameIsNotOpenYet);

        portal.Clock.AdvanceDays(-20);
        await portal.LetDaysPass(8);
        (await portal.Fetches(Adviser, _reference)).ShouldNotBeNull();
    }

    [Fact]
    public async Task An_objection_or_a_refusal_closes_it_in_the_database_too()
    {
        var other = portal.Cast.HumanResources;
        await portal.HasKey(other);
        await portal.Asks(Adviser, _reference);
        await portal.LetDaysPass(8);
        (await IsOpen()).ShouldBeTrue();

        await portal.Decides(other, _reference, refusal: "Het kan zonder.");

        (await IsOpen()).ShouldBeFalse();
        await portal.Database.Scalar<object>($"update people set roles = 4 where id = '{other}'");
    }

    [Fact]
    public async Task The_working_days_of_the_database_are_those_of_the_domain()
    {
        await portal.Database.Scalar<object>("insert into closed_days select id, '2027-05-07', 'Brugdag' from organisations on conflict do nothing");
        var calendar = new WorkingCalendar(new HashSet<DateOnly> { new(2027, 5, 7) });
        var first = new DateOnly(2020, 1, 1);

        var days = await portal.Database.Scalar<bool[]>(
            $"select array_agg(is_working_day((select organisation_id from people where id = '{Adviser}'), d::date) order by d) from generate_series('2020-01-01', '2059-12-31', interval '1 day') d");

        days!.Length.ShouldBe(14_610);
        days.Select((isWorking, index) => (Day: first.AddDays(index), isWorking)).Where(one => one.isWorking != calendar.IsWorkingDay(one.Day)).ShouldBeEmpty();
        await portal.Database.Scalar<object>("delete from closed_days");
    }

    [Theory]
    [InlineData("select sealed from sealed_identities")]
    [InlineData("select wrapped from sealed_identity_keys")]
    [InlineData("select count(*) from sealed_identities")]
    [InlineData("copy sealed_identities to stdout")]
    [InlineData("update sealed_identities set algorithm = ''")]
    [InlineData("delete from sealed_identities")]
    [InlineData("delete from sealed_identity_keys")]
    [InlineData("insert into sealed_identities select organisation_id, id, '', '' from signals returning sealed")]
    [InlineData("insert into name_requests (organisation_id, signal_id, seq, person_id, made_on) values (gen_random_uuid(), gen_random_uuid(), 1, gen_random_uuid(), '2026-01-01')")]
    [InlineData("update name_requests set made_on = '2026-01-01'")]
    [InlineData("insert into name_fetches (organisation_id, signal_id, seq, person_id, reader) values (gen_random_uuid(), gen_random_uuid(), 1, gen_random_uuid(), '3')")]
    [InlineData("select reader from name_fetches")]
    [InlineData("update portal_clock set ahead = '9 days'")]
    [InlineData("update adviser_keys set public_key = ''")]
    [InlineData("update adviser_keys set person_id = gen_random_uuid()")]
    [InlineData("delete from adviser_keys")]
    [InlineData("select may_ask_for_the_name(gen_random_uuid(), gen_random_uuid(), gen_random_uuid())")]
    [InlineData("create or replace function name_read(uuid, uuid, uuid) returns void language sql as ''")]
    public async Task The_running_portal_has_no_right_to(string sql)
    {
        var refused = await Should.ThrowAsync<PostgresException>(() => portal.Database.Scalar<int>($"set role signaalportaal_application; {sql}"));

        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task The_functions_are_for_the_portal_only_and_find_their_tables_themselves()
    {
        (await portal.Database.Scalar<long>("""
            select count(*) from pg_proc
            where proname in ('name_request', 'name_fetch', 'name_read', 'forget_identity') and prosecdef
              and proconfig = '{"search_path=pg_catalog, public, pg_temp"}'
              and proacl::text not like '%{=%' and proacl::text not like '%,=%' and proacl::text like '%signaalportaal_application=X%'
            """)).ShouldBe(4);
    }

    [Fact]
    public async Task Nothing_is_noted_without_an_event_of_its_own()
    {
        await portal.Asks(Adviser, _reference);
        var asThePortal = await AsThePortal();
        var ids = $"organisation_id, id, '{Adviser}'";

        var twice = await Should.ThrowAsync<PostgresException>(() => portal.Database.Scalar<bool>(
            $"{asThePortal} select name_request({ids}, 2) from signals where reference = '{_reference}'"));
        twice.SqlState.ShouldBe(PostgresErrorCodes.UniqueViolation);
        (await portal.Database.Scalar<bool>($"{asThePortal} select name_request({ids}, 1) from signals where reference = '{_reference}'")).ShouldBeFalse();
        (await portal.Database.Scalar<bool>($"{asThePortal} select name_fetch({ids}, 2, '3') from signals where reference = '{_reference}'")).ShouldBeFalse();
    }

    private const string Danger = "Een collega zegt vandaag te springen.";

    private async Task FetchFor(string reader)
    {
        await using var fetching = await Transaction.Of(portal, Adviser);
        await fetching.Fetch(_reference, reader);
        await fetching.Commit();
    }

    private async Task<OpenedName?> ReadsInAnother()
    {
        await using var other = await Transaction.Of(portal, Adviser);
        await other.Number();
        return await other.Read(_reference);
    }

    private async Task<bool> IsOpen() => await portal.Database.Scalar<bool>(
        $"select name_is_open(organisation_id, id, '{Adviser}') from signals where reference = '{_reference}'");

    private async Task<string> AsThePortal() =>
        $"set app.organisation = '{await portal.Database.Scalar<Guid>($"select organisation_id from people where id = '{Adviser}'")}'; set role signaalportaal_application;";

    /// <summary>A transaction of the login of the portal, in which what its handlers do is done one by one.</summary>
    private sealed class Transaction(Portal portal, AsyncServiceScope scope, Guid adviser) : IAsyncDisposable
    {
        private readonly PortalDb _db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        private Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction _transaction = null!;

        public static async Task<Transaction> Of(Portal portal, Guid adviser)
        {
            var transaction = new Transaction(portal, await portal.ScopeOf(adviser), adviser);
            transaction._transaction = await transaction._db.Database.BeginTransactionAsync();
            return transaction;
        }

        public Task<string> Number() => _db.NumberOfTransaction(CancellationToken.None);

        public async Task Fetch(string reference, string reader) => await scope.ServiceProvider.GetRequiredService<IMediator>().Send(
            new FetchIdentity { Reference = reference, Seen = await portal.VersionOf(reference), Reader = reader, FormKey = Guid.NewGuid() });

        public async Task<OpenedName?> Read(string reference) => await _db.ReadName(
            await portal.Database.Scalar<Guid>($"select id from signals where reference = '{reference}'"), adviser, CancellationToken.None);

        public Task Commit() => _transaction.CommitAsync();

        public Task RollBack() => _transaction.RollbackAsync();

        public async ValueTask DisposeAsync()
        {
            await _transaction.DisposeAsync();
            await scope.DisposeAsync();
        }
    }
}
