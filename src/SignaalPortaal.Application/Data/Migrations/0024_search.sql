-- Search finds parts of words, without accents, in one index. Under row level security PostgreSQL reads no such index: whether a text holds another is
-- decided by functions that might tell what they saw, so the rows of other organisations must be out first. One function reads the index instead, as a
-- role that sees all rows of this one table; it looks in the organisation of the transaction only, and gives nothing but the keys of signals.

-- As texts are compared: in small letters, without accents, and without what people leave out or add within a word. D'Hondt is dhondt, e-mail is email,
-- 12.345 is 12345; other punctuation parts words.
create function searchable(text text) returns text language sql immutable strict parallel safe as $$
    select trim(regexp_replace(
        regexp_replace(
            replace(replace(replace(
                translate(
                    lower(regexp_replace(normalize(text, NFKD), '[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]', '', 'g')),
                    'øłđı', 'oldi'),
                'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'),
            '(?<=[^\s!-/:-@[-`{-~\u0080-\u00bf\u2000-\u206f])[-.''`\u00b4\u2010-\u2015\u2018-\u201b\u2032\u2212](?=[^\s!-/:-@[-`{-~\u0080-\u00bf\u2000-\u206f])', '', 'g'),
        '[\s!-/:-@[-`{-~\u0080-\u00bf\u00d7\u00f7\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff\u3000-\u3003\u3008-\u3020]+', ' ', 'g'))
$$;

-- What finds any of the forms of one word, which stand behind each other with | between them; null when nothing of them is left.
create function search_pattern(forms text) returns text language sql immutable strict parallel safe as $$
    select string_agg(nullif(searchable(form), ''), '|') from unnest(string_to_array(forms, '|')) form
$$;

alter table people add search text not null generated always as (searchable(name)) stored;
alter table units add search text not null generated always as (searchable(name)) stored;

-- What is readable of a signal, made from the other tables and never written by hand. Of what is sealed only the name of who gave it is in here.
create table signal_search (
    organisation_id uuid not null,
    signal_id       uuid not null,

    -- Who holds it or held it: only they search.
    units           uuid[] not null,
    words           text not null,

    primary key (organisation_id, signal_id),
    foreign key (organisation_id, signal_id) references signals
);

alter table signal_search enable row level security, force row level security;
create policy own_organisation on signal_search using (organisation_id = (select current_organisation()))
    with check (organisation_id = (select current_organisation()));

-- Where there is no right to make an extension, somebody who has it makes pg_trgm beforehand.
do $$
begin
    if not exists (select from pg_extension where extname = 'pg_trgm') then
        create schema if not exists extensions;
        create extension pg_trgm schema extensions;
    end if;

    execute format(
        'create index signal_search_words on signal_search using gin (units, words %s.gin_trgm_ops)',
        (select extnamespace::regnamespace from pg_extension where extname = 'pg_trgm'));
end
$$;

create function words_of_signal(organisation uuid, signal uuid) returns text
language sql stable set search_path = pg_catalog, public, pg_temp as $$
    select searchable(concat_ws(' ', c.subject, c.words, c.rule, c.since, c.frequency, c.affected, c.on_paper, c.in_practice, c.workaround, p.name))
    from signals s
    join signal_contents c on c.organisation_id = s.organisation_id and c.signal_id = s.id
    left join people p on p.organisation_id = s.organisation_id and p.id = s.reporter_id
    where s.organisation_id = organisation and s.id = signal
$$;

create function make_searchable() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    insert into signal_search (organisation_id, signal_id, units, words)
    select w.organisation_id, w.signal_id,
        array(select h.unit_id from signal_holders h where h.organisation_id = w.organisation_id and h.signal_id = w.signal_id),
        words_of_signal(w.organisation_id, w.signal_id)
    from written w
    on conflict (organisation_id, signal_id) do update set units = excluded.units, words = excluded.words;
    return null;
end
$$;

create function find_for_holders() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    update signal_search s set units = s.units || added.units
    from (select w.organisation_id, w.signal_id, array_agg(w.unit_id) as units from written w group by w.organisation_id, w.signal_id) added
    where s.organisation_id = added.organisation_id and s.signal_id = added.signal_id;
    return null;
end
$$;

create function find_by_reporter() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    update signal_search set words = words_of_signal(organisation_id, signal_id) where organisation_id = new.organisation_id and signal_id = new.id;
    return null;
end
$$;

create function find_by_new_name() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    update signal_search f set words = words_of_signal(f.organisation_id, f.signal_id)
    from signals s
    where s.organisation_id = new.organisation_id and s.reporter_id = new.id and f.organisation_id = s.organisation_id and f.signal_id = s.id;
    return null;
end
$$;

create function forget_search() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    delete from signal_search where organisation_id = old.organisation_id and signal_id = old.signal_id;
    return null;
end
$$;

-- By statement where many come at once.
create trigger becomes_searchable after insert on signal_contents referencing new table as written for each statement execute function make_searchable();
create trigger is_found_by_its_holders after insert on signal_holders referencing new table as written for each statement execute function find_for_holders();
create trigger is_found_by_its_reporter after update of reporter_id on signals for each row
    when (old.reporter_id is distinct from new.reporter_id) execute function find_by_reporter();
create trigger are_found_by_the_new_name after update of name on people for each row
    when (old.name is distinct from new.name) execute function find_by_new_name();
create trigger is_not_found_any_more after delete on signal_contents for each row execute function forget_search();

-- What was there already; see SqlMigration.cs for why the owner does not see it otherwise.
alter table signals no force row level security;
alter table signal_contents no force row level security;
alter table signal_holders no force row level security;
alter table people no force row level security;
alter table signal_search no force row level security;

insert into signal_search (organisation_id, signal_id, units, words)
select c.organisation_id, c.signal_id,
    array(select h.unit_id from signal_holders h where h.organisation_id = c.organisation_id and h.signal_id = c.signal_id),
    words_of_signal(c.organisation_id, c.signal_id)
from signal_contents c;

alter table signals force row level security;
alter table signal_contents force row level security;
alter table signal_holders force row level security;
alter table people force row level security;
alter table signal_search force row level security;

-- Nobody can sign in as this role or become it.
do $$
begin
    if not exists (select from pg_roles where rolname = 'signaalportaal_search') then
        create role signaalportaal_search nologin;
    end if;
exception
    -- Made for another database of this server, perhaps at this moment.
    when duplicate_object or unique_violation then null;
end
$$;

grant usage on schema public to signaalportaal_search;
grant select on signal_search to signaalportaal_search;
grant select (organisation_id, id, reference) on signals to signaalportaal_search;
create policy search_in_the_index on signal_search for select to signaalportaal_search using (true);
create policy search_in_the_index on signals for select to signaalportaal_search using (true);

-- The signals that these units hold or held and in which each of the words occurs, and the one of this reference. Whoever asks still looks at them
-- through its own policies.
create function search_signals(units uuid[], words text[], reference text) returns table (signal_id uuid)
language plpgsql stable security definer rows 100 set search_path = pg_catalog, public, pg_temp as $$
declare
    condition text := '';
    pattern text;
begin
    foreach pattern in array array(select search_pattern(word) from unnest(words) word) loop
        -- The index knows three letters together; for fewer it would be read whole.
        condition := condition || format(case when length(pattern) < 3 then ' and strpos(f.words, %L) > 0' else ' and f.words ~ %L' end, pattern);
    end loop;

    return query select s.id from signals s where s.organisation_id = current_organisation() and s.reference = $3;
    if condition <> '' then
        return query execute 'select f.signal_id from signal_search f where f.organisation_id = $1 and f.units && $2' || condition
            using current_organisation(), units;
    end if;
end
$$;

revoke execute on function searchable, search_pattern, words_of_signal, make_searchable, find_for_holders, find_by_reporter, find_by_new_name, forget_search,
    search_signals from public;
grant execute on function current_organisation, searchable, search_pattern to signaalportaal_search;
grant execute on function searchable, search_pattern, search_signals to signaalportaal_application;

-- Whoever gives a function away must belong to the new owner, who must have been able to make it; a superuser need not. Neither is left behind.
do $$
declare
    is_superuser boolean := (select rolsuper from pg_roles where rolname = current_user);
begin
    if not is_superuser then
        grant create on schema public to signaalportaal_search;
        if not pg_has_role(current_user, 'signaalportaal_search', 'member') then
            execute format('grant signaalportaal_search to %I', current_user);
        end if;
    end if;

    alter function search_signals owner to signaalportaal_search;

    if not is_superuser then
        execute format('revoke signaalportaal_search from %I', current_user);
        revoke create on schema public from signaalportaal_search;
    end if;
end
$$;
