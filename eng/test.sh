#!/usr/bin/env bash
# Builds everything and runs all tests: bash eng/test.sh [arguments for dotnet test]
# Small: bash -n eng/test.sh
#
# The tests get a PostgreSQL of their own that is gone afterwards, or the server in SIGNAALPORTAAL_TEST_POSTGRES, and the browser
# in CHROMIUM, or else Debian's. The last line is the sum of all projects: "N passed, N failed".
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=eng/postgres.sh
source eng/postgres.sh

# Build servers that go on running would keep a pipe from this script open.
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false

cluster=
group=
results=$(mktemp -d)

main() {
    local passed failed status=0
    trap clean_up EXIT
    trap 'exit 129' HUP
    trap 'exit 130' INT
    trap 'exit 143' TERM

    require_chromium
    require_faketime
    [[ -n ${SIGNAALPORTAAL_TEST_POSTGRES:-} ]] || start_throwaway_cluster

    run dotnet build SignaalPortaal.sln -c Release --nologo --verbosity quiet
    run dotnet test SignaalPortaal.sln -c Release --no-build --nologo --logger trx --results-directory "$results" "$@" || status=$?

    passed=$(count passed)
    failed=$(($(count failed) + $(count error) + $(count timeout) + $(count aborted)))
    if ((passed + failed == 0)); then
        echo "No test ran." >&2
        status=1
    elif ((failed == 0 && status != 0)); then
        echo "dotnet test ended with exit code $status." >&2
    elif ((failed > 0 && status == 0)); then
        status=1
    fi
    echo "$passed passed, $failed failed"
    exit "$status"
}

require_chromium() {
    if [[ -z ${CHROMIUM:-} ]]; then
        command -v chromium >/dev/null || { can_install && install_package chromium; } ||
            die "Chromium is needed for the browser tests: sudo apt-get install chromium, or the path of another one in CHROMIUM."
        CHROMIUM=$(command -v chromium)
    fi
    export CHROMIUM
}

# With it a test runs a node of which the clock is wrong.
require_faketime() {
    compgen -G '/usr/lib/*/faketime/libfaketimeMT.so.1' >/dev/null || { can_install && install_package faketime; } ||
        die "Faketime is needed for the tests of faults: sudo apt-get install faketime."
}

# Fast instead of safe: nobody misses this data after a power cut, and 'trust' protects nothing worth protecting.
start_throwaway_cluster() {
    local port
    require_postgres "Another way: a connection string to your own server in SIGNAALPORTAAL_TEST_POSTGRES."
    cluster=$(as_postgres mktemp -d /tmp/signaalportaal-test.XXXXXX)
    make_cluster "$cluster" portal --auth=trust --no-sync
    port=$(free_postgres_port)
    start_cluster "$cluster" "$port" -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
        -c max_connections=200 -c shared_buffers=256MB
    export SIGNAALPORTAAL_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=portal;Database=postgres"
}

# In the background, because a signal then interrupts the wait for it, and in a group of its own, so that all it started can be stopped.
run() {
    local status=0
    setsid "$@" &
    group=$!
    wait "$group" || status=$?
    group=
    return "$status"
}

# The sum of one counter over the reports of all projects.
count() {
    find "$results" -name '*.trx' -exec sed -n "s/.*<Counters .* $1=\"\([0-9]*\)\".*/\1/p" {} + |
        awk '{ total += $1 } END { print total + 0 }'
}

# shellcheck disable=SC2317 # the trap calls it
clean_up() {
    trap '' HUP INT TERM
    if [[ -n $group ]]; then
        { kill -KILL -- "-$group" && wait "$group"; } || true
    fi 2>/dev/null
    if [[ -n $cluster ]]; then
        stop_cluster "$cluster"
        rm -rf "$cluster"
    fi
    rm -rf "$results"
}

main "$@"
