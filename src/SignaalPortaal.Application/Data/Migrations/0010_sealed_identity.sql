-- The key pair of a confidential adviser, made in the adviser's own browser. The private key is encrypted there with a passphrase that is never sent.
create table adviser_keys (
    organisation_id    uuid not null,
    id                 uuid not null,
    person_id          uuid not null,
    algorithm          text not null,
    public_key         bytea not null,
    sealed_private_key bytea not null,
    salt               bytea not null,
    iterations         integer not null,

    primary key (organisation_id, id),
    foreign key (organisation_id, person_id) references people
);

-- Who raised a confidential signal. The running portal can put it here and cannot read it: see reveal_open.
create table sealed_identities (
    organisation_id uuid not null,
    signal_id       uuid not null,
    algorithm       text not null,
    sealed          bytea not null,

    primary key (organisation_id, signal_id),
    foreign key (organisation_id, signal_id) references signals
);

-- Its key, once for each adviser who can open it.
create table sealed_identity_keys (
    organisation_id uuid not null,
    signal_id       uuid not null,
    adviser_key_id  uuid not null,
    wrapped         bytea not null,

    primary key (organisation_id, signal_id, adviser_key_id),
    foreign key (organisation_id, signal_id) references sealed_identities,
    foreign key (organisation_id, adviser_key_id) references adviser_keys
);

-- That an adviser asked for a name: the same as the event, on the clock of the database. Only name_request makes it.
create table name_requests (
    organisation_id uuid not null,
    signal_id       uuid not null,
    seq             integer not null,
    person_id       uuid not null,
    made_on         date not null default (portal_now() at time zone 'Europe/Amsterdam')::date,

    primary key (organisation_id, signal_id, seq),
    foreign key (organisation_id, signal_id, seq) references timeline_entries,
    foreign key (organisation_id, person_id) references people
);

-- That an adviser fetches a name: the same as the event, for one transaction that waits for it. That transaction has not ended when this is committed, and
-- is never there again afterwards, also when it was rolled back. Only name_fetch makes it.
create table name_fetches (
    organisation_id uuid not null,
    signal_id       uuid not null,
    seq             integer not null,
    person_id       uuid not null,
    reader          xid8 not null,
    x               xid8 not null default pg_current_xact_id(),

    primary key (organisation_id, signal_id, seq),
    foreign key (organisation_id, signal_id, seq) references timeline_entries,
    foreign key (organisation_id, person_id) references people,
    constraint one_reader_of_a_fetch unique (organisation_id, reader)
);

create trigger never_changed before update on sealed_identities for each row execute function refuse_change();
create trigger never_changed before update on sealed_identity_keys for each row execute function refuse_change();

alter table sealed_identities enable always trigger never_changed;
alter table sealed_identity_keys enable always trigger never_changed;

-- Whether this person is a confidential adviser at work whom this confidential signal is not about; 16 is Roles.ConfidentialAdviser.
create function may_ask_for_the_name(organisation uuid, signal uuid, person uuid) returns boolean
language sql stable set search_path = pg_catalog, public, pg_temp as $$
    select exists (
            select from people p
            where p.organisation_id = organisation and p.id = person and p.left_on is null and p.roles & 16 <> 0)
        and exists (
            select from signals s
            where s.organisation_id = organisation and s.id = signal and s.disclosure = 'Confidential')
        and not exists (
            select from signal_conflicts c
            where c.organisation_id = organisation and c.signal_id = signal and c.person_id = person)
$$;

create function may_open_the_name(organisation uuid, signal uuid, person uuid) returns boolean
language sql stable set search_path = pg_catalog, public, pg_temp as $$
    select may_ask_for_the_name(organisation, signal, person) and exists (
        select from sealed_identity_keys k
        join adviser_keys a on a.organisation_id = k.organisation_id and a.id = k.adviser_key_id
        where k.organisation_id = organisation and k.signal_id = signal and a.person_id = person)
$$;

-- Gauss, in the form of Meeus, Jones and Butcher, as in WorkingCalendar.cs; the letters are theirs.
create function easter_sunday(year integer) returns date language plpgsql immutable as $$
declare
    a integer := year % 19;
    b integer := year / 100;
    c integer := year % 100;
    h integer := (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    l integer := (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    n integer := h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;
begin
    return make_date(year, n / 31, n % 31 + 1);
end
$$;

-- The same days as WorkingCalendar.cs.
create function is_working_day(organisation uuid, day date) returns boolean language sql stable set search_path = pg_catalog, public, pg_temp as $$
    select extract(isodow from day) < 6
        and to_char(day, 'MM-DD') not in ('01-01', '05-05', '12-25', '12-26')
        and day <> (select k - (extract(isodow from k) = 7)::integer from make_date(extract(year from day)::integer, 4, 27) k)
        and day - easter_sunday(extract(year from day)::integer) not in (-2, 1, 39, 50)
        and not exists (select from closed_days c where c.organisation_id = organisation and c.day = is_working_day.day)
$$;

-- The last of so many working days after a day.
create function working_days_after(organisation uuid, day date, count integer) returns date
language sql stable set search_path = pg_catalog, public, pg_temp as $$
    select max(d)
    from (
        select d::date as d from generate_series(day + 1, day + 30 + 10 * count, interval '1 day') d
        where is_working_day(organisation, d::date) order by d limit count
    ) working
$$;

-- Whether this person asked for the name last, no second adviser refused, and it is open: somebody's life is in danger, a second adviser agreed, or the
-- three working days are over and nobody ever objected or refused, also not to an earlier request. Domain/Signals/IdentityRequest.cs says the same.
create function name_is_open(organisation uuid, signal uuid, person uuid) returns boolean
language sql stable set search_path = pg_catalog, public, pg_temp as $$
    select exists (
        select
        from (
            select e.seq, e.actor_id, (e.facts::jsonb ->> 'AtOnce')::boolean as at_once
            from timeline_entries e
            where e.organisation_id = organisation and e.signal_id = signal and e.kind = 'IdentityRequested'
            order by e.seq desc limit 1
        ) asked
        join name_requests r on r.organisation_id = organisation and r.signal_id = signal and r.seq = asked.seq and r.person_id = asked.actor_id
        cross join lateral (
            select r.made_on, (portal_now() at time zone 'Europe/Amsterdam')::date as today
        ) days
        where asked.actor_id = person and days.today <= days.made_on + 28
          and not exists (
              select from timeline_entries e
              where e.organisation_id = organisation and e.signal_id = signal and e.seq > asked.seq and e.kind = 'IdentityRefused')
          and (asked.at_once is true
              or exists (
                  select from timeline_entries e
                  where e.organisation_id = organisation and e.signal_id = signal and e.seq > asked.seq and e.kind = 'IdentityAgreed'
                    and e.actor_id <> person and may_ask_for_the_name(organisation, signal, e.actor_id))
              or (days.today > working_days_after(organisation, days.made_on, 3)
                  and not exists (
                      select from timeline_entries e
                      where e.organisation_id = organisation and e.signal_id = signal
                        and (e.kind = 'IdentityRefused' or (e.kind = 'IdentityAnswered' and (e.facts::jsonb ->> 'Objects')::boolean))))))
$$;

-- To call in the transaction in which the event is written; false when no key of this person opens the name.
create function name_request(organisation uuid, signal uuid, person uuid, event integer) returns boolean
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
    with made as (
        insert into name_requests (organisation_id, signal_id, seq, person_id)
        select organisation, signal, event, person
        from timeline_entries e
        where e.organisation_id = organisation and e.signal_id = signal and e.seq = event and e.kind = 'IdentityRequested' and e.actor_id = person
          and may_open_the_name(organisation, signal, person)
        returning 1
    )
    select exists (select from made)
$$;

-- To call in the transaction in which the event is written, while another one waits for what it opens.
create function name_fetch(organisation uuid, signal uuid, person uuid, event integer, reading xid8) returns boolean
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
    with made as (
        insert into name_fetches (organisation_id, signal_id, seq, person_id, reader)
        select organisation, signal, event, person, reading
        from timeline_entries e
        where e.organisation_id = organisation and e.signal_id = signal and e.seq = event and e.kind = 'IdentityOpened' and e.actor_id = person
          and may_open_the_name(organisation, signal, person) and name_is_open(organisation, signal, person)
          and reading <> pg_current_xact_id() and pg_xact_status(reading) = 'in progress'
        returning 1
    )
    select exists (select from made)
$$;

-- What opens to the name, for the one who fetches it, in the transaction that waited for it; no row unless the event that tells the reporter was committed.
-- A transaction never sees itself as committed, one that was rolled back leaves no event, and no other transaction can read what is for this one.
create function name_read(organisation uuid, signal uuid, person uuid)
returns table (sealed bytea, wrapped bytea, sealed_private_key bytea, salt bytea, iterations integer)
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
    select i.sealed, k.wrapped, a.sealed_private_key, a.salt, a.iterations
    from name_fetches f
    join timeline_entries e on e.organisation_id = f.organisation_id and e.signal_id = f.signal_id and e.seq = f.seq
        and e.kind = 'IdentityOpened' and e.actor_id = person
    join sealed_identities i on i.organisation_id = f.organisation_id and i.signal_id = f.signal_id
    join sealed_identity_keys k on k.organisation_id = i.organisation_id and k.signal_id = i.signal_id
    join adviser_keys a on a.organisation_id = k.organisation_id and a.id = k.adviser_key_id and a.person_id = person
    where f.organisation_id = organisation and f.signal_id = signal and f.person_id = person
      and f.reader = pg_current_xact_id() and f.x <> f.reader and pg_xact_status(f.x) = 'committed'
      and may_open_the_name(organisation, signal, person)
$$;

-- Destroys the sealed name of a signal: when its reporter became known, and when the time to keep it is over.
create function forget_identity(organisation uuid, signal uuid) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
    delete from sealed_identity_keys k where k.organisation_id = organisation and k.signal_id = signal
        and exists (select from timeline_entries e where e.organisation_id = organisation and e.signal_id = signal and e.kind = 'MadeKnown');
    delete from sealed_identities i where i.organisation_id = organisation and i.signal_id = signal
        and exists (select from timeline_entries e where e.organisation_id = organisation and e.signal_id = signal and e.kind = 'MadeKnown');
$$;

revoke all on function may_ask_for_the_name, may_open_the_name, name_is_open, is_working_day, working_days_after, easter_sunday,
    name_request, name_fetch, name_read, forget_identity from public;
grant execute on function name_request, name_fetch, name_read, forget_identity to signaalportaal_application;

grant select, insert on adviser_keys to signaalportaal_application;
grant insert on sealed_identities, sealed_identity_keys to signaalportaal_application;
grant select on name_requests to signaalportaal_application;
