#!/usr/bin/env bash
# Whether slow connections keep others out: bash eng/checks/slow.sh [slow connections] [visits]
# Small: bash eng/checks/slow.sh 12 3
#
# On this machine only, with a PostgreSQL of its own or the one in SIGNAALPORTAAL_TEST_POSTGRES, and the limits that the portal has in earnest. While 200
# connections are slow, each in one of seven ways, an anonymous visitor and somebody who is signed in ask for their pages. Of these the 95th percentile must
# be under a second; with fewer than 50 slow connections only the answers are judged. It ends within three minutes.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
# shellcheck source=eng/postgres.sh
source eng/postgres.sh
# shellcheck source=eng/program.sh
source eng/program.sh

cluster=
portal=
database=portal_slow_$$
folder=$(mktemp -d)
clean_up() {
    if [[ -n $portal ]]; then
        kill -TERM "$portal" 2>/dev/null || true
        wait "$portal" 2>/dev/null || true
    fi
    if [[ -n $cluster ]]; then
        stop_cluster "$cluster"
        rm -rf "$cluster"
    else
        "${psql[@]}" -c "drop database if exists $database with (force)" || true
    fi
    rm -rf "$folder"
}
trap clean_up EXIT

command -v python3 >/dev/null || die "Python 3 is needed: sudo apt-get install python3."
require_postgres "Another way: a connection string to your own server in SIGNAALPORTAAL_TEST_POSTGRES."
if [[ -z ${SIGNAALPORTAAL_TEST_POSTGRES:-} ]]; then
    cluster=$(as_postgres mktemp -d /tmp/signaalportaal-slow.XXXXXX)
    make_cluster "$cluster" portal --auth=trust --no-sync
    port=$(free_postgres_port)
    start_cluster "$cluster" "$port"
    SIGNAALPORTAAL_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=portal;Database=postgres"
fi

setting() { sed -n "s/.*\(^\|;\)$1=\([^;]*\).*/\2/p" <<<"$SIGNAALPORTAAL_TEST_POSTGRES"; }
export PGHOST PGPORT PGUSER PGPASSWORD
PGHOST=$(setting Host) PGPORT=$(setting Port) PGUSER=$(setting Username) PGPASSWORD=$(setting Password)
psql=("$postgres_programs/psql" --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --dbname=postgres)
"${psql[@]}" -c "create database $database"

# The organisation is there, so that the demonstration does not first let a year go by.
program=$(realpath "$(program_of src/SignaalPortaal.Web)")
export ConnectionStrings__Portal="$SIGNAALPORTAAL_TEST_POSTGRES;Database=$database" Keys__Folder=$folder/keys ASPNETCORE_ENVIRONMENT=Demo DOTNET_DbgEnableMiniDump=0
cd "$(dirname "$program")"
dotnet "$program" load-organisation "Dienst Inkomenssteun" Demo/units.csv Demo/people.csv >"$folder/log" || die "$(<"$folder/log")"
person=$("$postgres_programs/psql" --no-psqlrc --quiet -At --dbname="$database" -c "select id from people order by number limit 1")
address=$("$postgres_programs/psql" --no-psqlrc --quiet -At --dbname="$database" -c "select address from organisations")
listen=$(free_port 5790)
ASPNETCORE_URLS=http://127.0.0.1:$listen dotnet "$program" >"$folder/log" 2>&1 &
portal=$!
for _ in {1..120}; do
    if ASPNETCORE_URLS=http://127.0.0.1:$listen dotnet "$program" health --ready; then
        break
    fi
    kill -0 "$portal" 2>/dev/null || die "$(<"$folder/log")"
    sleep 0.5
done

cd - >/dev/null
python3 eng/checks/slow.py "$listen" "$address" "$person" "${1:-200}" "${2:-40}"
