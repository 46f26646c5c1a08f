using System.Data.Common;
using Npgsql;
using SignaalPortaal.Domain.Chain;

namespace SignaalPortaal.Application.Chain;

/// <summary>
/// What an organisation keeps beside its signals, to which is only added, and on which somebody relies: each anchor says how far each of these was. A log
/// is a query for the organisation $1 that gives its records in an order in which the next ones come last; each column is a part of the record, as text,
/// and the columns are in the order of their names. What is not final before the day $2 is left out.
/// </summary>
internal static class ChainLogs
{
    /// <summary>In the order of their names.</summary>
    public static IReadOnlyList<(string Name, string Query)> All { get; } =
    [
        ("destruction_items", """
            select to_char(i.closed_on, 'YYYY-MM-DD') as closed_on, i.ground, i.list_id::text as list, i.signal_id::text as signal
            from destruction_items i
            join destruction_lists l on l.organisation_id = i.organisation_id and l.id = i.list_id
            where i.organisation_id = $1 and l.decided_on < $2
            order by l.decided_on, i.list_id, i.signal_id
            """),
        ("destruction_lists", """
            select decided_by_id::text as decided_by, to_char(decided_on, 'YYYY-MM-DD') as decided_on, id::text as id, proposed_by_id::text as proposed_by,
                to_char(proposed_on, 'YYYY-MM-DD') as proposed_on, state
            from destruction_lists
            where organisation_id = $1 and decided_on < $2
            order by destruction_lists.decided_on, destruction_lists.id
            """),
        ("organisation_events", """
            select actor_id::text as actor, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, facts, encode(hash, 'hex') as hash, kind,
                encode(previous_hash, 'hex') as previous_hash, seq::text as seq, encode(signature, 'hex') as signature
            from organisation_entries
            where organisation_id = $1 and $2::date is not null
            order by organisation_entries.seq
            """),
        ("publication_rules", """
            select fewest_people::text as fewest_people, fewest_reporters::text as fewest_reporters, set_by_id::text as set_by,
                to_char(set_on, 'YYYY-MM-DD') as set_on, smallest_count::text as smallest_count
            from publication_rules
            where organisation_id = $1 and $2::date is not null
            order by publication_rules.smallest_count, publication_rules.fewest_people, publication_rules.fewest_reporters
            """),
        ("publications", """
            select content, encode(hash, 'hex') as hash, to_char(made_on, 'YYYY-MM-DD') as made_on, encode(previous_hash, 'hex') as previous_hash,
                to_char(quarter, 'YYYY-MM-DD') as quarter
            from publications
            where organisation_id = $1 and $2::date is not null
            order by publications.quarter
            """),

        // In the order in which the events tell of them. One of which no event tells, comes last.
        ("sealing_keys", """
            select k.id::text as id, k.person_id::text as person, encode(k.public_key, 'hex') as public_key
            from adviser_keys k
            left join organisation_entries e on e.organisation_id = k.organisation_id and e.kind = 'AdviserKeyMade' and (e.facts::jsonb ->> 'Key')::uuid = k.id
            where k.organisation_id = $1 and $2::date is not null
            order by e.seq, k.id
            """),

        // Those that were published: what is done with the signals afterwards changes nothing.
        ("summaries", """
            select s.id::text as id, s.quarter_number::text as quarter_number, to_char(j.stop_by, 'YYYY-MM-DD') as stop_by,
                (select t.text from summary_steps t where t.organisation_id = s.organisation_id and t.summary_id = s.id and t.text is not null
                 order by t.seq desc limit 1) as text,
                s.theme, s.year::text as year
            from summaries s
            join summary_steps j on j.organisation_id = s.organisation_id and j.summary_id = s.id and j.stop_by < $2
            where s.organisation_id = $1
              and not exists (select from summary_stops x where x.organisation_id = s.organisation_id and x.summary_id = s.id)
              and not exists (
                  select from summary_signals o
                  join signals a on a.organisation_id = o.organisation_id and a.id = o.signal_id
                  where o.organisation_id = s.organisation_id and o.summary_id = s.id
                    and (a.erased_on <= j.stop_by or (a.closed_because = 'Withdrawn' and a.closed_on <= j.stop_by)))
            order by j.stop_by, s.id
            """),
    ];

    /// <summary>How far each log is.</summary>
    /// <param name="before">What is not final before this day comes in a later anchor.</param>
    public static async Task<IReadOnlyList<LogHead>> Heads(NpgsqlConnection connection, Guid organisation, DateOnly before, CancellationToken cancellationToken)
    {
        var heads = new List<LogHead>();
        foreach (var (name, query) in All)
        {
            using var log = Log.Of(organisation, name);
            await using var command = new NpgsqlCommand(query, connection) { Parameters = { new() { Value = organisation }, new() { Value = before } } };
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                log.Add(Parts(reader));
            }

            heads.Add(new LogHead(name, log.Count, log.Hash));
        }

        return heads;
    }

    public static Dictionary<string, string> Parts(DbDataReader row) =>
        Enumerable.Range(0, row.FieldCount).Where(column => !row.IsDBNull(column)).ToDictionary(row.GetName, row.GetString);
}
