-- Ten thousand signals of which the day has passed, to see how fast a node lets time pass:
--   psql ... -v count=10000 -f eng/load/due.sql
-- They are copies of one new signal, held by a unit of the line.
--
-- Small: psql -v count=20 -f eng/load/due.sql
\set ON_ERROR_STOP on
begin;
set session_replication_role = replica;
create temp table original as
    select s.organisation_id, s.id from signals s join units u on u.organisation_id = s.organisation_id and u.id = s.held_by_unit_id
    where s.status = 'New' and s.disclosure = 'Named' and u.kind = 'Line' and (select count(*) from timeline_entries e where e.signal_id = s.id) = 1
    limit 1;
create temp table copies as
    select organisation_id, id as old, gen_random_uuid() as new, upper(substr(md5(id::text || n), 1, 8)) as reference
    from original, generate_series(1, :count) n;
insert into signals
    select s.organisation_id, new, c.reference, reporter_id, kind, risk, raised_on, status, closed_because, held_by_unit_id, portal_now()::date - 3, answer_by,
           look_again_on, gen_random_uuid(), term_started_on, next_term_ends_on, update_by, null, portal_now()::date - 2
    from signals s join copies c on c.old = s.id;
insert into signal_contents
        (organisation_id, signal_id, subject, words, rule, since, frequency, affected, on_paper, in_practice, workaround, salt)
    select o.organisation_id, new, subject, words, rule, since, frequency, affected, on_paper, in_practice, workaround, salt
    from signal_contents o join copies on old = signal_id;
insert into signal_holders select o.organisation_id, new, unit_id, since from signal_holders o join copies on old = signal_id;
insert into timeline_entries
    select o.organisation_id, new, seq, at, actor_id, acted_as, acted_for_unit_id, kind, facts, commitment, genesis_hash(o.organisation_id, new),
           event_hash(null, o.organisation_id, new, seq, kind, at, actor_id, acted_as, acted_for_unit_id, facts, commitment, state), state
    from (
        select t.organisation_id, seq, at, actor_id, acted_as, acted_for_unit_id, kind, facts, commitment, new, signal_state(t.organisation_id, new) as state
        from timeline_entries t join copies on old = signal_id offset 0
    ) o;
commit;
analyze;
