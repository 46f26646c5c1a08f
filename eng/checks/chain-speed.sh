#!/usr/bin/env bash
# How long `verify` takes for a million events, on a throwaway database:
#   PGHOST=… PGPORT=… PGUSER=… bash eng/checks/chain-speed.sh [signals] [events of each]
# Small: bash eng/checks/chain-speed.sh 300 8
# Fails when it takes a minute or more, or when it does not find one changed letter.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=eng/program.sh
source eng/program.sh

signals=${1:-100000} events_each=${2:-10} most_seconds=60
bent=$(printf '%08X' $((signals / 2)))
database="chain_speed_$$"
work=$(mktemp -d)
export ConnectionStrings__Portal="Host=${PGHOST:-127.0.0.1};Port=${PGPORT:-5432};Username=${PGUSER:-postgres};Database=$database"
export Keys__Folder="$work/keys" ASPNETCORE_ENVIRONMENT=Development PGDATABASE=postgres

program=$PWD/$(program_of src/SignaalPortaal.Web)
portal() { (cd "$work" && dotnet "$program" "$@"); }
sql() { psql -X -q -v ON_ERROR_STOP=1 -d "$database" "$@"; }
trap 'psql -X -q -c "drop database if exists $database with (force)"; rm -rf "$work"' EXIT

psql -X -q -c "create database $database"
portal make-keys "$work/keys"
portal migrate

sql -v signals="$signals" -v events_each="$events_each" <<'SQL'
begin;
-- The chain is made by the same functions with which the triggers check it.
alter table timeline_entries disable trigger user;
alter table timeline_words disable trigger user;
alter table signal_contents disable trigger user;
insert into organisations (id, name, address) values (gen_random_uuid(), 'Snelheid', 'snelheid');
insert into units (organisation_id, id, code, name, layer, kind) select id, gen_random_uuid(), 'B', 'Bestuur', 'Bestuur', 'Line' from organisations;
insert into signals (organisation_id, id, reference, kind, risk, raised_on, status, held_by_unit_id, due_on, answer_by, version)
select u.organisation_id, gen_random_uuid(), lpad(upper(to_hex(n)), 8, '0'), 'Idea', 'Low', current_date, 'New', u.id, current_date, current_date, gen_random_uuid()
from units u, generate_series(1, :signals) n;
insert into signal_contents (organisation_id, signal_id, subject, words, salt)
select organisation_id, id, 'Brief', 'Een brief die niemand begrijpt, over ' || reference, uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) from signals;
create temp table told on commit drop as
select organisation_id, id as signal_id, seq, now() + seq * interval '1 hour' as at, uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) as salt, state,
    case when seq = 1 then 'Submitted' else 'FactsAdded' end as kind,
    case when seq = 1 then '{"Kind":"Idea","Risk":"Low"}' else '{}' end as facts,
    case when seq > 1 then json_build_object('Facts', 'Er is weer een brief gekomen, nummer ' || seq)::text end as words
from (select *, signal_state(organisation_id, id) as state from signals offset 0) signals, generate_series(1, :events_each) seq;
insert into timeline_entries (organisation_id, signal_id, seq, at, acted_as, kind, facts, commitment, previous_hash, hash, state)
select organisation_id, signal_id, seq, at, 'Portal', kind, facts, commitment,
    coalesce(lag(hash) over (partition by signal_id order by seq), genesis_hash(organisation_id, signal_id)), hash, state
from (
    select *, event_chain(organisation_id, signal_id, seq, kind, at, null, 'Portal', null, facts, commitment, state) over (partition by signal_id order by seq) as hash
    from (
        select t.*, case when seq = 1 then content_commitment(c.salt, c.subject, c.words, null, null, null, null, null, null, null)
            else words_commitment(t.salt, t.words) end as commitment
        from told t join signal_contents c using (organisation_id, signal_id)
    ) committed
) chained
order by signal_id, seq;
insert into timeline_words (organisation_id, signal_id, seq, text, salt)
select organisation_id, signal_id, seq, words, salt from told where words is not null order by signal_id, seq;
commit;
vacuum analyze signals, signal_contents, timeline_entries, timeline_words;
SQL

started=$(date +%s.%N)
portal verify
seconds=$(awk -v started="$started" -v now="$(date +%s.%N)" 'BEGIN { printf "%.1f", now - started }')
echo "$((signals * events_each)) events in $seconds seconds, on $(nproc) cores"

sql -c "update timeline_words set text = replace(text, 'weer', 'veer') where seq = 7 and signal_id = (select id from signals where reference = '$bent')"
if portal verify >"$work/bent"; then
    echo "A changed letter was not found."
    exit 1
fi
grep -q "signal $bent, event 7: its words were changed" "$work/bent"
awk -v seconds="$seconds" -v most="$most_seconds" 'BEGIN { exit seconds >= most }' || { echo "That is too slow: $most_seconds seconds is the most."; exit 1; }
