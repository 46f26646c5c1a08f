-- What it is hashed with; Application/Publications/Publication.cs says the same.
create function publication_hash(previous bytea, content text) returns bytea language sql immutable parallel safe as $$
    select sha256(canonical_part('domain', 'SP-publication-v2') || canonical_part('previous', previous) || canonical_part('content', content))
$$;

-- What an organisation publishes of a quarter. Frozen: made once, when the quarter is over, and each holds the hash of the one before it.
create table publications (
    organisation_id uuid not null references organisations,

    -- Its first day.
    quarter         date not null,
    made_on         date not null,

    -- JSON as text: kept as it was hashed, byte for byte.
    content         text not null,
    previous_hash   bytea not null,
    hash            bytea not null,

    primary key (organisation_id, quarter),
    constraint a_publication_is_of_a_whole_quarter check (date_trunc('quarter', quarter::timestamp) = quarter::timestamp),
    constraint a_quarter_is_over_when_it_is_published check (made_on >= quarter + interval '3 months'),
    constraint a_publication_has_the_hash_of_its_content check (hash = publication_hash(previous_hash, content))
);

-- The portal's own check found something, and published nothing. Tried again each day until the next quarter is over; then that one counts what was in it.
create table publication_refusals (
    organisation_id uuid not null references organisations,
    quarter         date not null,
    refused_on      date not null,

    primary key (organisation_id, quarter, refused_on)
);

-- Which events were counted in which publication: a signal by its first event, an answer by its own. Each once, ever.
create table publication_counts (
    organisation_id uuid not null,
    signal_id       uuid not null,
    seq             integer not null,
    quarter         date not null,

    primary key (organisation_id, signal_id, seq),
    foreign key (organisation_id, signal_id, seq) references timeline_entries,
    foreign key (organisation_id, quarter) references publications
);

-- How careful an organisation is, each time an administrator made it stricter. No row: what Domain/Publications/PublishedQuarter.cs says. The strictest
-- row is the last.
create table publication_rules (
    organisation_id  uuid not null references organisations,
    smallest_count   integer not null,
    fewest_people    integer not null,
    fewest_reporters integer not null,
    set_on           date not null,
    set_by_id        uuid not null,

    primary key (organisation_id, smallest_count, fewest_people, fewest_reporters),
    foreign key (organisation_id, set_by_id) references people,
    constraint rules_have_a_floor_and_a_ceiling check (
        smallest_count between 5 and 100 and fewest_people between 10 and 1000 and fewest_reporters between 3 and 100)
);

-- Representatives of several organisations who see the publications of all of these side by side. A circle is nothing but a random id.
create table publication_circles (
    organisation_id uuid not null references organisations,
    person_id       uuid not null,
    circle_id       uuid not null,

    primary key (organisation_id, person_id),
    foreign key (organisation_id, person_id) references people
);

create index publication_circles_together on publication_circles (circle_id);

-- The hash of a code with which somebody of another organisation joins a circle; and that it was used, in the organisation of whoever did.
create table publication_codes (
    organisation_id uuid not null,
    code_hash       bytea not null,
    person_id       uuid not null,
    is_used         boolean not null,
    valid_until     timestamptz not null,

    primary key (organisation_id, code_hash),
    foreign key (organisation_id, person_id) references people
);

create index publication_codes_by_hash on publication_codes (code_hash);

create function first_publication_hash(organisation uuid) returns bytea language sql immutable parallel safe as $$
    select sha256(canonical_part('domain', 'SP-publications-v2') || canonical_part('organisation', organisation))
$$;

-- Oldest first, and each on the one before it.
create function refuse_loose_publication() returns trigger language plpgsql as $$
declare
    last publications;
begin
    select * into last from publications where organisation_id = new.organisation_id order by quarter desc limit 1;
    if new.quarter <= last.quarter or new.previous_hash is distinct from coalesce(last.hash, first_publication_hash(new.organisation_id)) then
        raise exception 'A publication follows on the last one.' using errcode = 'check_violation', constraint = 'a_publication_follows_on_the_last';
    end if;
    return new;
end
$$;

create function refuse_looser_rules() returns trigger language plpgsql as $$
declare
    last publication_rules;
begin
    -- One change at a time.
    perform from organisations where id = new.organisation_id for no key update;
    select * into last from publication_rules where organisation_id = new.organisation_id
    order by smallest_count desc, fewest_people desc, fewest_reporters desc limit 1;
    if new.smallest_count < coalesce(last.smallest_count, 5) or new.fewest_people < coalesce(last.fewest_people, 10)
        or new.fewest_reporters < coalesce(last.fewest_reporters, 3)
        or (new.smallest_count, new.fewest_people, new.fewest_reporters)
            = (coalesce(last.smallest_count, 5), coalesce(last.fewest_people, 10), coalesce(last.fewest_reporters, 3)) then
        raise exception 'The rules of publications only become stricter.' using errcode = 'check_violation', constraint = 'rules_only_become_stricter';
    end if;
    return new;
end
$$;

create trigger follows_on_the_last before insert on publications for each row execute function refuse_loose_publication();
create trigger only_stricter before insert on publication_rules for each row execute function refuse_looser_rules();
alter table publications enable always trigger follows_on_the_last;
alter table publication_rules enable always trigger only_stricter;

do $$
declare
    made text;
begin
    foreach made in array array['publications', 'publication_refusals', 'publication_counts', 'publication_rules', 'publication_circles', 'publication_codes'] loop
        execute format('alter table %I enable row level security, force row level security', made);
        execute format(
            'create policy own_organisation on %I using (organisation_id = (select current_organisation()))'
            ' with check (organisation_id = (select current_organisation()))',
            made);
    end loop;

    foreach made in array array['publications', 'publication_refusals', 'publication_counts', 'publication_rules'] loop
        execute format('create trigger never_changed before update or delete on %I for each row execute function refuse_change()', made);
        execute format('create trigger never_emptied before truncate on %I for each statement execute function refuse_change()', made);
        execute format('alter table %I enable always trigger never_changed, enable always trigger never_emptied', made);
        execute format('grant select, insert on %I to signaalportaal_application', made);
    end loop;
end
$$;

grant select, insert, update, delete on publication_circles to signaalportaal_application;
grant select, insert, delete on publication_codes to signaalportaal_application;

create index signals_by_day on signals (organisation_id, raised_on);

-- Those of which this quarter is over, not published and not refused today. Before their first signal there is nothing to publish.
create function organisations_without_a_publication(of_quarter date, today date) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select o.id
    from public.organisations o
    where not exists (select from public.publications p where p.organisation_id = o.id and p.quarter = of_quarter)
      and not exists (select from public.publication_refusals r where r.organisation_id = o.id and r.quarter = of_quarter and r.refused_on = today)
      and exists (select from public.signals s where s.organisation_id = o.id and s.raised_on < of_quarter + interval '3 months')
$$;

grant select (organisation_id, quarter) on publications to signaalportaal_workers;
grant select (organisation_id, quarter, refused_on) on publication_refusals to signaalportaal_workers;
grant select (raised_on) on signals to signaalportaal_workers;
create policy work_of_all_organisations on publications for select to signaalportaal_workers using (true);
create policy work_of_all_organisations on publication_refusals for select to signaalportaal_workers using (true);

-- What a representative sees of other organisations goes through a role of its own: nobody can sign in as it or become it, and it reads nothing but this.
do $$
begin
    if not exists (select from pg_roles where rolname = 'signaalportaal_circles') then
        create role signaalportaal_circles nologin;
    end if;
exception
    -- Made for another database of this server, perhaps at this moment.
    when duplicate_object or unique_violation then null;
end
$$;

grant usage on schema public to signaalportaal_circles;
grant select (id, name) on organisations to signaalportaal_circles;
grant select (organisation_id, id, roles, left_on) on people to signaalportaal_circles;
grant select on publications, publication_circles, publication_codes to signaalportaal_circles;
create policy circles_of_all_organisations on people for select to signaalportaal_circles using (true);
create policy circles_of_all_organisations on publications for select to signaalportaal_circles using (true);
create policy circles_of_all_organisations on publication_circles for select to signaalportaal_circles using (true);
create policy circles_of_all_organisations on publication_codes for select to signaalportaal_circles using (true);

-- The circle of whoever made this code in another organisation, works there as a representative of the union, and whose code nobody has used.
create function circle_of_code(code bytea, now timestamptz) returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select c.circle_id
    from public.publication_codes k
    join public.people p on p.organisation_id = k.organisation_id and p.id = k.person_id and p.left_on is null and p.roles & 1 = 1
    join public.publication_circles c on c.organisation_id = k.organisation_id and c.person_id = k.person_id
    where k.code_hash = code and not k.is_used and k.valid_until > now
      and k.organisation_id <> nullif(current_setting('app.organisation', true), '')::uuid
      and not exists (select from public.publication_codes used where used.code_hash = code and used.is_used)
$$;

-- The other organisations in the circle of a representative of this organisation, with the quarters that each has published. Both must work there still,
-- as representatives of the union.
create function organisations_in_circle(viewer uuid) returns table (organisation_id uuid, name text, quarters date[])
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select o.id, o.name::text, array(select p.quarter from public.publications p where p.organisation_id = o.id order by p.quarter)
    from public.publication_circles mine
    join public.people me on me.organisation_id = mine.organisation_id and me.id = mine.person_id and me.left_on is null and me.roles & 1 = 1
    join public.organisations o on o.id <> mine.organisation_id and exists (
        select
        from public.publication_circles theirs
        join public.people colleague on colleague.organisation_id = theirs.organisation_id and colleague.id = theirs.person_id
            and colleague.left_on is null and colleague.roles & 1 = 1
        where theirs.organisation_id = o.id and theirs.circle_id = mine.circle_id)
    where mine.organisation_id = nullif(current_setting('app.organisation', true), '')::uuid and mine.person_id = viewer
$$;

-- What those organisations published of one quarter.
create function publications_in_circle(viewer uuid, of_quarter date)
returns table (organisation_id uuid, content text, previous_hash bytea, hash bytea)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select p.organisation_id, p.content, p.previous_hash, p.hash
    from public.organisations_in_circle(viewer) o
    join public.publications p on p.organisation_id = o.organisation_id and p.quarter = of_quarter
$$;

revoke execute on function publication_hash, first_publication_hash, refuse_loose_publication, refuse_looser_rules, organisations_without_a_publication, circle_of_code,
    organisations_in_circle, publications_in_circle from public;
grant execute on function publication_hash, first_publication_hash, organisations_without_a_publication, circle_of_code, organisations_in_circle, publications_in_circle
    to signaalportaal_application;
grant execute on function organisations_in_circle to signaalportaal_circles;

-- As in 0012_isolation.
do $$
declare
    is_superuser boolean := (select rolsuper from pg_roles where rolname = current_user);
    other text;
begin
    if not is_superuser then
        foreach other in array array['signaalportaal_workers', 'signaalportaal_circles'] loop
            execute format('grant create on schema public to %I', other);
            if not pg_has_role(current_user, other, 'member') then
                execute format('grant %I to %I', other, current_user);
            end if;
        end loop;
    end if;

    alter function organisations_without_a_publication owner to signaalportaal_workers;
    alter function circle_of_code owner to signaalportaal_circles;
    alter function organisations_in_circle owner to signaalportaal_circles;
    alter function publications_in_circle owner to signaalportaal_circles;

    if not is_superuser then
        foreach other in array array['signaalportaal_workers', 'signaalportaal_circles'] loop
            execute format('revoke %I from %I', other, current_user);
            execute format('revoke create on schema public from %I', other);
        end loop;
    end if;
end
$$;
