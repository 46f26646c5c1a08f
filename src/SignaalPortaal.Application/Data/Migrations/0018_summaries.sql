-- Short summaries for the union, the works council and HR. A summary is a text of its own; all that is done with it is added and nothing is changed:
-- the application may only select and insert.
create table summaries (
    organisation_id     uuid not null references organisations,
    id                  uuid not null,
    year                integer not null,
    quarter_number      integer not null,
    theme               text not null,
    written_by_id       uuid not null,
    needs_second_reader boolean not null,

    primary key (organisation_id, id),
    foreign key (organisation_id, written_by_id) references people,
    constraint a_year_has_four_quarters check (quarter_number between 1 and 4)
);

create table summary_steps (
    organisation_id uuid not null,
    summary_id      uuid not null,
    seq             integer not null,
    kind            text not null,
    person_id       uuid not null,
    on_day          date not null,
    text            varchar(2000),
    stop_by         date,
    reason          varchar(300),

    primary key (organisation_id, summary_id, seq),
    foreign key (organisation_id, summary_id) references summaries,
    foreign key (organisation_id, person_id) references people,
    constraint only_a_judgement_has_a_day_to_stop check (stop_by is null or kind in ('Approved', 'ReadAgain')),
    constraint what_is_sent_back_has_a_reason check ((kind = 'SentBack') = (reason is not null))
);

create index summaries_with_reporters on summary_steps (organisation_id, stop_by) where stop_by is not null;

-- A signal is in one summary, once and for all.
create table summary_signals (
    organisation_id uuid not null,
    summary_id      uuid not null,
    signal_id       uuid not null,

    primary key (organisation_id, summary_id, signal_id),
    foreign key (organisation_id, summary_id) references summaries,
    foreign key (organisation_id, signal_id) references signals,
    constraint a_signal_is_in_one_summary unique (organisation_id, signal_id)
);

-- The reporter of this signal stopped the summary. No day and no person: of a reporter without a name there is nothing to keep.
create table summary_stops (
    organisation_id uuid not null,
    summary_id      uuid not null,
    signal_id       uuid not null,

    primary key (organisation_id, summary_id, signal_id),
    foreign key (organisation_id, summary_id, signal_id) references summary_signals
);

-- How the organisation writes its dossiers and personnel numbers, such as INK-#######.
create table number_templates (
    organisation_id uuid not null references organisations,
    shape           varchar(30) not null,
    kind            text not null,

    primary key (organisation_id, shape)
);

do $$
declare
    isolated text;
begin
    foreach isolated in array array['summaries', 'summary_steps', 'summary_signals', 'summary_stops', 'number_templates'] loop
        execute format('alter table %I enable row level security, force row level security', isolated);
        execute format(
            'create policy own_organisation on %I using (organisation_id = (select current_organisation()))'
            ' with check (organisation_id = (select current_organisation()))',
            isolated);
    end loop;
end
$$;

-- Drafts and what was said of them go with the words of a signal that they are about; the text that was published is about several and stays.
create function forget_drafts() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    update summary_steps d set text = null, reason = case when d.reason is not null then '' end
    from summary_signals s
    where s.organisation_id = old.organisation_id and s.signal_id = old.signal_id and d.organisation_id = s.organisation_id and d.summary_id = s.summary_id
      and (d.seq < (select max(l.seq) from summary_steps l where l.organisation_id = d.organisation_id and l.summary_id = d.summary_id and l.text is not null)
           or exists (select from summary_stops x where x.organisation_id = d.organisation_id and x.summary_id = d.summary_id)
           or not exists (select from summary_steps l where l.organisation_id = d.organisation_id and l.summary_id = d.summary_id and l.stop_by is not null));
    return null;
end
$$;

revoke execute on function forget_drafts from public;
create trigger drafts_go_with_the_words after delete on signal_contents for each row execute function forget_drafts();

grant select, insert on summaries, summary_steps, summary_signals, summary_stops to signaalportaal_application;
grant select, insert, delete on number_templates to signaalportaal_application;
