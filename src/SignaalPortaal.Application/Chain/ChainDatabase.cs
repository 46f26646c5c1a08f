using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Npgsql;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Protection;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Chain;

/// <summary>
/// The database as the lines of an export, one organisation after the other, each as it was at one moment. Past the visibility rules: only for whoever
/// runs the portal.
/// </summary>
/// <param name="keys">Opens what is sealed; null to leave it out, as in a file that leaves the portal.</param>
public sealed class ChainDatabase(string connection, PortalKeys? keys = null)
{
    private readonly Dictionary<int, byte[]> _organisationKeys = [];

    /// <summary>As the columns of <c>signal_contents</c>.</summary>
    private static readonly string[] Fields = ["subject", "words", "rule", "since", "frequency", "affected", "on_paper", "in_practice", "workaround"];

    /// <param name="only">The name of one organisation; null for all.</param>
    public async IAsyncEnumerable<ChainLine> Read(string? only = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { CommandTimeout = 0 });
        yield return new VersionLine(VersionLine.Current);

        var (anchors, signals, events) = (0L, 0L, 0L);
        foreach (var organisation in await Organisations(database, only, cancellationToken))
        {
            await foreach (var line in Read(database, organisation, cancellationToken))
            {
                anchors += line is AnchorLine ? 1 : 0;
                signals += line is SignalLine ? 1 : 0;
                events += line is EventLine ? 1 : 0;
                yield return line;
            }
        }

        yield return new EndLine(anchors, signals, events);
    }

    private static async Task<List<Guid>> Organisations(NpgsqlDataSource database, string? only, CancellationToken cancellationToken)
    {
        var organisations = new List<Guid>();
        await using var command = database.CreateCommand("select id from organisations where $1::text is null or name = $1 order by id");
        command.Parameters.AddWithValue((object?)only ?? DBNull.Value);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            organisations.Add(reader.GetGuid(0));
        }

        return organisations is [] && only is not null ? throw new ArgumentException($"There is no organisation with the name {only}.") : organisations;
    }

    /// <summary>Signals, events and heads are read side by side, each on a connection of its own, so that nothing is kept.</summary>
    private async IAsyncEnumerable<ChainLine> Read(NpgsqlDataSource database, Guid organisation, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var snapshot = await Snapshot.Take(database, cancellationToken);
        _organisationKeys.Clear();
        await foreach (var (version, key) in snapshot.Query(KeyQuery, organisation, OrganisationKey, cancellationToken))
        {
            _organisationKeys[version] = key;
        }

        await foreach (var anchor in snapshot.Query(AnchorQuery, organisation, Anchor, cancellationToken))
        {
            yield return anchor;
        }

        await using var signals = await Cursor<SignalLine>.Open(snapshot.Query(SignalQuery, organisation, Signal, cancellationToken));
        await using var events = await Cursor<EventLine>.Open(snapshot.Query(EventQuery, organisation, Event, cancellationToken));
        await using var heads = await Cursor<HeadLine>.Open(snapshot.Query(HeadQuery, organisation, Head, cancellationToken));
        while (First(signals.Current?.Id, events.Current?.Signal, heads.Current?.Signal) is { } id)
        {
            for (; signals.Current?.Id == id; await signals.MoveNext())
            {
                yield return signals.Current;
            }

            for (; events.Current?.Signal == id; await events.MoveNext())
            {
                yield return events.Current;
            }

            for (; heads.Current?.Signal == id; await heads.MoveNext())
            {
                yield return heads.Current;
            }
        }
    }

    private static Guid? First(params ReadOnlySpan<Guid?> ids)
    {
        Guid? first = null;
        foreach (var id in ids)
        {
            first = first is null || id < first ? id ?? first : first;
        }

        return first;
    }

    private const string AnchorQuery = """
        select to_char(on_day, 'YYYY-MM-DD'), nonce, previous_root, root, signature,
               (select count(*)::int from anchor_heads h where h.organisation_id = a.organisation_id and h.on_day = a.on_day)
        from anchors a
        where organisation_id = $1
        order by on_day
        """;

    private static AnchorLine Anchor(Guid organisation, DbDataReader row) => new(
        organisation, row.GetString(0), row.GetFieldValue<byte[]>(1), row.IsDBNull(2) ? null : row.GetFieldValue<byte[]>(2), row.GetFieldValue<byte[]>(3),
        row.GetFieldValue<byte[]>(4), row.GetInt32(5));

    private static readonly string SignalQuery = $"""
        select id, reference, kind, risk, theme, salt, {string.Join(", ", Fields)}, sealed, k.version, k.wrapped
        from signals s
        left join signal_contents c on c.organisation_id = s.organisation_id and c.signal_id = s.id
        left join signal_keys k on k.organisation_id = s.organisation_id and k.signal_id = s.id
        where s.organisation_id = $1
        order by id
        """;

    private SignalLine Signal(Guid organisation, DbDataReader row)
    {
        var sealedAt = 6 + Fields.Length;
        if (!row.IsDBNull(sealedAt))
        {
            var opened = Open(row, sealedAt, organisation, row.GetGuid(0), SealedText.AboutContent(organisation, row.GetGuid(0)));
            return new SignalLine(
                organisation, row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3),
                opened is null ? null : new SaltedContent(SaltOf(opened), FilledIn(opened)), row.GetString(4));
        }

        var filledIn = Fields.Select((name, index) => (name, index: index + 6)).Where(field => !row.IsDBNull(field.index));
        return new SignalLine(
            organisation, row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3),
            row.IsDBNull(5) ? null : new SaltedContent(row.GetFieldValue<byte[]>(5), filledIn.ToDictionary(field => field.name, field => row.GetString(field.index))),
            row.GetString(4));
    }

    private const string EventQuery = """
        select signal_id, seq, kind, at, actor_id, acted_as, acted_for_unit_id, facts, commitment, previous_hash, hash, salt, text, sealed, k.version, k.wrapped
        from timeline_entries e
        left join timeline_words w using (organisation_id, signal_id, seq)
        left join signal_keys k using (organisation_id, signal_id)
        where organisation_id = $1
        order by signal_id, seq
        """;

    private EventLine Event(Guid organisation, DbDataReader row) => new(
        organisation, row.GetGuid(0), row.GetInt32(1), row.GetString(2), EventChain.Moment(row.GetFieldValue<DateTimeOffset>(3)),
        row.IsDBNull(4) ? null : row.GetGuid(4), row.GetString(5), row.IsDBNull(6) ? null : row.GetGuid(6), row.GetString(7),
        row.IsDBNull(8) ? null : row.GetFieldValue<byte[]>(8), row.GetFieldValue<byte[]>(9), row.GetFieldValue<byte[]>(10),
        row.IsDBNull(11) ? null : WordsOf(organisation, row));

    private SaltedWords? WordsOf(Guid organisation, DbDataReader row)
    {
        if (row.IsDBNull(13))
        {
            return new SaltedWords(row.GetFieldValue<byte[]>(11), row.GetString(12));
        }

        var opened = Open(row, 13, organisation, row.GetGuid(0), SealedText.AboutWords(organisation, row.GetGuid(0), row.GetInt32(1)));
        return opened is null ? null : new SaltedWords(SaltOf(opened), opened[nameof(TimelineWords.Text)]!);
    }

    /// <summary>Null without the keys of the portal.</summary>
    /// <param name="at">The column of what is sealed, which is followed by the key of the signal.</param>
    /// <exception cref="BrokenChainException">It was changed: it does not open.</exception>
    private Dictionary<string, string?>? Open(DbDataReader row, int at, Guid organisation, Guid signal, string about)
    {
        if (keys is null)
        {
            return null;
        }

        try
        {
            var key = SealedText.Open(_organisationKeys[row.GetInt32(at + 1)], row.GetFieldValue<byte[]>(at + 2), SealedText.AboutKey(organisation, signal));
            return JsonSerializer.Deserialize<Dictionary<string, string?>>(SealedText.Open(key, row.GetString(at), about));
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or InvalidCastException or KeyNotFoundException)
        {
            throw new BrokenChainException(signal.ToString(), at == 13 ? row.GetInt32(1) : 1, "what is sealed does not open");
        }
    }

    private static byte[] SaltOf(Dictionary<string, string?> opened) => Convert.FromHexString(opened[nameof(TimelineWords.Salt)]!);

    /// <summary>Sealed by the name of the property; committed to by the name of the column.</summary>
    private static Dictionary<string, string> FilledIn(Dictionary<string, string?> opened) => opened
        .Where(field => field.Key != nameof(SignalContent.Salt) && field.Value is not null)
        .ToDictionary(field => SnakeCaseNames.Of(field.Key), field => field.Value!);

    private const string KeyQuery = "select version, wrapped from organisation_keys where organisation_id = $1";

    private (int Version, byte[] Key) OrganisationKey(Guid organisation, DbDataReader row) =>
        (row.GetInt32(0), keys is null ? [] : new OrganisationKeys(keys).Unwrap(row.GetFieldValue<byte[]>(1)));

    private const string HeadQuery = """
        select to_char(on_day, 'YYYY-MM-DD'), signal_id, seq, hash from anchor_heads where organisation_id = $1 order by signal_id, on_day
        """;

    private static HeadLine Head(Guid organisation, DbDataReader row) =>
        new(organisation, row.GetString(0), row.GetGuid(1), row.GetInt32(2), row.GetFieldValue<byte[]>(3));

    /// <summary>Several connections that see the database as it is at one moment.</summary>
    private sealed class Snapshot(NpgsqlDataSource database, NpgsqlConnection first, string name) : IAsyncDisposable
    {
        public static async Task<Snapshot> Take(NpgsqlDataSource database, CancellationToken cancellationToken)
        {
            var connection = await database.OpenConnectionAsync(cancellationToken);
            await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
            await using var command = new NpgsqlCommand("select pg_export_snapshot()", connection);
            return new Snapshot(database, connection, (string)(await command.ExecuteScalarAsync(cancellationToken))!);
        }

        public async IAsyncEnumerable<TLine> Query<TLine>(
            string sql, Guid organisation, Func<Guid, DbDataReader, TLine> read, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
            await using (var join = new NpgsqlCommand(string.Create(CultureInfo.InvariantCulture, $"set transaction snapshot '{name}'"), connection))
            {
                await join.ExecuteNonQueryAsync(cancellationToken);
            }

            await using (var isOf = new NpgsqlCommand("select set_config('app.organisation', $1, true)", connection) { Parameters = { new NpgsqlParameter { Value = organisation.ToString() } } })
            {
                await isOf.ExecuteNonQueryAsync(cancellationToken);
            }

            await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new NpgsqlParameter { Value = organisation } } };
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                yield return read(organisation, reader);
            }
        }

        public ValueTask DisposeAsync() => first.DisposeAsync();
    }

    private sealed class Cursor<TLine>(IAsyncEnumerator<TLine> lines) : IAsyncDisposable
        where TLine : class
    {
        /// <summary>Null after the last one.</summary>
        public TLine? Current { get; private set; }

        public static async Task<Cursor<TLine>> Open(IAsyncEnumerable<TLine> lines)
        {
            var cursor = new Cursor<TLine>(lines.GetAsyncEnumerator());
            await cursor.MoveNext();
            return cursor;
        }

        public async Task MoveNext() => Current = await lines.MoveNextAsync() ? lines.Current : null;

        public ValueTask DisposeAsync() => lines.DisposeAsync();
    }
}
