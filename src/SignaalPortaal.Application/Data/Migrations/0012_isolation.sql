-- Organisations are separate in the database itself: a statement that forgets the organisation finds nothing, whoever wrote it.

-- The organisation of this transaction; null outside one, and then there are no rows.
create function current_organisation() returns uuid language sql stable parallel safe as $$
    select nullif(current_setting('app.organisation', true), '')::uuid
$$;

-- Every table that knows organisations. Also for their owner; only a superuser goes past it. The sub-select is worked out once for each statement,
-- so that the indexes that begin with the organisation serve it.
do $$
declare
    isolated regclass;
begin
    for isolated in
        select t.oid
        from pg_class t
        join pg_attribute a on a.attrelid = t.oid and a.attname = 'organisation_id' and not a.attisdropped
        where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')
        order by t.relname
    loop
        execute format('alter table %s enable row level security, force row level security', isolated);
        execute format(
            'create policy own_organisation on %s using (organisation_id = (select current_organisation()))'
            ' with check (organisation_id = (select current_organisation()))',
            isolated);
    end loop;
end
$$;

-- The workers of the portal first ask which organisations have work, and then do it in a transaction of each. Nobody can sign in as this role or
-- become it, and of all organisations it sees only these columns.
do $$
begin
    if not exists (select from pg_roles where rolname = 'signaalportaal_workers') then
        create role signaalportaal_workers nologin;
    end if;
exception
    -- Made for another database of this server, perhaps at this moment.
    when duplicate_object or unique_violation then null;
end
$$;

grant usage on schema public to signaalportaal_workers;
grant select (id) on organisations to signaalportaal_workers;
grant select (organisation_id, next_step_on) on signals to signaalportaal_workers;
grant select (organisation_id, mail, digest_on, on_day, read_on) on messages to signaalportaal_workers;
grant select (organisation_id, state, finished_on) on destruction_lists to signaalportaal_workers;
grant select (organisation_id, state) on attachments to signaalportaal_workers;
grant select (organisation_id, on_day) on anchors to signaalportaal_workers;
grant select (organisation_id, state, send_after, leased_until, is_urgent) on mails to signaalportaal_workers;

create policy work_of_all_organisations on signals for select to signaalportaal_workers using (true);
create policy work_of_all_organisations on messages for select to signaalportaal_workers using (true);
create policy work_of_all_organisations on mails for select to signaalportaal_workers using (true);
create policy work_of_all_organisations on destruction_lists for select to signaalportaal_workers using (true);
create policy work_of_all_organisations on attachments for select to signaalportaal_workers using (true);
create policy work_of_all_organisations on anchors for select to signaalportaal_workers using (true);

-- Those with a signal of which the day has come for the portal to act.
create function organisations_with_due_signals(today date) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select o.id
    from public.organisations o
    where exists (select from public.signals s where s.organisation_id = o.id and s.next_step_on <= today)
$$;

-- Those with something for a digest that was in none yet.
create function organisations_with_a_digest(since date, today date) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select o.id
    from public.organisations o
    where exists (
        select
        from public.messages m
        where m.organisation_id = o.id and m.mail = 'Daily' and m.digest_on is null and m.read_on is null and m.on_day >= since and m.on_day < today)
$$;

-- Those with mails that are to go now, and how many of the next ones are theirs: what has haste first, the longest waiting first.
create function organisations_with_mails(now timestamptz, most integer, but_not uuid[]) returns table (organisation_id uuid, mails integer)
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
    select next.organisation_id, count(*)::integer
    from (
        select m.organisation_id, m.is_urgent, m.send_after
        from public.mails m
        where m.state = 'Waiting' and m.send_after <= now and (m.leased_until is null or m.leased_until < clock_timestamp())
          and m.organisation_id <> all (but_not)
        order by m.is_urgent desc, m.send_after
        limit most
    ) next
    group by next.organisation_id
    order by bool_or(next.is_urgent) desc, min(next.send_after)
$$;

-- Those that have no anchor of this day.
create function organisations_without_an_anchor(day date) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select o.id from public.organisations o where not exists (select from public.anchors a where a.organisation_id = o.id and a.on_day = day)
$$;

-- Those with a file that the scanner has not seen.
create function organisations_with_files_to_scan() returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select o.id from public.organisations o where exists (select from public.attachments a where a.organisation_id = o.id and a.state = 'Quarantined')
$$;

create index mails_to_send_of_an_organisation on mails (organisation_id, send_after) where state = 'Waiting';

-- No function is for everybody. What the portal calls by itself or in its statements runs with its own rights; a trigger needs no right to fire.
do $$
declare
    routine record;
begin
    for routine in
        -- What is for nobody else already stays so.
        select p.oid::regprocedure as name, p.prorettype = 'trigger'::regtype or p.prosecdef or not has_function_privilege('public', p.oid, 'execute') as is_special
        from pg_proc p
        where p.pronamespace = 'public'::regnamespace and p.prokind in ('f', 'p', 'a') and pg_get_userbyid(p.proowner) = current_user
    loop
        execute format('revoke execute on routine %s from public', routine.name);
        if not routine.is_special then
            execute format('grant execute on routine %s to signaalportaal_application', routine.name);
        end if;
    end loop;
end
$$;

grant execute on function organisations_with_due_signals, organisations_with_a_digest, organisations_with_mails, organisations_without_an_anchor,
    organisations_with_files_to_scan to signaalportaal_application;

-- Whoever gives a function away must belong to the new owner, who must have been able to make it; a superuser need not. Neither is left behind.
do $$
declare
    is_superuser boolean := (select rolsuper from pg_roles where rolname = current_user);
begin
    if not is_superuser then
        grant create on schema public to signaalportaal_workers;
        if not pg_has_role(current_user, 'signaalportaal_workers', 'member') then
            execute format('grant signaalportaal_workers to %I', current_user);
        end if;
    end if;

    alter function organisations_with_due_signals owner to signaalportaal_workers;
    alter function organisations_with_a_digest owner to signaalportaal_workers;
    alter function organisations_with_mails owner to signaalportaal_workers;
    alter function organisations_with_destruction owner to signaalportaal_workers;
    alter function organisations_with_files_to_scan owner to signaalportaal_workers;
    alter function organisations_without_an_anchor owner to signaalportaal_workers;

    if not is_superuser then
        execute format('revoke signaalportaal_workers from %I', current_user);
        revoke create on schema public from signaalportaal_workers;
    end if;
end
$$;
