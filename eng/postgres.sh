# shellcheck shell=bash
# Small: with eng/run.sh
# PostgreSQL for run.sh and test.sh, which source this file: find or install its programs, make a cluster, start it and stop it.
# A cluster is a folder with the server's `data` and its `log`.

postgres_user=postgres
apt_is_updated=no

die() {
    printf '%s\n' "$@" >&2
    exit 1
}

# Finds PostgreSQL 15 or newer, and installs it when that is possible. The arguments say what to do when it is not.
require_postgres() {
    # Settings such as PGHOST or PGDATA are meant for another server.
    unset "${!PG@}"

    find_postgres newest && return
    can_install && install_postgres && find_postgres newest && return
    die "PostgreSQL 15 or newer is needed, and its server was not found on this machine." \
        "It is installed by itself on Debian for root; otherwise: sudo apt-get install postgresql" "$@"
}

# Sets postgres_programs to the folder of a major version, or of the newest one.
find_postgres() {
    local wanted=$1 newest=14 folder version
    for folder in /usr/lib/postgresql/*/bin "$(pg_config --bindir 2>/dev/null)"; do
        [[ -x $folder/initdb && -x $folder/pg_ctl && -x $folder/psql ]] || continue
        [[ $("$folder/postgres" --version 2>/dev/null) =~ [0-9]+ ]] || continue
        version=${BASH_REMATCH[0]}
        if ((version > newest)) && [[ $wanted == newest || $wanted == "$version" ]]; then
            newest=$version
            postgres_programs=$folder
        fi
    done
    ((newest > 14))
}

can_install() {
    ((EUID == 0)) && command -v apt-get >/dev/null
}

install_package() {
    echo "Installing $1 ..."
    if [[ $apt_is_updated == no ]]; then
        apt-get update -qq
        apt_is_updated=yes
    fi
    DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes --no-install-recommends "$1" >/dev/null
}

# Debian's package makes a cluster on port 5432 and starts it with the machine. Nobody asked for that server, so it is told not to;
# the setting goes away again, for it is not ours to leave behind for a PostgreSQL that somebody installs later.
install_postgres() {
    local setting=/etc/postgresql-common/createcluster.d/signaalportaal.conf status=0
    mkdir -p "$(dirname "$setting")"
    echo "create_main_cluster = false" >"$setting"
    install_package postgresql || status=$?
    rm -f "$setting"
    return "$status"
}

# PostgreSQL refuses to run as root; root hands it to the user that Debian's package made. That user may not enter the working
# directory, and what it leaves running must not hold the lock of run.sh, which is on 9.
as_postgres() (
    cd /
    if ((EUID == 0)); then
        exec runuser -u "$postgres_user" -- "$@" 9>&-
    fi
    exec "$@" 9>&-
)

make_cluster() {
    local cluster=$1 superuser=$2 output
    shift 2
    # Names are sorted the Dutch way: "de Bruin" before "Jansen", "Élise" before "Emma".
    output=$(as_postgres "$postgres_programs/initdb" --pgdata="$cluster/data" --username="$superuser" "$@" \
        --encoding=UTF8 --locale=C.UTF-8 --locale-provider=icu --icu-locale=nl 2>&1) ||
        die "PostgreSQL could not make a cluster in $cluster:" "$output"
}

# Reachable from this machine only. No socket: its path may be too long, and the usual folder for it belongs to Debian's server.
start_cluster() {
    local cluster=$1 port=$2
    shift 2
    rm -f "$cluster/log"
    as_postgres "$postgres_programs/pg_ctl" start --silent --wait --pgdata="$cluster/data" --log="$cluster/log" \
        --options="-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories= $(quiet_settings) $*" ||
        die "PostgreSQL could not start in $cluster:" "$(tail -n 20 "$cluster/log")"
}

# The lines of postgresql.conf as arguments.
quiet_settings() {
    sed -n 's/^\([a-z_]*\) = \(.*\)$/-c \1=\2/p' "$(dirname "${BASH_SOURCE[0]}")/postgresql.conf" | tr '\n' ' '
}

# Also stops what a killed run left behind, and clears its postmaster.pid.
stop_cluster() {
    local cluster=$1 processes postmaster attempt
    processes=$(cluster_processes "$cluster")
    postmaster=$(head -n 1 "$cluster/data/postmaster.pid" 2>/dev/null) || true

    if [[ -n $postmaster ]] && grep -qx "$postmaster" <<<"$processes"; then
        as_postgres "$postgres_programs/pg_ctl" stop --silent --mode=fast --timeout=30 --pgdata="$cluster/data" ||
            as_postgres "$postgres_programs/pg_ctl" stop --silent --mode=immediate --timeout=10 --pgdata="$cluster/data" || true
    fi

    # Children of a killed postmaster notice that by themselves, as a rule at once. A new server beside them would damage the data.
    for attempt in {1..50}; do
        processes=$(cluster_processes "$cluster")
        [[ -n $processes ]] || break
        [[ $attempt != 50 ]] || as_postgres xargs kill -KILL <<<"$processes"
        sleep 0.1
    done
    rm -f "$cluster/data/postmaster.pid"
}

# PostgreSQL works in its data folder, which tells whose a process is. The number in postmaster.pid does not: after a crash it may
# have become another program's. As postgres, because root in a container may not look at another user's processes.
cluster_processes() {
    # shellcheck disable=SC2016
    as_postgres bash -c '
        for process in /proc/[0-9]*; do
            if [[ $process/cwd -ef $1/data && $(cat "$process/comm" 2>/dev/null) == postgres ]]; then
                echo "${process#/proc/}"
            fi
        done' _ "$1"
}

# The given port, or the first one after it that is free.
free_port() {
    local port=$1
    while is_listening 127.0.0.1 "$port" || is_listening ::1 "$port"; do
        port=$((port + 1))
    done
    echo "$port"
}

# Far from 5432, and below the ports that the system hands out itself.
free_postgres_port() {
    free_port $((20000 + RANDOM % 10000))
}

is_listening() {
    (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null
}
