-- Copies the organisation of signals.sql, so that there are as many as one asks for; see README.md.
--
--   psql -d load -f eng/load/organisations.sql -v organisations=50
--
-- Small: with eng/checks/isolation-cost.sh
--
-- Ids are the same in each: only the organisation before them differs. Timelines and what people read stay with the first; words are cut short.

\set ON_ERROR_STOP on
\if :{?organisations} \else \set organisations 50 \endif
select set_config('load.organisations', :'organisations', false) \gset

begin;

-- What is copied was right already.
set local session_replication_role = replica;
select pg_get_indexdef('signal_search_words'::regclass) as search_index \gset
drop index signal_search_words;

-- Signals without their timelines: nothing that was written here is in a chain.
alter table signal_contents disable trigger user;

do $$
declare
    first uuid := md5('Belastingtest')::uuid;
    copied text;
    columns text;
    selected text;
begin
    for n in 2..current_setting('load.organisations')::integer loop
        insert into organisations (id, name, address) values (md5('Belastingtest ' || n)::uuid, 'Belastingtest ' || n, 'belastingtest-' || n);
    end loop;

    foreach copied in array array['units', 'unit_ancestors', 'people', 'mandates', 'signals', 'signal_contents', 'signal_holders', 'signal_conflicts', 'promises'] loop
        select string_agg(format('%I', attname), ', ' order by attnum),
            string_agg(case attname when 'organisation_id' then 'o.id' when 'words' then 'left(t.words, 100)' else format('t.%I', attname) end, ', ' order by attnum)
        into columns, selected
        from pg_attribute
        where attrelid = copied::regclass and attnum > 0 and not attisdropped and attgenerated = '';
        execute format(
            'insert into %1$I (%2$s) select %3$s from %1$I t, organisations o where t.organisation_id = $1 and o.id <> $1', copied, columns, selected) using first;
    end loop;
end
$$;

alter table signal_contents enable trigger user;
insert into signal_search (organisation_id, signal_id, units, words)
select c.organisation_id, c.signal_id,
    array(select h.unit_id from signal_holders h where h.organisation_id = c.organisation_id and h.signal_id = c.signal_id),
    words_of_signal(c.organisation_id, c.signal_id)
from signal_contents c
on conflict do nothing;
:search_index;
commit;

vacuum (analyze) organisations, units, unit_ancestors, people, mandates, signals, signal_contents, signal_holders, signal_conflicts, promises, signal_search;
