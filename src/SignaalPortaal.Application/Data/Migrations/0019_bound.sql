-- What somebody relies on beside the timeline is bound to it: each event holds the hash of how it left its signal, and each anchor how far each log of the
-- organisation was. Domain/Signals/SignalState.cs and Domain/Chain/Log.cs say what is hashed; docs/chain-format.md describes it.

-- As Signal has it now. Left out: what says when the portal looks at it again, until when the line does not see it, and which unit a promise is of, which
-- follows the tree of units.
create function signal_state(organisation uuid, signal uuid) returns bytea language plpgsql stable as $$
begin
    return (select sha256(
        canonical_part('domain', 'SP-state-v2') || canonical_part('reporter', s.reporter_id) || canonical_part('disclosure', s.disclosure)
        || canonical_part('kind', s.kind) || canonical_part('risk', s.risk) || canonical_part('theme', s.theme) || canonical_part('sealed', s.is_sealed)
        || canonical_part('raised_on', s.raised_on) || canonical_part('status', s.status) || canonical_part('closed_because', s.closed_because)
        || canonical_part('held_by', s.held_by_unit_id) || canonical_part('due_on', s.due_on) || canonical_part('answer_by', s.answer_by)
        || canonical_part('look_again_on', s.look_again_on) || canonical_part('next_term_ends_on', s.next_term_ends_on)
        || canonical_part('update_by', s.update_by) || canonical_part('closed_on', s.closed_on) || canonical_part('held_for_law', s.is_held_for_law)
        || canonical_part('erasure_asked_on', s.erasure_asked_on) || canonical_part('erased_on', s.erased_on)
        || canonical_part('erased_because', s.erased_because)
        || coalesce((
            select string_agg(canonical_part('holder', canonical_part('unit', h.unit_id) || canonical_part('since', h.since)), '' order by h.unit_id)
            from signal_holders h where h.organisation_id = organisation and h.signal_id = signal), '')
        || coalesce((
            select string_agg(canonical_part('conflict', c.person_id), '' order by c.person_id)
            from signal_conflicts c where c.organisation_id = organisation and c.signal_id = signal), '')
        || coalesce((
            select string_agg(
                canonical_part('promise', canonical_part('id', p.id) || canonical_part('by', p."by") || canonical_part('status', p.status)
                    || canonical_part('times_moved', p.times_moved) || canonical_part('times_refused', p.times_refused)
                    || canonical_part('told_late', p.is_told_late)),
                '' order by p.id)
            from promises p where p.organisation_id = organisation and p.signal_id = signal), '')
        || coalesce((
            select string_agg(
                canonical_part('contact', canonical_part('step', t.step) || canonical_part('by', t."by") || canonical_part('status', t.status)),
                '' order by t.step collate "C")
            from contacts t where t.organisation_id = organisation and t.signal_id = signal), ''))
    from signals s where s.organisation_id = organisation and s.id = signal);
end
$$;

-- At the end of the transaction: an event says how it leaves the signal, and that is how the signal is left.
create function refuse_another_state() returns trigger language plpgsql as $$
begin
    if not exists (
            select from timeline_entries e where e.organisation_id = new.organisation_id and e.signal_id = new.signal_id and e.seq > new.seq)
        and new.state <> signal_state(new.organisation_id, new.signal_id) then
        raise exception 'A signal is as its last event says.' using errcode = 'check_violation', constraint = 'a_signal_is_as_its_last_event_says';
    end if;
    return null;
end
$$;

create constraint trigger a_signal_is_as_its_last_event_says after insert on timeline_entries deferrable initially deferred
    for each row execute function refuse_another_state();
alter table timeline_entries enable always trigger a_signal_is_as_its_last_event_says;

-- Of who read a signal before this day, on which day and how; Domain/Chain/Log.cs says the same.
create function readings_hash(organisation uuid, signal uuid, before date) returns bytea language sql stable as $$
    select sha256(
        canonical_part('domain', 'SP-readings-v2') || canonical_part('organisation', organisation) || canonical_part('signal', signal)
        || coalesce(string_agg(
            canonical_part('reading', canonical_part('day', r.on_day) || canonical_part('person', r.person_id) || canonical_part('through', r.through)),
            '' order by r.on_day, r.person_id nulls first, r.through collate "C"), ''))
    from readings r where r.organisation_id = organisation and r.signal_id = signal and r.on_day < before
$$;

-- How far each log of the organisation was when the anchor was made.
create table anchor_logs (
    organisation_id uuid not null,
    on_day          date not null,
    name            text not null,
    count           integer not null,
    hash            bytea not null,

    primary key (organisation_id, on_day, name),
    foreign key (organisation_id, on_day) references anchors deferrable initially deferred
);

create trigger never_changed before update or delete on anchor_logs for each row execute function refuse_change();
create trigger never_emptied before truncate on anchor_logs for each statement execute function refuse_change();
alter table anchor_logs enable always trigger never_changed, enable always trigger never_emptied;

alter table anchor_logs enable row level security, force row level security;
create policy own_organisation on anchor_logs using (organisation_id = (select current_organisation())) with check (organisation_id = (select current_organisation()));
grant select, insert on anchor_logs to signaalportaal_application;

revoke execute on function signal_state, readings_hash, refuse_another_state from public;
grant execute on function signal_state, readings_hash to signaalportaal_application;
