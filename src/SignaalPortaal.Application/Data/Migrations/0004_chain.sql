-- The timeline of each signal becomes a chain of hashes, and each day has an anchor for all chains of an organisation. Domain/Signals/EventChain.cs
-- says what is hashed. A node of the version before this one knows no hashes and cannot write events from here on: stop it first.

-- A part of what is hashed: its name and its bytes, each after its length in four bytes. What is missing is left out. docs/chain-format.md says what is
-- hashed; Domain/Chain/CanonicalEncoding.cs and eng/verify.py write the same bytes.
create function canonical_part(name text, part bytea) returns bytea language sql immutable as $$
    select case when part is null then ''
        else int4send(octet_length(name)) || convert_to(name, 'UTF8') || int4send(octet_length(part)) || part end
$$;

create function canonical_part(name text, part text) returns bytea language sql immutable as $$
    select canonical_part(name, convert_to(part, 'UTF8'))
$$;

create function canonical_part(name text, part uuid) returns bytea language sql immutable as $$
    select canonical_part(name, uuid_send(part))
$$;

create function canonical_part(name text, part integer) returns bytea language sql immutable as $$
    select canonical_part(name, int4send(part))
$$;

create function canonical_part(name text, part date) returns bytea language sql immutable as $$
    select canonical_part(name, to_char(part, 'YYYY-MM-DD'))
$$;

-- Only that it is so: a part without bytes.
create function canonical_part(name text, part boolean) returns bytea language sql immutable as $$
    select canonical_part(name, case when part then ''::bytea end)
$$;

-- What stands before the first event of a signal.
create function genesis_hash(organisation uuid, signal uuid) returns bytea language sql stable as $$
    select sha256(canonical_part('domain', 'SP-genesis-v2') || canonical_part('organisation', organisation) || canonical_part('signal', signal)
        || canonical_part('reference', s.reference))
    from signals s where s.organisation_id = organisation and s.id = signal
$$;

-- Of an event; the one before the first is null. PL/pgSQL keeps its plan: this is done for each event.
create function event_hash(
    previous bytea, organisation uuid, signal uuid, seq integer, kind text, at timestamptz, actor uuid, acted_as text, acted_for uuid, facts text,
    commitment bytea, state bytea)
returns bytea language plpgsql stable as $$
begin
    return sha256(
        canonical_part('domain', 'SP-event-v2') || canonical_part('previous', coalesce(previous, genesis_hash(organisation, signal)))
        || canonical_part('organisation', organisation) || canonical_part('signal', signal) || canonical_part('seq', seq) || canonical_part('kind', kind)
        || canonical_part('at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) || canonical_part('actor', actor)
        || canonical_part('acted_as', acted_as) || canonical_part('acted_for', acted_for) || canonical_part('facts', facts)
        || canonical_part('commitment', commitment) || canonical_part('state', state));
end
$$;

-- The hashes of many events in one statement: event_chain(…) over (partition by signal order by seq).
create aggregate event_chain(uuid, uuid, integer, text, timestamptz, uuid, text, uuid, text, bytea, bytea) (sfunc = event_hash, stype = bytea);

-- A salt has 32 bytes: there is no commitment with another.
create function words_commitment(salt bytea, text text) returns bytea language sql immutable as $$
    select case when octet_length(salt) = 32 then sha256(canonical_part('domain', 'SP-words-v2') || canonical_part('salt', salt) || canonical_part('text', text)) end
$$;

-- The names and texts of what is filled in, in the order of the names.
create function content_commitment(
    salt bytea, subject text, words text, rule text, since text, frequency text, affected text, on_paper text, in_practice text, workaround text)
returns bytea language sql immutable as $$
    select case when octet_length(salt) = 32 then sha256(canonical_part('domain', 'SP-content-v2') || canonical_part('salt', salt)
        || canonical_part('affected', affected) || canonical_part('frequency', frequency) || canonical_part('in_practice', in_practice)
        || canonical_part('on_paper', on_paper) || canonical_part('rule', rule) || canonical_part('since', since) || canonical_part('subject', subject)
        || canonical_part('words', words) || canonical_part('workaround', workaround)) end
$$;

-- Facts become text, to be kept byte for byte. The state is the hash of how the event left its signal: see Domain/Signals/SignalState.cs.
alter table timeline_entries
    alter facts type text,
    add commitment bytea,
    add previous_hash bytea not null,
    add hash bytea not null,
    add state bytea not null,
    add constraint hashes_have_32_bytes check (
        octet_length(previous_hash) = 32 and octet_length(hash) = 32 and octet_length(state) = 32 and octet_length(commitment) = 32);
alter table timeline_words add salt bytea not null;
alter table signal_contents add salt bytea not null;

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
        previous, new.organisation_id, new.signal_id, new.seq, new.kind, new.at, new.actor_id, new.acted_as, new.acted_for_unit_id, new.facts, new.commitment, new.state)
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

    primary key (organisation_id, on_day),
    constraint roots_and_nonces_have_32_bytes check (octet_length(nonce) = 32 and octet_length(root) = 32 and octet_length(previous_root) = 32)
);

-- The last event of each signal that has changed since the anchor before, and what was known then of who had read it.
create table anchor_heads (
    organisation_id uuid not null,
    on_day          date not null,
    signal_id       uuid not null,
    seq             integer not null,
    hash            bytea not null,

    -- Of the days before this one: how many, and their hash. Domain/Chain/Log.cs says of what.
    readings        integer not null,
    readings_hash   bytea not null,

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
