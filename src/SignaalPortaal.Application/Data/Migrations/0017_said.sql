-- What everybody in the organisation reads of an answered signal: the text to which its reporter said yes. It is here while that yes stands.
create table released_signals (
    organisation_id     uuid not null references organisations,
    signal_id           uuid not null,
    id                  uuid not null,
    theme               text not null,
    outcome             text not null,
    reason              text,
    unit_id             uuid not null,
    month               date not null,
    title               text not null,
    said                text not null,
    answer              text not null,
    what_would_change   text,
    promise_ids         uuid[] not null,
    promises            text[] not null,

    primary key (organisation_id, signal_id),
    unique (organisation_id, id),
    foreign key (organisation_id, signal_id) references signals,
    foreign key (organisation_id, unit_id) references units,
    constraint a_month_has_no_day check (extract(day from month) = 1),
    constraint a_no_has_a_reason check (outcome <> 'NotAdopted' or (reason is not null and what_would_change is not null)),
    constraint each_promise_has_its_text check (cardinality(promise_ids) = cardinality(promises))
);

create index released_signals_newest on released_signals (organisation_id, month desc, id);

-- That somebody sees it too. The mark is a keyed hash over the person and the released signal: without a key that is not in the database a row is nobody's,
-- and two rows of one person have nothing in common. Counted from the day after, and taken back from the day after: a count that changes does not tell at
-- which moment somebody pressed. Which day that was goes with the next press, by anybody.
create table echoes (
    organisation_id     uuid not null references organisations,
    released_id         uuid not null,
    mark                bytea not null,
    counts_from         date,
    counts_until        date,

    primary key (organisation_id, released_id, mark),
    foreign key (organisation_id, released_id) references released_signals (organisation_id, id) on delete cascade
);

alter table released_signals enable row level security, force row level security;
create policy own_organisation on released_signals
    using (organisation_id = (select current_organisation())) with check (organisation_id = (select current_organisation()));
alter table echoes enable row level security, force row level security;
create policy own_organisation on echoes
    using (organisation_id = (select current_organisation())) with check (organisation_id = (select current_organisation()));

grant select, insert, delete on released_signals to signaalportaal_application;
grant select, insert, update, delete on echoes to signaalportaal_application;

-- As it was, and what was released of a signal goes with its words.
create or replace function destroy_signal(organisation uuid, signal uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    other text;
begin
    perform from signals s
    join timeline_entries e on e.organisation_id = s.organisation_id and e.signal_id = s.id and e.kind = 'Erased'
    join destruction_items i on i.organisation_id = s.organisation_id and i.signal_id = s.id and i.list_id = (e.facts::jsonb ->> 'List')::uuid
    join destruction_lists l on l.organisation_id = i.organisation_id and l.id = i.list_id and l.state = 'Approved'
    where s.organisation_id = organisation and s.id = signal and s.status = 'Closed' and s.erased_on is not null and s.reporter_id is null;
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
    delete from released_signals t where t.organisation_id = organisation and t.signal_id = signal;

    -- Parts of the portal that an installation may not have yet.
    foreach other in array array['attachment_parts', 'attachments', 'sealed_identity_keys', 'sealed_identities'] loop
        if to_regclass(other) is not null then
            execute format('delete from %I where organisation_id = $1 and signal_id = $2', other) using organisation, signal;
        end if;
    end loop;
end
$$;
