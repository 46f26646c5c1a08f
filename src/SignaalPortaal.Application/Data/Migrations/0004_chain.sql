-- The timeline of each signal becomes a chain of hashes, and each day has an anchor for all chains of an organisation. Domain/Signals/EventChain.cs
-- says what is hashed. A node of the version before this one knows no hashes and cannot write events from here on: stop it first.

-- A part of what is hashed: its length in four bytes, and the part. What is missing is empty.
create function canon(part bytea) returns bytea language sql immutable as $$
    select int4send(coalesce(octet_length(part), 0)) || coalesce(part, '')
$$;

create function canon(part text) returns bytea language sql immutable as $$
    select canon(convert_to(part, 'UTF8'))
$$;

create function genesis_hash(organisation uuid, signal uuid) returns bytea language sql immutable as $$
    select sha256(canon('SP-genesis-v1') || canon(uuid_send(organisation)) || canon(uuid_send(signal)))
$$;

-- Of an event; the one before the first is null.
create function event_hash(
    previous bytea, organisation uuid, signal uuid, seq integer, kind text, at timestamptz, actor uuid, acted_as text, acted_for uuid, facts text,
    commitment bytea)
returns bytea language sql stable as $$
    select sha256(
        canon('SP-event-v1') || canon(coalesce(previous, genesis_hash(organisation, signal))) || canon(uuid_send(organisation)) || canon(uuid_send(signal))
        || canon(int4send(seq)) || canon(kind) || canon(to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
        || canon(uuid_send(actor)) || canon(acted_as) || canon(uuid_send(acted_for)) || canon(facts) || canon(commitment))
$$;

-- The hashes of many events in one statement: event_chain(…) over (partition by signal order by seq).
create aggregate event_chain(uuid, uuid, integer, text, timestamptz, uuid, text, uuid, text, bytea) (sfunc = event_hash, stype = bytea);

create function words_commitment(salt bytea, text text) returns bytea language sql immutable as $$
    select sha256(salt || convert_to(text, 'UTF8'))
$$;

-- The names and texts of what is filled in, in the order of the names.
create function filled_in(name text, value text) returns bytea language sql immutable as $$
    select case when value is null then '' else canon(name) || canon(value) end
$$;

create function content_commitment(
    salt bytea, subject text, words text, rule text, since text, frequency text, affected text, on_paper text, in_practice text, workaround text)
returns bytea language sql immutable as $$
    select sha256(salt
        || filled_in('affected', affected) || filled_in('frequency', frequency) || filled_in('in_practice', in_practice)
        || filled_in('on_paper', on_paper) || filled_in('rule', rule) || filled_in('since', since) || filled_in('subject', subject)
        || filled_in('words', words) || filled_in('workaround', workaround))
$$;

-- What is there already gets its chain as it stands. Facts become text, to be kept byte for byte.
alter table timeline_entries disable trigger never_changed;
alter table timeline_words disable trigger never_changed;
alter table signal_contents disable trigger never_changed;

alter table timeline_entries
    alter facts type text,
    add commitment bytea,
    add previous_hash bytea,
    add hash bytea;
alter table timeline_words add salt bytea;
alter table signal_contents add salt bytea;

-- 244 random bits.
update timeline_words set salt = uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
update signal_contents set salt = uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());

update timeline_entries e set commitment = words_commitment(w.salt, w.text)
from timeline_words w where (w.organisation_id, w.signal_id, w.seq) = (e.organisation_id, e.signal_id, e.seq);

update timeline_entries e
set commitment = content_commitment(c.salt, c.subject, c.words, c.rule, c.since, c.frequency, c.affected, c.on_paper, c.in_practice, c.workaround)
from signal_contents c where (c.organisation_id, c.signal_id) = (e.organisation_id, e.signal_id) and e.seq = 1;

update timeline_entries e
set hash = chained.hash, previous_hash = coalesce(chained.previous, genesis_hash(e.organisation_id, e.signal_id))
from (
    select organisation_id, signal_id, seq, hash, lag(hash) over (partition by organisation_id, signal_id order by seq) as previous
    from (
        select organisation_id, signal_id, seq,
            event_chain(organisation_id, signal_id, seq, kind, at, actor_id, acted_as, acted_for_unit_id, facts, commitment)
                over (partition by organisation_id, signal_id order by seq) as hash
        from timeline_entries
    ) hashed
) chained
where (chained.organisation_id, chained.signal_id, chained.seq) = (e.organisation_id, e.signal_id, e.seq);

alter table timeline_entries
    alter previous_hash set not null,
    alter hash set not null;
alter table timeline_words alter salt set not null;
alter table signal_contents alter salt set not null;

alter table timeline_entries enable always trigger never_changed;
alter table timeline_words enable always trigger never_changed;
alter table signal_contents enable always trigger never_changed;

-- The application writes the hashes; the database makes them again and compares. That the event is the next one follows from the one before it, which
-- must be there, and from the primary key.
create function refuse_broken_chain() returns trigger language plpgsql as $$
declare
    previous bytea;
begin
    if new.seq = 1 then
        previous := genesis_hash(new.organisation_id, new.signal_id);
    else
        select hash into previous from timeline_entries
        where organisation_id = new.organisation_id and signal_id = new.signal_id and seq = new.seq - 1;
    end if;
    if previous is null or new.previous_hash <> previous or new.hash <> event_hash(
        previous, new.organisation_id, new.signal_id, new.seq, new.kind, new.at, new.actor_id, new.acted_as, new.acted_for_unit_id, new.facts, new.commitment)
    then
        raise exception 'An event goes on from the one before it.' using errcode = 'check_violation', constraint = 'an_event_goes_on_from_the_one_before';
    end if;
    return new;
end
$$;

create trigger an_event_goes_on_from_the_one_before before insert on timeline_entries for each row execute function refuse_broken_chain();

create function refuse_other_words() returns trigger language plpgsql as $$
begin
    perform from timeline_entries
    where organisation_id = new.organisation_id and signal_id = new.signal_id and seq = new.seq and commitment = words_commitment(new.salt, new.text);
    if not found then
        raise exception 'Words are those to which their event commits.' using errcode = 'check_violation', constraint = 'words_are_those_of_their_event';
    end if;
    return new;
end
$$;

create trigger words_are_those_of_their_event before insert on timeline_words for each row execute function refuse_other_words();

-- At the end of the transaction: the first event may come after it.
create function refuse_other_content() returns trigger language plpgsql as $$
begin
    perform from timeline_entries
    where organisation_id = new.organisation_id and signal_id = new.signal_id and seq = 1 and commitment = content_commitment(
        new.salt, new.subject, new.words, new.rule, new.since, new.frequency, new.affected, new.on_paper, new.in_practice, new.workaround);
    if not found then
        raise exception 'What the reporter wrote is what the first event commits to.' using errcode = 'check_violation', constraint = 'a_signal_is_what_its_first_event_says';
    end if;
    return null;
end
$$;

create constraint trigger a_signal_is_what_its_first_event_says after insert on signal_contents deferrable initially deferred
    for each row execute function refuse_other_content();

alter table timeline_entries enable always trigger an_event_goes_on_from_the_one_before;
alter table timeline_words enable always trigger words_are_those_of_their_event;
alter table signal_contents enable always trigger a_signal_is_what_its_first_event_says;

-- One per organisation per day in the Netherlands, also when nothing happened. Domain/Signals/AnchorRoot.cs says what the root is; it is signed with
-- ECDSA (P-384, SHA-384, as DER) by a key that is not in the database, and published without its heads.
create table anchors (
    organisation_id uuid not null references organisations,
    on_day          date not null,
    nonce           bytea not null,

    -- Null of the first one.
    previous_root   bytea,
    root            bytea not null,
    signature       bytea not null,

    primary key (organisation_id, on_day)
);

-- The last event of each signal that has changed since the anchor before.
create table anchor_heads (
    organisation_id uuid not null,
    on_day          date not null,
    signal_id       uuid not null,
    seq             integer not null,
    hash            bytea not null,

    primary key (organisation_id, on_day, signal_id),

    -- The root is made of the heads, so they come first.
    foreign key (organisation_id, on_day) references anchors deferrable initially deferred,
    foreign key (organisation_id, signal_id, seq) references timeline_entries
);

create index anchor_heads_by_signal on anchor_heads (organisation_id, signal_id, on_day);

create trigger never_changed before update or delete on anchors for each row execute function refuse_change();
create trigger never_emptied before truncate on anchors for each statement execute function refuse_change();
create trigger never_changed before update or delete on anchor_heads for each row execute function refuse_change();
create trigger never_emptied before truncate on anchor_heads for each statement execute function refuse_change();

alter table anchors enable always trigger never_changed;
alter table anchors enable always trigger never_emptied;
alter table anchor_heads enable always trigger never_changed;
alter table anchor_heads enable always trigger never_emptied;

grant select, insert on anchors, anchor_heads to signaalportaal_application;
