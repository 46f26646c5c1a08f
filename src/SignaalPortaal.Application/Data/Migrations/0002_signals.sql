create table signals (
    organisation_id uuid not null references organisations,
    id              uuid not null,
    reference       varchar(8) not null,
    reporter_id     uuid,
    kind            text not null,
    risk            text not null,
    raised_on       date not null,
    status          text not null,
    closed_because  text,
    held_by_unit_id uuid not null,
    due_on          date,
    answer_by       date not null,
    look_again_on   date,
    version         uuid not null,

    primary key (organisation_id, id),
    foreign key (organisation_id, reporter_id) references people,
    foreign key (organisation_id, held_by_unit_id) references units,
    constraint one_signal_of_a_reference unique (organisation_id, reference),

    -- No silence: whatever is open is held by a unit and has a day before which somebody must act.
    constraint an_open_signal_has_a_due_date check ((status = 'Closed') = (due_on is null)),
    constraint a_closed_signal_says_why check ((status = 'Closed') = (closed_because is not null))
);

-- What is closed has no due date and comes last: one index serves the pages of open and of closed signals, and the counts of both.
create index signals_in_queues on signals (organisation_id, held_by_unit_id, due_on, reference);
create index signals_of_a_reporter on signals (organisation_id, reporter_id);
create index signals_to_look_at_again on signals (look_again_on) where look_again_on is not null;

-- What the reporter wrote, apart from the routing: it can be destroyed by itself.
create table signal_contents (
    organisation_id uuid not null,
    signal_id       uuid not null,
    subject         varchar(120) not null,
    words           varchar(8000) not null,
    rule            varchar(300),
    since           varchar(300),
    frequency       varchar(300),
    affected        varchar(300),
    on_paper        varchar(4000),
    in_practice     varchar(4000),
    workaround      varchar(4000),

    primary key (organisation_id, signal_id),
    foreign key (organisation_id, signal_id) references signals
);

create table signal_holders (
    organisation_id uuid not null,
    signal_id       uuid not null,
    unit_id         uuid not null,
    since           date not null,

    primary key (organisation_id, signal_id, unit_id),
    foreign key (organisation_id, signal_id) references signals,
    foreign key (organisation_id, unit_id) references units
);

create index signal_holders_by_unit on signal_holders (organisation_id, unit_id, signal_id);

create table signal_conflicts (
    organisation_id uuid not null,
    signal_id       uuid not null,
    person_id       uuid not null,

    primary key (organisation_id, signal_id, person_id),
    foreign key (organisation_id, signal_id) references signals,
    foreign key (organisation_id, person_id) references people
);

create index signal_conflicts_by_person on signal_conflicts (organisation_id, person_id, signal_id);

create table promises (
    organisation_id uuid not null,
    signal_id       uuid not null,
    id              uuid not null,
    owner_unit_id   uuid not null,
    "by"            date not null,
    status          text not null,
    times_moved     integer not null,
    times_refused   integer not null,

    primary key (organisation_id, signal_id, id),
    foreign key (organisation_id, signal_id) references signals,
    foreign key (organisation_id, owner_unit_id) references units
);

create index promises_open on promises (organisation_id, owner_unit_id, "by") where status = 'Open';
create index promises_late on promises (organisation_id, "by", id) where status = 'Open';

create table timeline_entries (
    organisation_id    uuid not null,
    signal_id          uuid not null,
    seq                integer not null,
    at                 timestamptz not null,
    actor_id           uuid,
    acted_as           text not null,
    acted_for_unit_id  uuid,
    kind               varchar(40) not null,
    facts              jsonb not null,

    primary key (organisation_id, signal_id, seq),
    foreign key (organisation_id, signal_id) references signals,
    foreign key (organisation_id, actor_id) references people,
    foreign key (organisation_id, acted_for_unit_id) references units
);

create table timeline_words (
    organisation_id uuid not null,
    signal_id       uuid not null,
    seq             integer not null,

    -- JSON as text: kept as it was written, byte for byte.
    text            text not null,

    primary key (organisation_id, signal_id, seq),
    foreign key (organisation_id, signal_id, seq) references timeline_entries
);

create table readings (
    organisation_id uuid not null,
    signal_id       uuid not null,
    person_id       uuid not null,
    on_day          date not null,

    primary key (organisation_id, signal_id, person_id, on_day),
    foreign key (organisation_id, signal_id) references signals,
    foreign key (organisation_id, person_id) references people
);

-- Forms that were handled, with the outcome: a double click or a retry gets the first outcome and does nothing.
create table handled_forms (
    organisation_id uuid not null references organisations,
    person_id       uuid not null,
    form_key        uuid not null,
    outcome         jsonb,
    handled_on      date not null,

    primary key (organisation_id, person_id, form_key)
);

-- No softening: what was written is never changed, whoever asks.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'Rows of % are never changed or taken away.', tg_table_name;
end
$$;

create trigger never_changed before update or delete on timeline_entries for each row execute function refuse_change();
create trigger never_emptied before truncate on timeline_entries for each statement execute function refuse_change();
create trigger never_changed before update on timeline_words for each row execute function refuse_change();
create trigger never_changed before update on signal_contents for each row execute function refuse_change();
create trigger never_changed before update or delete on readings for each row execute function refuse_change();

alter table timeline_entries enable always trigger never_changed;
alter table timeline_entries enable always trigger never_emptied;
alter table timeline_words enable always trigger never_changed;
alter table signal_contents enable always trigger never_changed;
alter table readings enable always trigger never_changed;

grant select, insert on timeline_entries, timeline_words, signal_contents, signal_holders, signal_conflicts, readings to signaalportaal_application;
grant select, insert, update on signals, promises to signaalportaal_application;
grant select, insert, update, delete on handled_forms to signaalportaal_application;
