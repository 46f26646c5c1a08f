-- What happens in an organisation beside its signals, and on which its people rely: first who may learn a name. As the timeline of a signal, each event holds
-- the hash of the one before it; and each is signed by the portal, with a key that is not in the database. Domain/Organisations/OrganisationEntry.cs says
-- what is hashed.
create table organisation_entries (
    organisation_id uuid not null references organisations,
    seq             integer not null,
    at              timestamptz not null,

    -- Null when it is not to say who it was.
    actor_id        uuid,
    kind            varchar(40) not null,
    facts           text not null,
    previous_hash   bytea not null,
    hash            bytea not null,
    signature       bytea not null,

    primary key (organisation_id, seq),
    foreign key (organisation_id, actor_id) references people
);

create function organisation_event_hash(previous bytea, organisation uuid, seq integer, kind text, at timestamptz, actor uuid, facts text) returns bytea
language sql stable as $$
    select sha256(
        canonical_part('domain', 'SP-organisation-event-v1')
        || canonical_part('previous', coalesce(
            previous, sha256(canonical_part('domain', 'SP-organisation-genesis-v1') || canonical_part('organisation', organisation))))
        || canonical_part('organisation', organisation) || canonical_part('seq', seq) || canonical_part('kind', kind)
        || canonical_part('at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) || canonical_part('actor', actor)
        || canonical_part('facts', facts))
$$;

create function refuse_broken_organisation_chain() returns trigger language plpgsql as $$
declare
    previous bytea := (select hash from organisation_entries where organisation_id = new.organisation_id and seq = new.seq - 1);
begin
    if (previous is null) <> (new.seq = 1)
        or new.hash <> organisation_event_hash(previous, new.organisation_id, new.seq, new.kind, new.at, new.actor_id, new.facts)
        or (previous is not null and new.previous_hash <> previous) then
        raise exception 'An event goes on from the one before it.' using errcode = 'check_violation', constraint = 'an_event_goes_on_from_the_one_before';
    end if;
    return new;
end
$$;

create trigger an_event_goes_on_from_the_one_before before insert on organisation_entries for each row execute function refuse_broken_organisation_chain();
create trigger never_changed before update or delete on organisation_entries for each row execute function refuse_change();
create trigger never_emptied before truncate on organisation_entries for each statement execute function refuse_change();
alter table organisation_entries enable always trigger an_event_goes_on_from_the_one_before, enable always trigger never_changed, enable always trigger never_emptied;

alter table organisation_entries enable row level security, force row level security;
create policy own_organisation on organisation_entries using (organisation_id = (select current_organisation())) with check (organisation_id = (select current_organisation()));
grant select, insert on organisation_entries to signaalportaal_application;

-- A name is sealed to a key of which the fingerprint stands there, and that nobody ended. The portal also checks the signatures, which the database cannot.
create function refuse_unknown_key() returns trigger language plpgsql as $$
begin
    perform from adviser_keys k
    join organisation_entries e on e.organisation_id = k.organisation_id and e.kind = 'AdviserKeyMade' and (e.facts::jsonb ->> 'Key')::uuid = k.id
        and (e.facts::jsonb ->> 'Person')::uuid = k.person_id and e.facts::jsonb ->> 'Fingerprint' = encode(sha256(k.public_key), 'hex')
    where k.organisation_id = new.organisation_id and k.id = new.adviser_key_id and not exists (
        select from organisation_entries o
        where o.organisation_id = k.organisation_id and o.kind = 'AdviserKeyEnded' and (o.facts::jsonb ->> 'Key')::uuid = k.id);
    if not found then
        raise exception 'A name is sealed to a key that is known.' using errcode = 'check_violation', constraint = 'a_name_is_sealed_to_a_key_that_is_known';
    end if;
    return new;
end
$$;

create trigger a_name_is_sealed_to_a_key_that_is_known before insert on sealed_identity_keys for each row execute function refuse_unknown_key();
alter table sealed_identity_keys enable always trigger a_name_is_sealed_to_a_key_that_is_known;

create trigger never_changed before update or delete on adviser_keys for each row execute function refuse_change();
alter table adviser_keys enable always trigger never_changed;

revoke execute on function organisation_event_hash, refuse_broken_organisation_chain, refuse_unknown_key from public;
grant execute on function organisation_event_hash to signaalportaal_application;
