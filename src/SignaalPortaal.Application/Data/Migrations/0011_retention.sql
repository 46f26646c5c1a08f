-- How long signals are kept, who decides that they go, and how they go: what people wrote is destroyed, and the chain of events stays.
alter table signals
    add closed_on date,
    add is_held_for_law boolean not null default false,
    add erasure_asked_on date,
    add erased_on date,
    add erased_because text,
    add constraint what_is_erased_says_why check ((erased_on is null) = (erased_because is null)),
    add constraint what_is_erased_has_no_reporter check (erased_on is null or reporter_id is null),
    add constraint what_is_erased_is_closed check (erased_on is null or status = 'Closed');

-- What was closed already: the last event that can close a signal.
update signals s
set closed_on = coalesce(
    (select (max(e.at) at time zone 'Europe/Amsterdam')::date from timeline_entries e
     where e.organisation_id = s.organisation_id and e.signal_id = s.id and e.kind in ('VerdictGiven', 'Withdrawn', 'ClosedWithoutReaction')),
    current_date)
where status = 'Closed';

-- A node of the version before this one closes signals without a day: the database then gives it.
create function note_closing() returns trigger language plpgsql as $$
begin
    if new.status <> 'Closed' then
        new.closed_on := null;
    elsif new.closed_on is null then
        new.closed_on := (portal_now() at time zone 'Europe/Amsterdam')::date;
    end if;
    return new;
end
$$;

create trigger closed_on_a_day before insert or update of status, closed_on on signals for each row execute function note_closing();

create index signals_by_closing on signals (organisation_id, closed_on) where closed_on is not null and erased_on is null;

-- In months after closing, per kind. No row: what Domain/Signals/Erasure.cs says. One administrator proposes, another confirms.
create table retention_terms (
    organisation_id     uuid not null references organisations,
    kind                text not null,
    months              integer not null,
    confirmed_by_id     uuid,
    confirmed_on        date,
    proposed_months     integer,
    proposed_by_id      uuid,
    proposed_on         date,

    primary key (organisation_id, kind),
    foreign key (organisation_id, confirmed_by_id) references people,
    foreign key (organisation_id, proposed_by_id) references people,
    constraint a_proposal_is_somebodys check ((proposed_months is null) = (proposed_by_id is null))
);

-- Which signals go, proposed by one and decided by another; afterwards the proof of what was destroyed. It holds no words and no names.
create table destruction_lists (
    organisation_id uuid not null references organisations,
    id              uuid not null,
    proposed_by_id  uuid not null,
    proposed_on     date not null,
    state           text not null,
    decided_by_id   uuid,
    decided_on      date,
    finished_on     date,

    primary key (organisation_id, id),
    foreign key (organisation_id, proposed_by_id) references people,
    foreign key (organisation_id, decided_by_id) references people,
    constraint two_people_decide check (decided_by_id <> proposed_by_id),
    constraint what_is_decided_was_decided_by_somebody check ((state = 'Proposed') = (decided_by_id is null))
);

create unique index one_list_at_a_time on destruction_lists (organisation_id) where state = 'Proposed';
create index destruction_lists_at_hand on destruction_lists (organisation_id) where state = 'Approved' and finished_on is null;

create table destruction_items (
    organisation_id uuid not null,
    list_id         uuid not null,
    signal_id       uuid not null,
    ground          text not null,
    closed_on       date not null,
    state           text not null,
    done_on         date,

    primary key (organisation_id, list_id, signal_id),
    foreign key (organisation_id, list_id) references destruction_lists,
    foreign key (organisation_id, signal_id) references signals
);

create index destruction_items_of_a_signal on destruction_items (organisation_id, signal_id);
create index destruction_items_to_do on destruction_items (organisation_id, list_id) where state = 'Waiting';

-- What stands on a list is not changed any more: only that it was done, once, and on an approved list only.
create function refuse_another_list() returns trigger language plpgsql as $$
begin
    if (old.organisation_id, old.list_id, old.signal_id, old.ground, old.closed_on) is distinct from
       (new.organisation_id, new.list_id, new.signal_id, new.ground, new.closed_on) or old.state <> 'Waiting' then
        raise exception 'What stands on a list is never changed.';
    end if;
    return new;
end
$$;

create function refuse_late_item() returns trigger language plpgsql as $$
begin
    perform from destruction_lists where organisation_id = new.organisation_id and id = new.list_id and state = 'Proposed';
    if not found or new.state <> 'Waiting' then
        raise exception 'A list that was decided on stays as it is.';
    end if;
    return new;
end
$$;

create function refuse_another_decision() returns trigger language plpgsql as $$
begin
    if old.state <> 'Proposed' and (old.state, old.decided_by_id, old.decided_on, old.proposed_by_id, old.proposed_on) is distinct from
       (new.state, new.decided_by_id, new.decided_on, new.proposed_by_id, new.proposed_on) or old.finished_on is not null then
        raise exception 'A decision stays as it is.';
    end if;
    return new;
end
$$;

create trigger stays_as_it_was_decided before update on destruction_items for each row execute function refuse_another_list();
create trigger comes_before_the_decision before insert on destruction_items for each row execute function refuse_late_item();
create trigger stays_as_it_was_decided before update on destruction_lists for each row execute function refuse_another_decision();

alter table destruction_items enable always trigger stays_as_it_was_decided;
alter table destruction_items enable always trigger comes_before_the_decision;
alter table destruction_lists enable always trigger stays_as_it_was_decided;

-- Destroys what people wrote about a signal and who raised it. It runs with the rights of the owner of the tables, because the portal itself has none to
-- take these rows away, and it does so only for a signal that is closed, not held for the law, on a list on which two people decided (or of which the
-- owner of the tables says so: see erased_before), and of which the chain says so. Facts, days, readings and whom it is about stay.
create function destroy_signal(organisation uuid, signal uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    other text;
begin
    perform from signals s
    join timeline_entries e on e.organisation_id = s.organisation_id and e.signal_id = s.id and e.kind = 'Erased'
    where s.organisation_id = organisation and s.id = signal and s.status = 'Closed' and s.erased_on is not null and s.reporter_id is null
      and (exists (
              select from destruction_items i
              join destruction_lists l on l.organisation_id = i.organisation_id and l.id = i.list_id and l.state = 'Approved'
              where i.organisation_id = organisation and i.signal_id = signal and i.list_id = (e.facts::jsonb ->> 'List')::uuid)
          or exists (
              select from erased_before b
              where b.organisation_id = organisation and b.signal_id = signal and b.list_id = (e.facts::jsonb ->> 'List')::uuid));
    if not found then
        raise exception 'Nothing is destroyed of which the chain does not say so, on a list that was approved.'
            using errcode = 'check_violation', constraint = 'what_is_destroyed_was_decided';
    end if;

    if (select e.kind from timeline_entries e
        where e.organisation_id = organisation and e.signal_id = signal and e.kind in ('HeldForLaw', 'ReleasedFromHold')
        order by e.seq desc limit 1) = 'HeldForLaw' then
        raise exception 'What is held for the law is not destroyed.'
            using errcode = 'check_violation', constraint = 'what_is_held_is_not_destroyed';
    end if;

    delete from mails m using messages t
    where t.organisation_id = organisation and t.signal_id = signal and m.organisation_id = t.organisation_id and m.message_id = t.id;
    delete from messages t where t.organisation_id = organisation and t.signal_id = signal;
    delete from handled_forms f using signals s
    where s.organisation_id = organisation and s.id = signal and f.organisation_id = organisation and f.outcome::text like '%' || s.reference || '%';
    delete from receipts t where t.organisation_id = organisation and t.signal_id = signal;
    delete from timeline_words t where t.organisation_id = organisation and t.signal_id = signal;
    delete from signal_contents t where t.organisation_id = organisation and t.signal_id = signal;
    delete from signal_keys t where t.organisation_id = organisation and t.signal_id = signal;

    -- Parts of the portal that an installation may not have yet.
    foreach other in array array['attachment_parts', 'attachments', 'sealed_identity_keys', 'sealed_identities', 'withdrawal_answers'] loop
        if to_regclass(other) is not null then
            execute format('delete from %I where organisation_id = $1 and signal_id = $2', other) using organisation, signal;
        end if;
    end loop;
end
$$;

revoke all on function destroy_signal(uuid, uuid) from public;
grant execute on function destroy_signal(uuid, uuid) to signaalportaal_application;

-- The other way around: an event that says so, without it being so, does not get through.
create function refuse_half_erased() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    perform from signal_contents c where c.organisation_id = new.organisation_id and c.signal_id = new.signal_id
    union all
    select from timeline_words w where w.organisation_id = new.organisation_id and w.signal_id = new.signal_id;
    if found then
        raise exception 'What is said to be erased, is gone.' using errcode = 'check_violation', constraint = 'what_is_erased_is_gone';
    end if;
    return null;
end
$$;

create constraint trigger what_is_erased_is_gone after insert on timeline_entries deferrable initially deferred
    for each row when (new.kind = 'Erased') execute function refuse_half_erased();
alter table timeline_entries enable always trigger what_is_erased_is_gone;

-- Those with something to destroy. The workers of the portal ask this first, and then work for one organisation at a time.
create function organisations_with_destruction() returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select distinct l.organisation_id from public.destruction_lists l where l.state = 'Approved' and l.finished_on is null
$$;

revoke all on function organisations_with_destruction() from public;
grant execute on function organisations_with_destruction() to signaalportaal_application;

grant select, insert, update on retention_terms to signaalportaal_application;
grant select, insert, update on destruction_lists, destruction_items to signaalportaal_application;
