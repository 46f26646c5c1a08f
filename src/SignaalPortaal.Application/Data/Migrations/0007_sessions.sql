-- Who is signed in where. The browser has a key of 256 random bits, in its cookie; here is only the hash of it, so that whoever reads this table can
-- take over no session. Both times are rounded down to five minutes: it needs to say no more about when somebody was at work.
create table sessions (
    organisation_id uuid not null references organisations,
    key_hash        bytea not null,
    person_id       uuid not null,
    started_at      timestamptz not null,
    seen_at         timestamptz not null,

    primary key (organisation_id, key_hash),
    foreign key (organisation_id, person_id) references people on delete cascade,
    constraint a_key_is_kept_as_its_hash check (octet_length(key_hash) = 32)
);

create index sessions_by_person on sessions (organisation_id, person_id);

-- With what the cookies and the forms of this deployment are protected: the same for all nodes and all organisations. Each key is encrypted with the
-- certificate of the portal, which is not in the database.
create table data_protection_keys (
    id       uuid primary key,
    key_name text not null,
    xml      text not null
);

grant select, insert, update, delete on sessions to signaalportaal_application;
grant select, insert on data_protection_keys to signaalportaal_application;
