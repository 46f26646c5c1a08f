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
    made_on            date not null,

    -- From then on nothing is sealed with it; what was sealed before still opens with it.
    ended_on           date,

    primary key (organisation_id, id),
    foreign key (organisation_id, person_id) references people
);

create unique index one_current_key_of_an_adviser on adviser_keys (organisation_id, person_id) where ended_on is null;

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

-- That an adviser asked for a name: a ticket that works once, for ten minutes, and not before the event that tells the reporter is there for good.
create table reveals (
    organisation_id uuid not null,
    ticket          uuid not null,
    signal_id       uuid not null,
    person_id       uuid not null,
    seq             integer not null,
    made_at         timestamptz not null default clock_timestamp(),
    used_at         timestamptz,
    x               xid8 not null default pg_current_xact_id(),

    primary key (organisation_id, ticket),
    foreign key (organisation_id, signal_id, seq) references timeline_entries,
    foreign key (organisation_id, person_id) references people,
    constraint one_ticket_of_an_event unique (organisation_id, signal_id, seq)
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

-- A ticket for the name, to call in the transaction in which the event is written; null when no key of this person opens it.
create function reveal_request(organisation uuid, signal uuid, person uuid, event integer) returns uuid
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
    insert into reveals (organisation_id, ticket, signal_id, person_id, seq)
    select organisation, gen_random_uuid(), signal, person, event
    where may_ask_for_the_name(organisation, signal, person)
      and exists (
          select from sealed_identity_keys k
          join adviser_keys a on a.organisation_id = k.organisation_id and a.id = k.adviser_key_id
          where k.organisation_id = organisation and k.signal_id = signal and a.person_id = person)
    returning ticket
$$;

-- What opens to the name, for the one who asked; no row unless the request was committed. A transaction never sees itself as committed, and one that was
-- rolled back, also to a savepoint, leaves neither ticket nor event.
create function reveal_open(organisation uuid, wanted uuid, person uuid)
returns table (signal_id uuid, adviser_key_id uuid, sealed bytea, wrapped bytea, sealed_private_key bytea, salt bytea, iterations integer)
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
    about uuid;
begin
    update reveals r set used_at = clock_timestamp()
    where r.organisation_id = organisation and r.ticket = wanted and r.person_id = person and r.used_at is null
      and r.made_at > clock_timestamp() - interval '10 minutes'
      and pg_xact_status(r.x) = 'committed'
      and exists (
          select from timeline_entries e
          where e.organisation_id = organisation and e.signal_id = r.signal_id and e.seq = r.seq
            and e.kind = 'IdentityRequested' and e.actor_id = person)
      and may_ask_for_the_name(organisation, r.signal_id, person)
    returning r.signal_id into about;

    return query
        select i.signal_id, a.id, i.sealed, k.wrapped, a.sealed_private_key, a.salt, a.iterations
        from sealed_identities i
        join sealed_identity_keys k on k.organisation_id = i.organisation_id and k.signal_id = i.signal_id
        join adviser_keys a on a.organisation_id = k.organisation_id and a.id = k.adviser_key_id
        where i.organisation_id = organisation and i.signal_id = about and a.person_id = person;
end
$$;

-- Destroys the sealed name of a signal: when its reporter became known, and when the time to keep it is over.
create function forget_identity(organisation uuid, signal uuid) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
    delete from sealed_identity_keys k where k.organisation_id = organisation and k.signal_id = signal
        and exists (select from timeline_entries e where e.organisation_id = organisation and e.signal_id = signal and e.kind = 'MadeKnown');
    delete from sealed_identities i where i.organisation_id = organisation and i.signal_id = signal
        and exists (select from timeline_entries e where e.organisation_id = organisation and e.signal_id = signal and e.kind = 'MadeKnown');
$$;

revoke all on function may_ask_for_the_name, reveal_request, reveal_open, forget_identity from public;
grant execute on function reveal_request, reveal_open, forget_identity to signaalportaal_application;

grant select, insert, update (ended_on) on adviser_keys to signaalportaal_application;
grant insert on sealed_identities, sealed_identity_keys to signaalportaal_application;
grant select on reveals to signaalportaal_application;
