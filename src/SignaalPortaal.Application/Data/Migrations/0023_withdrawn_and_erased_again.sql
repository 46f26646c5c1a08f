-- What a reporter who takes a signal back says of why: whether somebody asked for it. Only confidential advisers read it. Each signal that is taken back has a
-- row, whatever the answer is, and the answer is sealed: neither a row nor its size tells anything.
create table withdrawal_answers (
    organisation_id uuid not null,
    signal_id       uuid not null,

    -- Of the key of the organisation.
    version         integer not null,
    sealed          bytea not null,

    primary key (organisation_id, signal_id),
    foreign key (organisation_id, signal_id) references signals,
    foreign key (organisation_id, version) references organisation_keys
);

-- What was destroyed in a later life of this database, which was put back from an older copy. Only whoever owns the tables says so; then it goes again.
create table erased_before (
    organisation_id uuid not null,
    signal_id       uuid not null,
    list_id         uuid not null,
    ground          text not null,
    closed_because  text not null,
    erased_on       date not null,

    primary key (organisation_id, signal_id),
    foreign key (organisation_id, signal_id) references signals
);

do $$
declare
    isolated regclass;
begin
    foreach isolated in array array['withdrawal_answers', 'erased_before']::regclass[] loop
        execute format('alter table %s enable row level security, force row level security', isolated);
        execute format(
            'create policy own_organisation on %s using (organisation_id = (select current_organisation()))'
            ' with check (organisation_id = (select current_organisation()))',
            isolated);
    end loop;
end
$$;

grant select, insert on withdrawal_answers to signaalportaal_application;
grant select on erased_before to signaalportaal_application;
