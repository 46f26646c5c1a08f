-- The running portal has only these rights, through membership of this role or by dropping into it; the owner of the tables migrates.
do $$
begin
    if not exists (select from pg_roles where rolname = 'signaalportaal_application') then
        create role signaalportaal_application nologin;
    end if;
end
$$;

create table organisations (
    id   uuid primary key,
    name varchar(120) not null unique
);

create table units (
    organisation_id uuid not null references organisations,
    id              uuid not null,
    parent_id       uuid,
    code            varchar(30) not null,
    name            varchar(120) not null,
    layer           varchar(40) not null,
    kind            text not null,

    primary key (organisation_id, id),
    foreign key (organisation_id, parent_id) references units,
    constraint one_unit_of_a_code unique (organisation_id, code),
    constraint no_unit_is_its_own_parent check (parent_id <> id)
);

create index units_by_parent on units (organisation_id, parent_id);

-- All paths in the tree, made anew when the tree changes.
create table unit_ancestors (
    organisation_id uuid not null,
    ancestor_id     uuid not null,
    descendant_id   uuid not null,
    distance        integer not null,

    primary key (organisation_id, ancestor_id, descendant_id),
    foreign key (organisation_id, ancestor_id) references units,
    foreign key (organisation_id, descendant_id) references units
);

create index unit_ancestors_upwards on unit_ancestors (organisation_id, descendant_id, distance) include (ancestor_id);

create table people (
    organisation_id uuid not null references organisations,
    id              uuid not null,
    number          varchar(20) not null,
    name            varchar(120) not null,
    job_title       varchar(120) not null,
    home_unit_id    uuid not null,
    roles           integer not null,

    primary key (organisation_id, id),
    foreign key (organisation_id, home_unit_id) references units,
    constraint one_person_of_a_number unique (organisation_id, number)
);

create index people_by_home_unit on people (organisation_id, home_unit_id);

create table mandates (
    organisation_id uuid not null,
    unit_id         uuid not null,
    person_id       uuid not null,
    kind            text not null,

    primary key (organisation_id, unit_id, person_id),
    foreign key (organisation_id, unit_id) references units,
    foreign key (organisation_id, person_id) references people
);

create index mandates_by_person on mandates (organisation_id, person_id);
create unique index one_manager_of_a_unit on mandates (organisation_id, unit_id) include (person_id) where kind = 'Manager';

grant usage on schema public to signaalportaal_application;
grant select, insert, update, delete on organisations, units, unit_ancestors, people, mandates to signaalportaal_application;
