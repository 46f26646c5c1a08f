using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Identities;
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
    public async Task A_name_opens_once_after_the_request_was_committed()
    {
        var ticket = await portal.Asks(Adviser, _reference);

        (await Open(ticket)).ShouldNotBeNull().Read().ShouldContain("Rosa Melder");
        (await Open(ticket)).ShouldBeNull();
    }

    [Fact]
    public async Task Not_in_the_transaction_in_which_it_was_asked_nor_after_that_was_rolled_back()
    {
        await using var asking = await Asking.By(portal, Adviser);
        var ticket = await asking.Ask(_reference);

        (await asking.Open(ticket)).ShouldBeNull();
        await asking.Transaction.RollbackAsync();

        (await asking.Open(ticket)).ShouldBeNull();
        await NothingWasAsked();
    }

    [Fact]
    public async Task Not_through_a_savepoint_that_is_rolled_back()
    {
        await using var asking = await Asking.By(portal, Adviser);
        await asking.Transaction.CreateSavepointAsync("before");
        var ticket = await asking.Ask(_reference);
        (await asking.Open(ticket)).ShouldBeNull();
        await asking.Transaction.RollbackToSavepointAsync("before");

        (await asking.Open(ticket)).ShouldBeNull();
        await asking.Transaction.CommitAsync();

        (await asking.Open(ticket)).ShouldBeNull();
        await NothingWasAsked();
    }

    [Fact]
    public async Task Not_through_a_savepoint_that_is_released_until_the_whole_is_committed()
    {
        await using var asking = await Asking.By(portal, Adviser);
        await asking.Transaction.CreateSavepointAsync("before");
        var ticket = await asking.Ask(_reference);
        await asking.Transaction.ReleaseSavepointAsync("before");

        (await asking.Open(ticket)).ShouldBeNull();
        (await Open(ticket)).ShouldBeNull("Nor for another connection.");
        await asking.Transaction.CommitAsync();

        (await Open(ticket)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Not_when_a_transaction_began_long_ago_and_the_ticket_expired_since()
    {
        var ticket = await portal.Asks(Adviser, _reference);
        await portal.Database.Scalar<object>("update reveals set made_at = made_at - interval '10 minutes'");

        (await Open(ticket)).ShouldBeNull();
    }

    [Theory]
    [InlineData("update people set roles = 0 where id = '{adviser}'", "update people set roles = 16 where id = '{adviser}'")]
    [InlineData("update people set left_on = '2026-09-01' where id = '{adviser}'", "update people set left_on = null where id = '{adviser}'")]
    [InlineData("update signals set disclosure = 'Anonymous'", "update signals set disclosure = 'Confidential'")]
    [InlineData("insert into signal_conflicts select organisation_id, id, '{adviser}' from signals", "delete from signal_conflicts")]
    [InlineData("update reveals set x = '0'", "update reveals set x = pg_current_xact_id()")]
    [InlineData("update reveals set seq = 1", "update reveals set seq = 2")]
    public async Task Not_when_something_is_not_as_it_was_when_it_was_asked(string change, string back)
    {
        var ticket = await portal.Asks(Adviser, _reference);
        await portal.Database.Scalar<object>(change.Replace("{adviser}", $"{Adviser}", StringComparison.Ordinal));

        (await OpenInSql(ticket)).ShouldBe(0);

        await portal.Database.Scalar<object>(back.Replace("{adviser}", $"{Adviser}", StringComparison.Ordinal));
        (await OpenInSql(ticket)).ShouldBe(1);
    }

    [Fact]
    public async Task Not_for_another_adviser_who_can_open_it_too()
    {
        var other = portal.Cast.HumanResources;
        await portal.HasKey(other);
        var reference = await portal.RaisesConfidentially(portal.Cast.Reporter);
        var ticket = await portal.Asks(Adviser, reference);

        (await portal.Send(new OpenIdentity(ticket), other)).ShouldBeNull();
        await portal.Database.Scalar<object>($"update people set roles = 4 where id = '{other}'");

        (await Open(ticket)).ShouldNotBeNull();
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
    [InlineData("insert into reveals (organisation_id, ticket, signal_id, person_id, seq, x) values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 1, '3')")]
    [InlineData("update reveals set used_at = null")]
    [InlineData("delete from reveals")]
    [InlineData("update adviser_keys set public_key = ''")]
    [InlineData("update adviser_keys set person_id = gen_random_uuid()")]
    [InlineData("delete from adviser_keys")]
    [InlineData("select may_ask_for_the_name(gen_random_uuid(), gen_random_uuid(), gen_random_uuid())")]
    [InlineData("create or replace function reveal_open(uuid, uuid, uuid) returns void language sql as ''")]
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
            where proname in ('reveal_request', 'reveal_open', 'forget_identity') and prosecdef
              and proconfig = '{"search_path=pg_catalog, public, pg_temp"}'
              and proacl::text not like '%{=%' and proacl::text not like '%,=%' and proacl::text like '%signaalportaal_application=X%'
            """)).ShouldBe(3);
    }

    [Fact]
    public async Task A_ticket_needs_an_event_of_its_own()
    {
        await portal.Asks(Adviser, _reference);

        var ids = $"organisation_id, id, '{Adviser}'";
        var asThePortal = await AsThePortal();
        var twice = await Should.ThrowAsync<PostgresException>(() => portal.Database.Scalar<Guid>(
            $"{asThePortal} select reveal_request({ids}, 2) from signals where reference = '{_reference}'"));
        var without = await Should.ThrowAsync<PostgresException>(() => portal.Database.Scalar<Guid>(
            $"{asThePortal} select reveal_request({ids}, 3) from signals where reference = '{_reference}'"));

        (twice.SqlState, without.SqlState).ShouldBe((PostgresErrorCodes.UniqueViolation, PostgresErrorCodes.ForeignKeyViolation));
    }

    private Task<SealedName?> Open(Guid ticket) => portal.Send(new OpenIdentity(ticket), Adviser);

    private async Task<long> OpenInSql(Guid ticket) => await portal.Database.Scalar<long>(
        $"{await AsThePortal()} select count(*) from people p, reveal_open(p.organisation_id, '{ticket}', p.id) where p.id = '{Adviser}'");

    private async Task<string> AsThePortal() =>
        $"set app.organisation = '{await portal.Database.Scalar<Guid>($"select organisation_id from people where id = '{Adviser}'")}'; set role signaalportaal_application;";

    private async Task NothingWasAsked()
    {
        (await portal.Database.Scalar<long>($"select count(*) from timeline_entries e join signals s on s.id = e.signal_id where reference = '{_reference}'")).ShouldBe(1);
        (await portal.Database.Scalar<long>($"select count(*) from reveals r join signals s on s.id = r.signal_id where reference = '{_reference}'")).ShouldBe(0);
    }

    /// <summary>A transaction of the portal in which the name is asked for, as its own handler does it.</summary>
    private sealed class Asking(AsyncServiceScope scope, Guid adviser) : IAsyncDisposable
    {
        private readonly PortalDb _db = scope.ServiceProvider.GetRequiredService<PortalDb>();

        public Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction Transaction { get; private set; } = null!;

        public static async Task<Asking> By(Portal portal, Guid adviser)
        {
            var asking = new Asking(await portal.ScopeOf(adviser), adviser);
            asking.Transaction = await asking._db.Database.BeginTransactionAsync();
            return asking;
        }

        public Task<Guid> Ask(string reference) => scope.ServiceProvider.GetRequiredService<IMediator>().Send(
            new RequestIdentity { SignalReference = reference, IdentityReason = AdviserDesk.Reason, FormKey = Guid.NewGuid() });

        public Task<OpenedReveal?> Open(Guid ticket) => _db.OpenReveal(ticket, adviser, CancellationToken.None);

        public async ValueTask DisposeAsync()
        {
            await Transaction.DisposeAsync();
            await scope.DisposeAsync();
        }
    }
}
