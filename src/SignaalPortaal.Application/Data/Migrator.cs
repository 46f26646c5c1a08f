using Microsoft.EntityFrameworkCore;
using Npgsql;
using SignaalPortaal.Application.Messages;
using SignaalPortaal.Application.Protection;
using SignaalPortaal.Application.Retention;

namespace SignaalPortaal.Application.Data;

/// <summary>Migrates as the owner of the tables, which the running portal is not.</summary>
internal sealed class Migrator(string ownerConnection, OrganisationKeys organisationKeys)
{
    public async Task Migrate(CancellationToken cancellationToken)
    {
        await using var db = new PortalDb(new DbContextOptionsBuilder<PortalDb>().UseNpgsql(ownerConnection).Options, new CurrentViewer(), TimeProvider.System, MailSettings.Off, organisationKeys);
        await db.Migrate(cancellationToken);
    }

    /// <summary>What was destroyed in a later life of this database; those of its signals that this copy knows.</summary>
    public Task NoteErasedBefore(Guid organisation, IReadOnlyCollection<DestroyedSignal> destroyed, CancellationToken cancellationToken) => AsOwner(
        organisation,
        """
        insert into erased_before (organisation_id, signal_id, list_id, ground, closed_because, erased_on)
        select s.organisation_id, s.id, gone.list, gone.ground, gone.closed_because, gone.on_day
        from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::date[]) as gone (signal, list, ground, closed_because, on_day)
        join signals s on s.organisation_id = $1 and s.id = gone.signal
        on conflict do nothing
        returning 0::bigint
        """,
        [
            destroyed.Select(signal => signal.Signal).ToArray(), destroyed.Select(signal => signal.List).ToArray(), destroyed.Select(signal => signal.Ground.ToString()).ToArray(),
            destroyed.Select(signal => signal.ClosedBecause.ToString()).ToArray(), destroyed.Select(signal => signal.On).ToArray(),
        ],
        cancellationToken);

    /// <summary>Of how many of these signals there is still something that tells what was written or who it was. Looks at what is there, and believes no event.</summary>
    public async Task<int> CountNotErased(Guid organisation, Guid[] signals, CancellationToken cancellationToken) => (int)await AsOwner(
        organisation,
        """
        select count(*)
        from signals s
        where s.organisation_id = $1 and s.id = any($2)
          and (s.erased_on is null or s.reporter_id is not null
              or exists (select from signal_contents t where t.organisation_id = $1 and t.signal_id = s.id)
              or exists (select from timeline_words t where t.organisation_id = $1 and t.signal_id = s.id)
              or exists (select from signal_keys t where t.organisation_id = $1 and t.signal_id = s.id)
              or exists (select from attachment_parts t where t.organisation_id = $1 and t.signal_id = s.id)
              or exists (select from sealed_identities t where t.organisation_id = $1 and t.signal_id = s.id)
              or exists (select from receipts t where t.organisation_id = $1 and t.signal_id = s.id))
        """,
        [signals],
        cancellationToken);

    /// <summary>The first number that it gives; nought for none. Row level security holds for the owner too.</summary>
    private async Task<long> AsOwner(Guid organisation, string sql, object[] values, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(ownerConnection) { Pooling = false });
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var tell = new NpgsqlCommand("select set_config('app.organisation', $1, true)", connection) { Parameters = { new() { Value = organisation.ToString() } } };
        await tell.ExecuteNonQueryAsync(cancellationToken);

        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = organisation } } };
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        var number = await command.ExecuteScalarAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return number as long? ?? 0;
    }

    /// <summary>For a demonstration: elsewhere nobody but the owner sets the clock ahead, because of what waits until days have passed.</summary>
    public async Task LetThePortalSetTheClock(CancellationToken cancellationToken)
    {
        await using var database = NpgsqlDataSource.Create(ownerConnection);
        await using var command = database.CreateCommand("grant update (ahead) on portal_clock to signaalportaal_application");
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
