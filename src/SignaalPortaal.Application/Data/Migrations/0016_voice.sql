-- What reporters gave to the union or the works council to speak on their behalf. Beside the timeline, which is read by those who must not know of it.
-- It goes when what the reporter wrote goes: whoever destroys that need not know of this table.
create table entrustments (
    organisation_id uuid not null,
    signal_id       uuid not null,
    id              uuid not null,
    spokesperson    text not null,
    text            text not null,

    -- Only when the reporter wrote another text for this; in sealed when the signal is.
    words           text,
    sealed          text,
    with_outcome    boolean not null,
    with_name       boolean not null,

    -- The first and the last day on which it can be read.
    from_day        date not null,
    until_day       date not null,

    -- Taken back, or another was given in its place.
    ended_on        date,

    primary key (organisation_id, signal_id, id),
    foreign key (organisation_id, signal_id) references signal_contents on delete cascade
);

create unique index one_entrustment_at_a_time on entrustments (organisation_id, signal_id, spokesperson) where ended_on is null;

-- To find what somebody can read, and a single one of those.
create index entrustments_to_read on entrustments (organisation_id, spokesperson, until_day, id) where ended_on is null;

-- What was given stays as it was given, and what is over stays over.
create function refuse_another_entrustment() returns trigger language plpgsql as $$
begin
    if old.ended_on is not null or to_jsonb(new) - 'ended_on' is distinct from to_jsonb(old) - 'ended_on' then
        raise exception 'What was given stays as it was given, and what is over stays over.';
    end if;
    return new;
end
$$;

revoke execute on function refuse_another_entrustment from public;

create trigger stays_as_it_was_given before update on entrustments for each row execute function refuse_another_entrustment();
alter table entrustments enable always trigger stays_as_it_was_given;

alter table entrustments enable row level security, force row level security;
create policy own_organisation on entrustments using (organisation_id = (select current_organisation())) with check (organisation_id = (select current_organisation()));

grant select, insert, update (ended_on) on entrustments to signaalportaal_application;
