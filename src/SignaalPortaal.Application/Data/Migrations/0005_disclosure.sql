-- How people reach the page on which nobody signs in.
alter table organisations add address varchar(60);
update organisations set address = coalesce(nullif(trim(both '-' from left(regexp_replace(lower(name), '[^a-z0-9]+', '-', 'g'), 50)), ''), 'organisatie');
update organisations o set address = left(o.address, 50) || '-' || left(o.id::text, 8)
where exists (select from organisations other where other.address = o.address and other.id < o.id);
alter table organisations alter address set not null, add constraint one_organisation_of_an_address unique (address);

alter table signals
    -- The defaults are for nodes of the version before this one: what they take is raised with a name.
    add disclosure text not null default 'Named',
    add hidden_until timestamptz,
    add is_sealed boolean not null default false,
    add constraint only_a_name_is_kept_with_a_name check (disclosure = 'Named' or reporter_id is null);

-- What is sealed stands here, and nothing in the other columns: encrypted with a key of the signal, together with its salt.
alter table signal_contents add sealed text, add constraint a_salt_has_32_bytes check (octet_length(salt) = case when sealed is null then 32 else 0 end);
alter table timeline_words add sealed text, add constraint a_salt_has_32_bytes check (octet_length(salt) = case when sealed is null then 32 else 0 end);

-- The words in it, and the salt, can be compared with the chain only by who can open them.
create or replace function refuse_other_words() returns trigger language plpgsql as $$
begin
    perform from timeline_entries
    where organisation_id = new.organisation_id and signal_id = new.signal_id and seq = new.seq
      and case when new.sealed is null then commitment = words_commitment(new.salt, new.text) else commitment is not null end;
    if not found then
        raise exception 'Words are those to which their event commits.' using errcode = 'check_violation', constraint = 'words_are_those_of_their_event';
    end if;
    return new;
end
$$;

create or replace function refuse_other_content() returns trigger language plpgsql as $$
begin
    perform from timeline_entries
    where organisation_id = new.organisation_id and signal_id = new.signal_id and seq = 1
      and case when new.sealed is null
          then commitment = content_commitment(
              new.salt, new.subject, new.words, new.rule, new.since, new.frequency, new.affected, new.on_paper, new.in_practice, new.workaround)
          else commitment is not null end;
    if not found then
        raise exception 'What the reporter wrote is what the first event commits to.' using errcode = 'check_violation', constraint = 'a_signal_is_what_its_first_event_says';
    end if;
    return null;
end
$$;

-- The key of an organisation, wrapped with the certificate of the portal, which is not in the database.
create table organisation_keys (
    organisation_id uuid not null references organisations,
    version         integer not null,
    wrapped         bytea not null,

    primary key (organisation_id, version)
);

-- The key of one signal, wrapped with that of the organisation. Without this row what was sealed is gone.
create table signal_keys (
    organisation_id uuid not null,
    signal_id       uuid not null,
    version         integer not null,
    wrapped         bytea not null,

    primary key (organisation_id, signal_id),
    foreign key (organisation_id, signal_id) references signals,
    foreign key (organisation_id, version) references organisation_keys
);

-- Receipt codes, as a keyed hash: the key is not in the database. The row comes before its signal, so that a form sent twice waits for itself.
create table receipts (
    organisation_id uuid not null,
    lookup          bytea not null,
    pepper_version  integer not null,
    signal_id       uuid not null,

    primary key (organisation_id, lookup),
    foreign key (organisation_id, signal_id) references signals deferrable initially deferred,
    constraint one_receipt_of_a_signal unique (organisation_id, signal_id)
);

-- A reading through a receipt code is of nobody that is known.
alter table readings drop constraint readings_pkey;
alter table readings
    add id uuid not null default gen_random_uuid(),
    add primary key (organisation_id, signal_id, id),
    alter person_id drop not null,
    add through text not null default 'Page',
    add constraint one_reading_a_day unique nulls not distinct (organisation_id, signal_id, person_id, on_day, through);

grant select, insert on organisation_keys, signal_keys to signaalportaal_application;
grant select, insert, delete on receipts to signaalportaal_application;
