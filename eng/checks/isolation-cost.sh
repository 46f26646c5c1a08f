#!/usr/bin/env bash
# What row level security costs on the queue of a unit: bash eng/checks/isolation-cost.sh [signals per organisation] [organisations] [rounds] [seconds]
# Small: bash eng/checks/isolation-cost.sh 500 3 1 1
#
# On a PostgreSQL of its own with a million signals of 50 organisations, four clients at a time, as the running portal. Fails when the queue
# costs more than a fifth more with row level security than without, which is judged of five rounds or more. Takes about eight minutes, most of it to make the
# signals.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
# shellcheck source=eng/postgres.sh
source eng/postgres.sh
# shellcheck source=eng/program.sh
source eng/program.sh

signals=${1:-20000}
organisations=${2:-50}
units=200
rounds=${3:-5}
seconds=${4:-10}
most=20

cluster=
declare -A speeds

main() {
    local round way
    trap clean_up EXIT
    make_database

    for ((round = 1; round <= rounds; round++)); do
        for way in with without bare; do
            speeds[$way]+="$(speed "$way") "
        done
    done

    row_level_security enable
    echo "The statements of the queue, as the database does them with row level security:"
    sed -e 's/^\(SELECT\)/explain (costs off) \1/' -e '/^\\set/d' -e "s/:organisation/2/g; s/:unit/$((units / 2))/g" eng/checks/queue.sql | psql portal_running --tuples-only --no-align
    judge
}

make_database() {
    require_postgres "It is for this check only."
    [[ -x $postgres_programs/pgbench ]] || die "pgbench is needed; it comes with PostgreSQL."
    cluster=$(as_postgres mktemp -d /tmp/signaalportaal-check.XXXXXX)
    make_cluster "$cluster" portal --auth=trust --no-sync
    port=$(free_postgres_port)
    start_cluster "$cluster" "$port" -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=1GB -c max_wal_size=8GB
    psql portal --dbname=postgres -c "create database load"

    ConnectionStrings__Portal="Host=127.0.0.1;Port=$port;Database=load;Username=portal" ASPNETCORE_ENVIRONMENT=Development Keys__Folder="$cluster/keys" \
        dotnet "$(program_of src/SignaalPortaal.Web)" migrate
    psql portal -v signals="$signals" -v units="$units" -v people=$((units * 10)) -f eng/load/signals.sql
    psql portal -v organisations="$organisations" -f eng/load/organisations.sql
    psql portal -c "create role portal_running login in role signaalportaal_application"
}

psql() {
    local user=$1
    shift
    "$postgres_programs/psql" --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --host=127.0.0.1 --port="$port" --username="$user" --dbname=load "$@"
}

# In queues per second: with it, without it but in the same transactions, or without either.
speed() {
    local script=$cluster/queue.sql
    case $1 in
        with) row_level_security enable ;;
        *) row_level_security disable ;;
    esac
    if [[ $1 == bare ]]; then
        sed -e '/^begin;$/d' -e '/^commit;$/d' -e '/set_config/d' eng/checks/queue.sql >"$script"
    else
        cp eng/checks/queue.sql "$script"
    fi

    "$postgres_programs/pgbench" --no-vacuum --host=127.0.0.1 --port="$port" --username=portal_running --client=4 --time="$seconds" \
        --define=organisations="$organisations" --define=units="$units" --file="$script" load 2>/dev/null | sed -n 's/^tps = \([0-9.]*\).*/\1/p'
}

row_level_security() {
    psql portal -v change="$1" <<'SQL'
select format('alter table %s %s row level security', t.oid::regclass, :'change')
from pg_class t
join pg_attribute a on a.attrelid = t.oid and a.attname = 'organisation_id'
where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' \gexec
SQL
}

judge() {
    local with without bare cost
    with=$(median with) without=$(median without) bare=$(median bare)
    cost=$(awk -v with="$with" -v without="$without" 'BEGIN { printf "%.1f", 100 * (without - with) / without }')
    echo "Queues per second, the middle one of $rounds rounds: $with with row level security, $without without it, $bare without a transaction too."
    echo "Row level security costs $cost % ($most % at most)."
    awk -v cost="$cost" -v most="$most" -v judged="$((rounds >= 5))" 'BEGIN { exit judged && cost > most }'
}

median() {
    # shellcheck disable=SC2086 # they are words
    printf '%s\n' ${speeds[$1]} | sort -n | sed -n "$(((rounds + 1) / 2))p"
}

# shellcheck disable=SC2317 # the trap calls it
clean_up() {
    if [[ -n $cluster ]]; then
        stop_cluster "$cluster"
        rm -rf "$cluster"
    fi
}

main "$@"
