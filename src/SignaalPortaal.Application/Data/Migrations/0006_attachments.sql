-- Files of reporters. What a file is and how it is called is on the timeline; its bytes lie in parts, which can be destroyed by themselves.
create table attachments (
    organisation_id uuid not null,
    signal_id       uuid not null,
    id              uuid not null,

    -- Of the event that brought it.
    seq             integer not null,
    state           text not null,

    -- Goes when the parts go: with it, somebody who has the file could show that it was this one.
    salt            bytea,
    uploaded_on     date not null,

    primary key (organisation_id, signal_id, id),
    foreign key (organisation_id, signal_id, seq) references timeline_entries,
    constraint one_attachment_of_an_event unique (organisation_id, signal_id, seq),
    constraint a_salt_has_32_bytes check (octet_length(salt) = 32)
);

create index attachments_to_scan on attachments (organisation_id, uploaded_on) where state = 'Quarantined';

create table attachment_parts (
    organisation_id uuid not null,
    signal_id       uuid not null,
    attachment_id   uuid not null,
    part            integer not null,
    bytes           bytea not null,

    primary key (organisation_id, signal_id, attachment_id, part),
    foreign key (organisation_id, signal_id, attachment_id) references attachments
);

-- Compressed already, or encrypted.
alter table attachment_parts alter bytes set storage external;

-- Files that wait for the form they came with to be sent: a browser cannot fill them in again. Nothing here says whose they are, and nobody reads
-- them without the key that is in the form alone.
create table pending_attachments (
    organisation_id uuid not null references organisations,

    -- A hash of the key of the form and the person.
    drawer          bytea not null,
    place           integer not null,
    id              uuid not null,
    name            bytea not null,
    type            text not null,
    size            integer not null,

    -- The same file twice is one: the form was sent twice.
    digest          bytea not null,
    salt            bytea not null,
    commitment      bytea not null,
    uploaded_on     date not null,

    primary key (organisation_id, id),
    constraint one_file_in_a_place unique (organisation_id, drawer, place),
    constraint no_file_twice unique (organisation_id, drawer, digest),
    constraint at_most_five_files check (place between 1 and 5),
    constraint a_waiting_salt_has_32_bytes check (octet_length(salt) = 32)
);

create index pending_attachments_by_day on pending_attachments (uploaded_on);

create table pending_attachment_parts (
    organisation_id uuid not null,
    attachment_id   uuid not null,
    part            integer not null,
    bytes           bytea not null,

    primary key (organisation_id, attachment_id, part),
    foreign key (organisation_id, attachment_id) references pending_attachments on delete cascade
);

alter table pending_attachment_parts alter bytes set storage external;

-- What the scanner said stays said, and a file is never another file.
create function refuse_another_verdict() returns trigger language plpgsql as $$
begin
    if old.state <> 'Quarantined' then
        raise exception 'The state of an attachment is never changed after its scan.';
    end if;
    return new;
end
$$;

create trigger a_verdict_stands before update of state on attachments for each row execute function refuse_another_verdict();
create trigger never_changed before update on attachment_parts for each row execute function refuse_change();

alter table attachments enable always trigger a_verdict_stands;
alter table attachment_parts enable always trigger never_changed;

grant select, insert, update (state) on attachments to signaalportaal_application;
grant select, insert on attachment_parts to signaalportaal_application;
grant select, insert, delete on pending_attachments, pending_attachment_parts to signaalportaal_application;
