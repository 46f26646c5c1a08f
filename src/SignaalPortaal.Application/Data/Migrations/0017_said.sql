-- What everybody in the organisation reads of an answered signal: the text to which its reporter said yes. It is here while that yes stands,
-- and goes when what the reporter wrote goes: whoever destroys that need not know of this table.
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
    foreign key (organisation_id, signal_id) references signal_contents on delete cascade,
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
