-- One clock for all nodes: that of the database. Only a demonstration sets it ahead.
create table portal_clock (
    only_row boolean primary key default true,
    ahead    interval not null default '0',

    constraint there_is_one_clock check (only_row)
);

insert into portal_clock default values;

create function portal_now() returns timestamptz language sql as $$
    select clock_timestamp() + ahead from portal_clock
$$;

alter table organisations
    add remind_half_way boolean not null default true,
    add remind_working_days_before integer not null default 2;

-- Days on which an organisation is closed, besides weekends and public holidays.
create table closed_days (
    organisation_id uuid not null references organisations,
    day             date not null,
    name            varchar(120) not null,

    primary key (organisation_id, day)
);

alter table units add closed_on date;
alter table people add mail varchar(254), add left_on date;

-- What is closed while a signal is on its way to it, refuses it: the lock waits for an organisation that is being loaded.
create function refuse_closed_unit() returns trigger language plpgsql as $$
begin
    perform from units where organisation_id = new.organisation_id and id = new.held_by_unit_id and closed_on is null for share;
    if not found then
        raise exception 'A closed unit takes no signals.' using errcode = 'check_violation', constraint = 'a_closed_unit_takes_no_signals';
    end if;
    return new;
end
$$;

create trigger a_closed_unit_takes_no_signals before insert or update of held_by_unit_id on signals
    for each row execute function refuse_closed_unit();

-- Who is away, and who acts meanwhile.
create table absences (
    organisation_id uuid not null,
    id              uuid not null,
    person_id       uuid not null,
    deputy_id       uuid not null,
    first_day       date not null,
    last_day        date not null,
    arranged_by_id  uuid not null,

    primary key (organisation_id, id),
    foreign key (organisation_id, person_id) references people,
    foreign key (organisation_id, deputy_id) references people,
    foreign key (organisation_id, arranged_by_id) references people,
    constraint an_absence_begins_before_it_ends check (first_day <= last_day),
    constraint nobody_is_their_own_deputy check (person_id <> deputy_id)
);

create index absences_by_person on absences (organisation_id, person_id, last_day);
create index absences_by_deputy on absences (organisation_id, deputy_id, last_day);

-- Who is away on a day, and who acts then, at the end of the chain of deputies. At the confidential desk only a confidential adviser (16 in
-- people.roles) can, and at oversight nobody: whoever asks for a unit looks at that.
create function stand_ins(organisation uuid, today date) returns table (person_id uuid, deputy_id uuid) language sql stable as $$
    with recursive chain (person_id, deputy_id, step) as (
        select a.person_id, a.deputy_id, 1
        from absences a
        where a.organisation_id = organisation and today between a.first_day and a.last_day
        union all
        select c.person_id, a.deputy_id, c.step + 1
        from chain c
        join absences a on a.organisation_id = organisation and a.person_id = c.deputy_id and today between a.first_day and a.last_day
        where c.step < 50
    )
    select distinct on (c.person_id) c.person_id, c.deputy_id from chain c order by c.person_id, c.step desc
$$;

-- The units for which a person acts today: the own ones, and those of whoever is away and comes to this person along the chain of deputies.
create function acts_for(organisation uuid, person uuid, today date) returns table (unit_id uuid, kind text) language sql stable as $$
    with recursive replaced (person_id) as (
        select person
        union
        select a.person_id
        from replaced r
        join absences a on a.organisation_id = organisation and a.deputy_id = r.person_id and today between a.first_day and a.last_day
    )
    select m.unit_id, case when bool_or(m.person_id = person and m.kind = 'Manager') then 'Manager' else 'Deputy' end
    from replaced r
    join mandates m on m.organisation_id = organisation and m.person_id = r.person_id
    join units u on u.organisation_id = organisation and u.id = m.unit_id
    join people p on p.organisation_id = organisation and p.id = person
    where m.person_id = person or (u.kind <> 'Oversight' and (u.kind <> 'ConfidentialDesk' or p.roles & 16 <> 0))
    group by m.unit_id
$$;

alter table signals
    -- The defaults are for nodes of the version before this one, which know nothing of them: this version looks at such a signal at once.
    add term_started_on date default current_date,
    add next_term_ends_on date,
    add update_by date,
    add remind_on date,
    add next_step_on date default current_date;

alter table promises add is_told_late boolean not null default false;

-- What was there before time acted by itself: its first step is the first day that passed or will pass.
update signals s set
    term_started_on = raised_on,
    next_step_on = least(look_again_on, due_on + 1,
        (select min("by") + 1 from promises p where p.organisation_id = s.organisation_id and p.signal_id = s.id and p.status = 'Open'));

alter table signals
    alter term_started_on set not null,
    add constraint an_open_signal_has_a_next_step check (status = 'Closed' or next_step_on is not null);

drop index signals_to_look_at_again;
create index signals_by_next_step on signals (organisation_id, next_step_on) where next_step_on is not null;

-- After aggression the desk is in touch with the reporter, four times.
create table contacts (
    organisation_id uuid not null,
    signal_id       uuid not null,
    step            text not null,
    "by"            date not null,
    status          text not null,

    primary key (organisation_id, signal_id, step),
    foreign key (organisation_id, signal_id) references signals
);

-- What a person is told, in the portal. It says what sort of thing happened to which signal, and no more.
create table messages (
    organisation_id uuid not null references organisations,
    id              uuid not null,
    person_id       uuid not null,
    signal_id       uuid not null,

    -- Of the event on the timeline; 0 for a reminder.
    seq             integer not null,
    kind            text not null,
    on_day          date not null,

    -- Only of a reminder: the last day of which it reminds. When the signal waits for another day, there is nothing to remind of any more.
    reminds_of      date,
    mail            text not null,
    digest_on       date,
    read_on         date,

    primary key (organisation_id, id),
    foreign key (organisation_id, person_id) references people,
    foreign key (organisation_id, signal_id) references signals,
    constraint one_message_of_an_event unique (organisation_id, person_id, signal_id, seq, kind, on_day)
);

create index messages_of_a_person on messages (organisation_id, person_id, on_day desc, id);
-- The worker forgets old forms again and again.
create index handled_forms_by_day on handled_forms (handled_on);

create index messages_of_a_signal on messages (organisation_id, signal_id);
create index messages_not_read on messages (organisation_id, person_id) where read_on is null;
create index messages_for_a_digest on messages (organisation_id, on_day) where mail = 'Daily' and digest_on is null;

-- What goes out by mail. It is written in the transaction of what it tells of, and sent afterwards.
create table mails (
    organisation_id uuid not null references organisations,
    id              uuid not null,
    person_id       uuid not null,

    -- Null for a digest.
    message_id      uuid,

    -- The day of a digest; null for a mail about one message.
    digest_on       date,
    is_urgent       boolean not null,

    -- On the clock of the portal.
    send_after      timestamptz not null,
    state           text not null,
    attempts        integer not null default 0,

    -- On the clock of the database, which nobody sets ahead: until then a node is at it.
    leased_until    timestamptz,

    -- What the mail server said last, as a code and the class of the problem; never an address.
    problem         varchar(200),

    primary key (organisation_id, id),
    foreign key (organisation_id, person_id) references people,
    foreign key (organisation_id, message_id) references messages,
    constraint one_mail_of_a_message unique (organisation_id, message_id),
    constraint one_digest_a_day unique (organisation_id, person_id, digest_on),
    constraint a_mail_is_about_a_message_or_a_day check ((message_id is null) <> (digest_on is null))
);

create index mails_to_send on mails (send_after) where state = 'Waiting';
create index mails_refused on mails (organisation_id) where state = 'Refused';

-- How a person wants to get which messages; without a line the default of the portal holds.
create table mail_choices (
    organisation_id uuid not null,
    person_id       uuid not null,
    message_group   text not null,
    mail            text not null,

    primary key (organisation_id, person_id, message_group),
    foreign key (organisation_id, person_id) references people
);

-- Only a demonstration sets it ahead, and gets the right to when it starts.
grant select on portal_clock to signaalportaal_application;
grant select, insert, update, delete on closed_days, absences, mail_choices to signaalportaal_application;
grant select, insert, update on contacts, messages, mails to signaalportaal_application;
