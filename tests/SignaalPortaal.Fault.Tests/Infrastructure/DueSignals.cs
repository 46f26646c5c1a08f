using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Fault.Tests.Infrastructure;

/// <summary>Signals of which the day has passed at Team Noord: each is to move to the department, once, and three people are to hear of it, once.</summary>
public static class DueSignals
{
    /// <summary>Who hears: the reporter, the department that gets it, the team that had it.</summary>
    public const int MessagesEach = 3;

    /// <summary>Raises one signal through the portal, makes it late, and copies it.</summary>
    public static async Task MakeDueSignals(this Portal portal, int count)
    {
        await portal.Raises(portal.Cast.Reporter);
        await portal.Database.Scalar<int>($"""
            update signals set due_on = (now() - interval '3 days')::date, next_step_on = (now() - interval '2 days')::date, remind_on = null;
            create temp table copies as
                select organisation_id, id as old, gen_random_uuid() as new, upper(substr(md5(id::text || n), 1, 8)) as reference from signals, generate_series(2, {count}) n;
            insert into signals
                select s.organisation_id, new, c.reference, reporter_id, kind, risk, raised_on, status, closed_because, held_by_unit_id, due_on, answer_by, look_again_on,
                       gen_random_uuid(), term_started_on, next_term_ends_on, update_by, remind_on, next_step_on
                from signals s join copies c on c.old = s.id;
            insert into signal_contents (organisation_id, signal_id, subject, words, salt) select o.organisation_id, new, subject, words, salt from signal_contents o join copies on old = signal_id;
            insert into signal_holders select o.organisation_id, new, unit_id, since from signal_holders o join copies on old = signal_id;
            create temp table copies_left as select *, signal_state(organisation_id, new) as left_as from copies;
            analyze copies_left;
            insert into timeline_entries
                select organisation_id, new, seq, at, actor_id, acted_as, acted_for_unit_id, kind, facts, commitment,
                       coalesce(lag(hash) over (partition by new order by seq), genesis_hash(organisation_id, new)), hash, state
                from (select o.organisation_id, new, seq, at, actor_id, acted_as, acted_for_unit_id, kind, facts, commitment,
                          event_chain(o.organisation_id, new, seq, kind, at, actor_id, acted_as, acted_for_unit_id, facts, commitment, left_as) over (partition by new order by seq) as hash, left_as as state
                      from timeline_entries o join copies_left on old = signal_id) chained
                order by new, seq;
            delete from mails;
            delete from messages;
            drop table copies, copies_left;
            analyze;
            select 1;
            """);
    }

    /// <summary>Makes each event take a while, so that a sweep can be interrupted in the middle.</summary>
    public static Task SlowDown(this TestDatabase database, int millisecondsPerEvent) => database.Scalar<int>($"""
        create or replace function take_a_while() returns trigger language plpgsql as $$ begin perform pg_sleep({millisecondsPerEvent} / 1000.0); return new; end $$;
        create or replace trigger slow before insert on timeline_entries for each row execute function take_a_while();
        select 1;
        """);

    public static Task SpeedUp(this TestDatabase database) => database.Scalar<int>("drop trigger slow on timeline_entries; select 1");

    public static Task<long> Moved(this TestDatabase database) => database.Scalar<long>("select count(*) from signals where next_step_on > now()::date");

    /// <summary>Whether a node is changing signals at this moment.</summary>
    public static async Task<bool> IsSweeping(this TestDatabase database) => await database.Scalar<long>(
        "select count(*) from pg_stat_activity where datname = current_database() and state = 'active' and query like 'INSERT INTO timeline_entries%' or datname = current_database() and wait_event = 'PgSleep'") > 0;

    public static async Task WaitUntil(Func<Task<bool>> holds, TimeSpan patience, Func<string> otherwise)
    {
        using var timeout = new CancellationTokenSource(patience);
        while (!await holds())
        {
            if (timeout.IsCancellationRequested)
            {
                throw new TimeoutException(otherwise());
            }

            await Task.Delay(20, CancellationToken.None);
        }
    }

    /// <summary>As somebody who only reads the database would judge it.</summary>
    public static async Task EachMovedExactlyOnce(this TestDatabase database, int count)
    {
        (await database.Scalar<long>("select count(*) from signals")).ShouldBe(count);
        (await database.Scalar<long>($"select count(*) from timeline_entries where kind = '{nameof(Escalated)}' and facts::jsonb ->> 'Cause' = 'BySilence'")).ShouldBe(count);
        (await database.Scalar<long>("select count(*) from (select signal_id from timeline_entries group by 1 having count(*) <> 2 or max(seq) <> 2) odd")).ShouldBe(0);
        (await database.Scalar<long>("select count(*) from signals join units on units.id = held_by_unit_id where code <> 'AFDELING'")).ShouldBe(0);
        (await database.Scalar<long>("select count(*) from signals where (select count(*) from signal_holders where signal_id = signals.id) <> 2")).ShouldBe(0);
        (await database.Scalar<long>("select count(*) from messages")).ShouldBe(count * MessagesEach);
        (await database.Scalar<long>("select count(*) from (select signal_id from messages group by 1 having count(distinct (person_id, kind)) <> 3) odd")).ShouldBe(0);
    }
}
