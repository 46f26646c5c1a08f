using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Npgsql;
using SignaalPortaal.Application.Attachments;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Protection;
using SignaalPortaal.Domain.Chain;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Chain;

/// <summary>
/// The database as the lines of an export, one organisation after the other, each as it was at one moment. Past the visibility rules: only for whoever
/// runs the portal.
/// </summary>
/// <param name="keys">Opens what is sealed; null to leave it out, as in a file that leaves the portal.</param>
/// <param name="withFiles">Also the files, and what everybody reads: only to check them.</param>
public sealed class ChainDatabase(string connection, PortalKeys? keys = null, bool withFiles = false)
{
    private readonly Dictionary<int, byte[]> _organisationKeys = [];

    /// <summary>As the columns of <c>signal_contents</c>, in their order.</summary>
    private static readonly string[] Fields = ["affected", "frequency", "in_practice", "on_paper", "rule", "since", "subject", "words", "workaround"];

    /// <param name="only">The name of one organisation; null for all.</param>
    public async IAsyncEnumerable<ChainLine> Read(string? only = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { CommandTimeout = 0 });
        yield return new VersionLine(VersionLine.Current);

        var (anchors, records, signals, events, readings) = (0L, 0L, 0L, 0L, 0L);
        foreach (var organisation in await Organisations(database, only, cancellationToken))
        {
            await foreach (var line in Read(database, organisation, cancellationToken))
            {
                anchors += line is AnchorLine ? 1 : 0;
                records += line is RecordLine ? 1 : 0;
                readings += line is ReadingLine ? 1 : 0;
                signals += line is SignalLine ? 1 : 0;
                events += line is EventLine ? 1 : 0;
                yield return line;
            }
        }

        yield return new EndLine(anchors, records, signals, events, readings);
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

        var logs = new Dictionary<string, List<LogHead>>();
        await foreach (var (day, head) in snapshot.Query(AnchorLogQuery, organisation, AnchoredLog, cancellationToken))
        {
            (logs.TryGetValue(day, out var ofDay) ? ofDay : logs[day] = []).Add(head);
        }

        await foreach (var anchor in snapshot.Query(AnchorQuery, organisation, Anchor, cancellationToken))
        {
            yield return anchor with { Logs = logs.GetValueOrDefault(anchor.Day) ?? [] };
        }

        foreach (var (name, query) in ChainLogs.All)
        {
            await foreach (var record in snapshot.Query(
                query, organisation, (_, row) => new RecordLine(organisation, name, ChainLogs.Parts(row)), cancellationToken, DateOnly.MaxValue))
            {
                yield return record;
            }
        }

        await using var signals = await Cursor<SignalLine>.Open(snapshot.Query(SignalQuery, organisation, Signal, cancellationToken));
        await using var events = await Cursor<EventLine>.Open(snapshot.Query(EventQuery, organisation, Event, cancellationToken));
        await using var heads = await Cursor<HeadLine>.Open(snapshot.Query(HeadQuery, organisation, Head, cancellationToken));
        await using var readings = await Cursor<ReadingLine>.Open(snapshot.Query(ReadingQuery, organisation, Reading, cancellationToken));
        await using var files = await Cursor<FileLine>.Open(withFiles ? Files(snapshot, organisation, cancellationToken) : None<FileLine>());
        await using var released = await Cursor<ReleasedLine>.Open(
            withFiles ? snapshot.Query(ReleasedQuery, organisation, Released, cancellationToken) : None<ReleasedLine>());
        while (First(signals.Current?.Id, events.Current?.Signal, heads.Current?.Signal, readings.Current?.Signal) is { } id)
        {
            for (; signals.Current?.Id == id; await signals.MoveNext())
            {
                yield return signals.Current;
            }

            for (; events.Current?.Signal == id; await events.MoveNext())
            {
                yield return events.Current;
            }

            for (; files.Current?.Signal == id; await files.MoveNext())
            {
                yield return files.Current;
            }

            for (; released.Current?.Signal == id; await released.MoveNext())
            {
                yield return released.Current;
            }

            for (; readings.Current?.Signal == id; await readings.MoveNext())
            {
                yield return readings.Current;
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
        row.GetFieldValue<byte[]>(4), [], row.GetInt32(5));

    private const string AnchorLogQuery = """
        select to_char(on_day, 'YYYY-MM-DD'), name, count, hash from anchor_logs where organisation_id = $1 order by on_day, name collate "C"
        """;

    private static (string Day, LogHead Head) AnchoredLog(Guid organisation, DbDataReader row) =>
        (row.GetString(0), new LogHead(row.GetString(1), row.GetInt32(2), row.GetFieldValue<byte[]>(3)));

    /// <summary>What belongs to a signal in lists comes as JSON, each list in its order.</summary>
    private static readonly string SignalQuery = $"""
        select s.id, reference, reporter_id, disclosure, kind, risk, theme, is_sealed, raised_on, status, closed_because, held_by_unit_id, due_on, answer_by,
            look_again_on, next_term_ends_on, update_by, closed_on, is_held_for_law, erasure_asked_on, erased_on, erased_because, next_step_on,
            h.holders, x.conflicts, p.promises, t.contacts, salt, {string.Join(", ", Fields)}, sealed, k.version, k.wrapped
        from signals s
        left join signal_contents c on c.organisation_id = s.organisation_id and c.signal_id = s.id
        left join signal_keys k on k.organisation_id = s.organisation_id and k.signal_id = s.id
        left join (
            select signal_id, json_agg(json_build_object('unit', unit_id, 'since', since) order by unit_id)::text as holders
            from signal_holders where organisation_id = $1 group by signal_id) h on h.signal_id = s.id
        left join (
            select signal_id, json_agg(person_id order by person_id)::text as conflicts
            from signal_conflicts where organisation_id = $1 group by signal_id) x on x.signal_id = s.id
        left join (
            select signal_id,
                json_agg(json_build_object('id', id, 'by', "by", 'status', status, 'times_moved', times_moved, 'times_refused', times_refused, 'told_late', is_told_late)
                    order by id)::text as promises
            from promises where organisation_id = $1 group by signal_id) p on p.signal_id = s.id
        left join (
            select signal_id, json_agg(json_build_object('step', step, 'by', "by", 'status', status) order by step collate "C")::text as contacts
            from contacts where organisation_id = $1 group by signal_id) t on t.signal_id = s.id
        where s.organisation_id = $1
        order by s.id
        """;

    private const int SaltAt = 27;

    private static readonly JsonSerializerOptions Lists = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private SignalLine Signal(Guid organisation, DbDataReader row) => new(
        organisation, row.GetGuid(0), row.GetString(1),
        new SignalState(
            Id(row, 2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6), row.GetBoolean(7), row.GetFieldValue<DateOnly>(8), row.GetString(9),
            Text(row, 10), row.GetGuid(11), Day(row, 12), row.GetFieldValue<DateOnly>(13), Day(row, 14), Day(row, 15), Day(row, 16), Day(row, 17), row.GetBoolean(18),
            Day(row, 19), Day(row, 20), Text(row, 21), List<HolderState>(row, 23), List<Guid>(row, 24), List<PromiseState>(row, 25), List<ContactState>(row, 26)),
        ContentOf(organisation, row))
    { NextStepOn = Day(row, 22) };

    private SaltedContent? ContentOf(Guid organisation, DbDataReader row)
    {
        var sealedAt = SaltAt + 1 + Fields.Length;
        if (!row.IsDBNull(sealedAt))
        {
            var opened = Open(row, sealedAt, organisation, row.GetGuid(0), SealedText.AboutContent(organisation, row.GetGuid(0)));
            return opened is null ? null : new SaltedContent(SaltOf(opened), FilledIn(opened));
        }

        return row.IsDBNull(SaltAt)
            ? null
            : new SaltedContent(
                row.GetFieldValue<byte[]>(SaltAt),
                Fields.Select((name, index) => (name, index: index + SaltAt + 1)).Where(field => !row.IsDBNull(field.index))
                    .ToDictionary(field => field.name, field => row.GetString(field.index)));
    }

    private static string? Text(DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);

    private static Guid? Id(DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetGuid(at);

    private static DateOnly? Day(DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetFieldValue<DateOnly>(at);

    private static List<TItem> List<TItem>(DbDataReader row, int at) => row.IsDBNull(at) ? [] : JsonSerializer.Deserialize<List<TItem>>(row.GetString(at), Lists)!;

    private const string EventQuery = """
        select signal_id, seq, kind, at, actor_id, acted_as, acted_for_unit_id, facts, commitment, previous_hash, hash, salt, text, sealed, k.version, k.wrapped, state
        from timeline_entries e
        left join timeline_words w using (organisation_id, signal_id, seq)
        left join signal_keys k using (organisation_id, signal_id)
        where organisation_id = $1
        order by signal_id, seq
        """;

    private EventLine Event(Guid organisation, DbDataReader row) => new(
        organisation, row.GetGuid(0), row.GetInt32(1), row.GetString(2), EventChain.Moment(row.GetFieldValue<DateTimeOffset>(3)),
        row.IsDBNull(4) ? null : row.GetGuid(4), row.GetString(5), row.IsDBNull(6) ? null : row.GetGuid(6), row.GetString(7),
        row.IsDBNull(8) ? null : row.GetFieldValue<byte[]>(8), row.GetFieldValue<byte[]>(16), row.GetFieldValue<byte[]>(9), row.GetFieldValue<byte[]>(10),
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
        .Select(field => (Name: SnakeCaseNames.Of(field.Key), Text: field.Value!)).OrderBy(field => field.Name, StringComparer.Ordinal)
        .ToDictionary(field => field.Name, field => field.Text);

    private const string KeyQuery = "select version, wrapped from organisation_keys where organisation_id = $1";

    private (int Version, byte[] Key) OrganisationKey(Guid organisation, DbDataReader row) =>
        (row.GetInt32(0), keys is null ? [] : new OrganisationKeys(keys).Unwrap(row.GetFieldValue<byte[]>(1)));

    private const string HeadQuery = """
        select to_char(on_day, 'YYYY-MM-DD'), signal_id, seq, hash, readings, readings_hash from anchor_heads where organisation_id = $1 order by signal_id, on_day
        """;

    private static HeadLine Head(Guid organisation, DbDataReader row) =>
        new(organisation, row.GetString(0), row.GetGuid(1), row.GetInt32(2), row.GetFieldValue<byte[]>(3), row.GetInt32(4), row.GetFieldValue<byte[]>(5));

    private const string ReadingQuery = """
        select signal_id, to_char(on_day, 'YYYY-MM-DD'), person_id, through from readings where organisation_id = $1
        order by signal_id, on_day, person_id nulls first, through collate "C"
        """;

    private static ReadingLine Reading(Guid organisation, DbDataReader row) => new(organisation, row.GetGuid(0), row.GetString(1), Id(row, 2), row.GetString(3));

    private const string ReleasedQuery = """
        select signal_id, outcome, reason, title, said, answer, what_would_change, promise_ids, promises, theme, unit_id from released_signals where organisation_id = $1
        order by signal_id
        """;

    private static ReleasedLine Released(Guid organisation, DbDataReader row)
    {
        var (ids, lines) = (row.GetFieldValue<Guid[]>(7), row.GetFieldValue<string[]>(8));
        return new ReleasedLine(
            organisation, row.GetGuid(0),
            new ReleaseProposed(
                Enum.Parse<Outcome>(row.GetString(1)), Text(row, 2) is { } reason ? Enum.Parse<NotAdoptedReason>(reason) : null, row.GetString(3), row.GetString(4),
                row.GetString(5), Text(row, 6), ids.Length == 0 ? null : ids, lines.Length == 0 ? null : string.Join('\n', lines)),
            row.GetString(9), row.GetGuid(10));
    }

    private const string FileQuery = """
        select a.signal_id, a.seq, a.id, a.salt, p.part, p.bytes, sum(octet_length(p.bytes)) over whole, count(p.part) over whole, k.version, k.wrapped
        from attachments a
        left join attachment_parts p on p.organisation_id = a.organisation_id and p.signal_id = a.signal_id and p.attachment_id = a.id
        left join signal_keys k on k.organisation_id = a.organisation_id and k.signal_id = a.signal_id
        where a.organisation_id = $1 and a.salt is not null
        window whole as (partition by a.signal_id, a.seq)
        order by a.signal_id, a.seq, p.part
        """;

    private async IAsyncEnumerable<FileLine> Files(Snapshot snapshot, Guid organisation, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        FileCheck? file = null;
        await foreach (var part in snapshot.Query(FileQuery, organisation, FilePartOf, cancellationToken))
        {
            if (part.Wrapped is not null && keys is null)
            {
                continue;
            }

            if (file is not null && (file.Signal, file.Seq) != (part.Signal, part.Seq))
            {
                yield return file.Line(organisation);
                file = null;
            }

            file ??= new FileCheck(part, CipherOf(organisation, part));
            file.Add(part);
        }

        if (file is not null)
        {
            yield return file.Line(organisation);
        }
    }

    private static FilePart FilePartOf(Guid organisation, DbDataReader row) => new(
        row.GetGuid(0), row.GetInt32(1), row.GetGuid(2), row.GetFieldValue<byte[]>(3), row.IsDBNull(4) ? null : row.GetInt32(4),
        row.IsDBNull(5) ? [] : row.GetFieldValue<byte[]>(5), row.IsDBNull(6) ? 0 : row.GetInt64(6), row.GetInt64(7),
        row.IsDBNull(8) ? null : row.GetInt32(8), row.IsDBNull(9) ? null : row.GetFieldValue<byte[]>(9));

    /// <summary>Null when its key does not open.</summary>
    private PartCipher? CipherOf(Guid organisation, FilePart part)
    {
        if (part.Wrapped is null)
        {
            return PartCipher.None;
        }

        try
        {
            return PartCipher.OfFile(SealedText.Open(_organisationKeys[part.Version!.Value], part.Wrapped, SealedText.AboutKey(organisation, part.Signal)), part.Id);
        }
        catch (Exception exception) when (exception is CryptographicException or KeyNotFoundException)
        {
            return null;
        }
    }

    /// <param name="Size">Of all parts, as they are stored.</param>
    private sealed record FilePart(Guid Signal, int Seq, Guid Id, byte[] Salt, int? Part, byte[] Bytes, long Size, long Count, int? Version, byte[]? Wrapped);

    /// <summary>Makes the commitment of a file again, part by part.</summary>
    private sealed class FileCheck(FilePart first, PartCipher? cipher)
    {
        private readonly IncrementalHash _hash = EventChain.FileCommitment(first.Salt.Length == CanonicalEncoding.HashLength ? first.Salt : new byte[CanonicalEncoding.HashLength], (int)(first.Size - (first.Count * (cipher?.Overhead ?? 0))));
        private bool _opens = cipher is not null && first.Salt.Length == CanonicalEncoding.HashLength;
        private int _next;

        public Guid Signal => first.Signal;

        public int Seq => first.Seq;

        public void Add(FilePart part)
        {
            try
            {
                _opens = _opens && part.Part == _next++;
                _hash.AppendData(_opens ? cipher!.Open(part.Bytes, part.Part!.Value, isLast: part.Part == first.Count - 1) : []);
            }
            catch (CryptographicException)
            {
                _opens = false;
            }
        }

        /// <summary>Without a commitment when it does not open.</summary>
        public FileLine Line(Guid organisation)
        {
            using (_hash)
            {
                return new FileLine(organisation, Signal, Seq, _opens ? _hash.GetHashAndReset() : []);
            }
        }
    }

    private static async IAsyncEnumerable<TLine> None<TLine>()
    {
        await Task.CompletedTask;
        yield break;
    }

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
            string sql, Guid organisation, Func<Guid, DbDataReader, TLine> read, [EnumeratorCancellation] CancellationToken cancellationToken, DateOnly? before = null)
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
            if (before is { } day)
            {
                command.Parameters.Add(new NpgsqlParameter { Value = day });
            }

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
