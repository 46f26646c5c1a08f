#!/usr/bin/env bash
# Whether somebody who tries out receipt codes finds one, or learns something from how long the answer takes: bash eng/checks/receipts.sh [guesses] [asked]
# Small: bash eng/checks/receipts.sh 300 20
#
# On a PostgreSQL of its own, or the one in SIGNAALPORTAAL_TEST_POSTGRES: 100,000 random codes must give nothing, and of 2,000 codes that are known
# and 2,000 that are not, asked by turns, the times must be alike (Welch's test, p > 0.01, and medians less than a millisecond apart). Of fewer than 1,000 that is not judged.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
# shellcheck source=eng/postgres.sh
source eng/postgres.sh
# shellcheck source=eng/program.sh
source eng/program.sh

cluster=
clean_up() {
    if [[ -n $cluster ]]; then
        stop_cluster "$cluster"
        rm -rf "$cluster"
    fi
}

if [[ -z ${SIGNAALPORTAAL_TEST_POSTGRES:-} ]]; then
    trap clean_up EXIT
    require_postgres "Another way: a connection string to your own server in SIGNAALPORTAAL_TEST_POSTGRES."
    cluster=$(as_postgres mktemp -d /tmp/signaalportaal-receipts.XXXXXX)
    make_cluster "$cluster" portal --auth=trust --no-sync
    port=$(free_postgres_port)
    start_cluster "$cluster" "$port"
    export SIGNAALPORTAAL_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=portal;Database=postgres"
fi

dotnet "$(program_of eng/checks/receipts)" "$@"
