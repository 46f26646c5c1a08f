-- What the figures of a director are made of, besides what signals and promises say of themselves. Written with each event and never afterwards: a
-- signal counts where it was raised, in the tree of that day, so that no re-organisation changes what a figure says of the past.
create table insight_signals (
    organisation_id uuid not null,
    signal_id       uuid not null,

    -- The unit where it started first, and those above it up to the top.
    raised_under    uuid[] not null,
    started_layer   varchar(40) not null,

    -- The highest layer of the line that it was taken to, by a person or by silence; not by a unit that was closed.
    reached_layer   varchar(40) not null,
    reached_depth   integer not null,

    -- Of the last answer.
    outcome         text,

    -- A term passed with nobody above to take it, and there is no answer since. Naming a later day or asking something does not change that.
    is_overdue      boolean not null default false,

    -- Taken back by its reporter: on which day, and how it stood. It counts on as if it still stood so.
    withdrawn_on    date,
    withdrawn_as    text,

    primary key (organisation_id, signal_id),
    foreign key (organisation_id, signal_id) references signals
);

create table insight_answers (
    organisation_id uuid not null,
    signal_id       uuid not null,
    seq             integer not null,
    answered_on     date not null,
    layer           varchar(40) not null,
    reason          text,
    verdict_by      date not null,

    -- The reporter's last word on it.
    verdict         text,

    primary key (organisation_id, signal_id, seq),
    foreign key (organisation_id, signal_id) references signals
);

create table insight_silences (
    organisation_id uuid not null,
    signal_id       uuid not null,
    seq             integer not null,
    happened_on     date not null,

    -- That stayed silent.
    layer           varchar(40) not null,

    primary key (organisation_id, signal_id, seq),
    foreign key (organisation_id, signal_id) references signals
);

-- What somebody who looks again within the hour gets: what was shown the first time, as JSON.
create table insight_snapshots (
    organisation_id uuid not null,
    unit_id         uuid not null,
    person_id       uuid not null,
    made_at         timestamptz not null,
    figures         text not null,

    primary key (organisation_id, unit_id, person_id),
    foreign key (organisation_id, unit_id) references units,
    foreign key (organisation_id, person_id) references people
);

-- The layer of the line that a unit belongs to, and how far that is from the top: for what is no part of the line, that of the one above it.
create function layer_of(organisation uuid, unit uuid) returns table (layer varchar(40), depth integer) language sql stable as $$
    select u.layer, (select count(*)::integer from unit_ancestors t where t.organisation_id = organisation and t.descendant_id = u.id)
    from unit_ancestors a
    join units u on u.organisation_id = organisation and u.id = a.ancestor_id and u.kind = 'Line'
    where a.organisation_id = organisation and a.descendant_id = unit
    order by a.distance
    limit 1
$$;

-- What Domain/Signals/SignalKind.cs and Domain/Organisations say; DomainInSqlTests compares them for each value there is.
create function goes_to_the_desk(kind text) returns boolean language sql immutable parallel safe as $$
    select kind in ('Aggression', 'UndesirableBehaviour', 'Wrongdoing')
$$;

create function is_of_the_line(kind text) returns boolean language sql immutable parallel safe as $$
    select kind in ('Line', 'HelpTeam')
$$;

-- What goes to the confidential desk, or to another unit outside the line, never gets a row, and so is in no figure of the line.
create function note_for_insight(entry timeline_entries) returns void language plpgsql as $$
declare
    said jsonb := entry.facts::jsonb;
    day date := (entry.at at time zone 'Europe/Amsterdam')::date;
begin
    case entry.kind
    when 'Submitted' then
        insert into insight_signals (organisation_id, signal_id, raised_under, started_layer, reached_layer, reached_depth)
        select s.organisation_id, s.id, above.units, line.layer, line.layer, line.depth
        from signals s
        join units u on u.organisation_id = s.organisation_id and u.id = (said ->> 'Unit')::uuid and is_of_the_line(u.kind)
        cross join lateral layer_of(u.organisation_id, u.id) line
        cross join lateral (
            select array_agg(a.ancestor_id order by a.distance) as units
            from unit_ancestors a
            where a.organisation_id = u.organisation_id and a.descendant_id = u.id
        ) above
        where s.organisation_id = entry.organisation_id and s.id = entry.signal_id and not goes_to_the_desk(s.kind);

    when 'Escalated' then
        update insight_signals i set
            is_overdue = false,
            reached_layer = case when line.depth < i.reached_depth then line.layer else i.reached_layer end,
            reached_depth = least(line.depth, i.reached_depth)
        from layer_of(entry.organisation_id, (said ->> 'To')::uuid) line
        where i.organisation_id = entry.organisation_id and i.signal_id = entry.signal_id;

        insert into insight_silences (organisation_id, signal_id, seq, happened_on, layer)
        select i.organisation_id, i.signal_id, entry.seq, day, u.layer
        from insight_signals i
        join units u on u.organisation_id = i.organisation_id and u.id = (said ->> 'From')::uuid
        where i.organisation_id = entry.organisation_id and i.signal_id = entry.signal_id and said ->> 'Cause' = 'BySilence';

    when 'Answered' then
        update insight_signals i set is_overdue = false, outcome = said ->> 'Outcome'
        where i.organisation_id = entry.organisation_id and i.signal_id = entry.signal_id;

        insert into insight_answers (organisation_id, signal_id, seq, answered_on, layer, reason, verdict_by)
        select i.organisation_id, i.signal_id, entry.seq, day, u.layer, said ->> 'Reason', (said ->> 'VerdictBy')::date
        from insight_signals i
        join units u on u.organisation_id = i.organisation_id and u.id = entry.acted_for_unit_id
        where i.organisation_id = entry.organisation_id and i.signal_id = entry.signal_id;

    when 'VerdictGiven' then
        update insight_answers a set verdict = said ->> 'Verdict'
        where a.organisation_id = entry.organisation_id and a.signal_id = entry.signal_id
          and a.seq = (select max(l.seq) from insight_answers l where l.organisation_id = entry.organisation_id and l.signal_id = entry.signal_id);

    when 'TermMissed' then
        update insight_signals i set is_overdue = true where i.organisation_id = entry.organisation_id and i.signal_id = entry.signal_id;

    when 'Clarified' then
        update insight_signals i set is_overdue = false where i.organisation_id = entry.organisation_id and i.signal_id = entry.signal_id;

    when 'Withdrawn' then
        update insight_signals i set withdrawn_on = day, withdrawn_as = said ->> 'Was'
        where i.organisation_id = entry.organisation_id and i.signal_id = entry.signal_id;
    end case;
end
$$;

create function note_new_event_for_insight() returns trigger language plpgsql as $$
begin
    perform note_for_insight(new);
    return null;
end
$$;

-- What was there already, as if it happened in the tree of today.
do $$
declare
    read regclass;
begin
    foreach read in array array['timeline_entries', 'signals', 'units', 'unit_ancestors']::regclass[] loop
        execute format('alter table %s no force row level security', read);
    end loop;

    perform note_for_insight(e) from (
        select * from timeline_entries
        where kind in ('Submitted', 'Escalated', 'Answered', 'VerdictGiven', 'TermMissed', 'Clarified', 'Withdrawn')
        order by organisation_id, signal_id, seq
    ) e;

    foreach read in array array['timeline_entries', 'signals', 'units', 'unit_ancestors']::regclass[] loop
        execute format('alter table %s force row level security', read);
    end loop;
end
$$;

create trigger noted_for_insight after insert on timeline_entries for each row
    when (new.kind in ('Submitted', 'Escalated', 'Answered', 'VerdictGiven', 'TermMissed', 'Clarified', 'Withdrawn')) execute function note_new_event_for_insight();

do $$
declare
    isolated regclass;
begin
    foreach isolated in array array['insight_signals', 'insight_answers', 'insight_silences', 'insight_snapshots']::regclass[] loop
        execute format('alter table %s enable row level security, force row level security', isolated);
        execute format(
            'create policy own_organisation on %s using (organisation_id = (select current_organisation()))'
            ' with check (organisation_id = (select current_organisation()))',
            isolated);
    end loop;
end
$$;

revoke execute on function layer_of, goes_to_the_desk, is_of_the_line, note_for_insight, note_new_event_for_insight from public;
grant execute on function layer_of, goes_to_the_desk, is_of_the_line, note_for_insight to signaalportaal_application;
grant select, insert, update on insight_signals, insight_answers, insight_snapshots to signaalportaal_application;
grant select, insert on insight_silences to signaalportaal_application;
