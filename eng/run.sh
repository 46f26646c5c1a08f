#!/usr/bin/env bash
# Runs SignaalPortaal with a demo organisation on this machine: bash eng/run.sh [--fresh] [--port N]
# Small: bash eng/run.sh --try --port 5780
#
#   --fresh    forget the data of earlier runs
#   --port N   serve on port N instead of 5080
#   --try      with data of its own and without the demonstration, and stop as soon as the portal answers
#
# The data is in a PostgreSQL cluster of the portal's own, in .run/postgres, which runs as long as the portal does.
# With a connection string in ConnectionStrings__Portal the portal uses that server instead.
set -euo pipefail

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
cd "$repository"
# shellcheck source=eng/postgres.sh
source eng/postgres.sh
# shellcheck source=eng/program.sh
source eng/program.sh

run=$repository/.run
try=no
fresh=no
wanted_port=5080
cluster=
program=
app=
mail_folder=
not_writable="Cannot write in .run, probably because another user ran the portal from here. Run it as that user, or remove the folder."

main() {
    read_arguments "$@"
    command -v dotnet >/dev/null || die "The .NET 10 SDK is needed: https://dotnet.microsoft.com/download" "Or, without it: docker compose up"
    lock
    trap stop EXIT
    trap 'exit 129' HUP
    trap 'exit 130' INT
    trap 'exit 143' TERM

    if [[ -n ${ConnectionStrings__Portal:-} ]]; then
        [[ $fresh == no ]] || die "--fresh is for the portal's own cluster; the server in ConnectionStrings__Portal is left alone."
        publish
    else
        require_postgres "Other ways: docker compose up, or a connection string to your own server in ConnectionStrings__Portal."
        choose_cluster_folder
        publish
        prepare_cluster
        connect_to_cluster
    fi

    serve
}

read_arguments() {
    while (($# > 0)); do
        case $1 in
            --fresh) fresh=yes ;;
            --try)
                try=yes
                run=$(mktemp -d /tmp/signaalportaal-try.XXXXXX)
                chmod 755 "$run"
                ;;
            --port)
                wanted_port=${2:-}
                [[ $wanted_port =~ ^[1-9][0-9]{0,4}$ ]] || die "--port wants a number, such as 5080."
                shift
                ;;
            *) die "Usage: bash eng/run.sh [--fresh] [--port N] [--try]" ;;
        esac
        shift
    done
}

lock() {
    { mkdir -p "$run" && touch "$run/lock"; } 2>/dev/null ||
        die "$not_writable"
    exec 9>"$run/lock"
    # A short wait, because what was stopped just now may still be cleaning up.
    flock --timeout 3 9 || die "SignaalPortaal already runs from this folder. Stop it first, with Ctrl-C where it was started."
}

publish() {
    if [[ -n ${SIGNAALPORTAAL_BUILT:-} ]]; then
        app=$repository/$(dirname "$(program_of src/SignaalPortaal.Web)")
        return
    fi
    echo "Building ..."
    app=$run/app
    rm -rf "$app" 2>/dev/null || die "$not_writable"
    launch dotnet publish src/SignaalPortaal.Web -c Release -o "$app" >"$run/publish.log" 2>&1
    wait "$program" || die "$(<"$run/publish.log")" "The portal could not be built; the reason is above."
    program=
}

choose_cluster_folder() {
    cluster=$run/postgres
    ((EUID == 0)) || return 0

    if [[ -d $cluster && ! -L $cluster ]]; then
        # Made in an earlier run, perhaps not by root.
        postgres_user=$(stat --format=%U "$cluster")
    elif [[ -L $cluster ]] || ! as_postgres test -x "$run"; then
        # The repository is in a closed home folder, for instance. The link shows where the data went.
        cluster=/var/lib/signaalportaal/$(sha256sum <<<"$repository" | head -c 12)
        mkdir -p /var/lib/signaalportaal
        chmod 755 /var/lib/signaalportaal
        ln -sfn "$cluster" "$run/postgres"
    fi
}

# Afterwards there is a complete cluster that does not run, whatever became of earlier runs. A cluster gets its name when it is
# complete and loses it before it is removed, so what has the name can be trusted.
prepare_cluster() {
    local version
    stop_cluster "$cluster"
    [[ $fresh == no ]] || rm -rf "$run/mail"
    if [[ $fresh == yes && -d $cluster ]]; then
        mv "$cluster" "$cluster.incomplete.$$"
    fi
    # An initdb that outlived its run may still write there; then it is removed next time.
    rm -rf -- "$cluster".incomplete.* 2>/dev/null || true

    if [[ ! -d $cluster ]]; then
        make_own_cluster
    else
        version=$(<"$cluster/data/PG_VERSION")
        find_postgres "$version" ||
            die "The data of earlier runs was made by PostgreSQL $version, which is not on this machine any more." "Start over: bash eng/run.sh --fresh"
    fi
}

make_own_cluster() {
    local incomplete
    incomplete=$(mktemp -d "$cluster.incomplete.XXXXXX")
    random_password >"$incomplete/password"
    chmod 600 "$incomplete/password"
    ((EUID != 0)) || chown -R "$postgres_user" "$incomplete"
    make_cluster "$incomplete" portal_owner --auth=scram-sha-256 --pwfile="$incomplete/password"
    mv "$incomplete" "$cluster"
}

# The portal migrates as the owner of the database and serves as somebody with fewer rights, as it does in production.
connect_to_cluster() {
    local port owner_password portal_password server
    port=$(free_postgres_port)
    owner_password=$(<"$cluster/password")
    portal_password=$(random_password)
    start_cluster "$cluster" "$port"

    PGPASSWORD=$owner_password "$postgres_programs/psql" --no-psqlrc --quiet --set=ON_ERROR_STOP=1 \
        --host=127.0.0.1 --port="$port" --username=portal_owner --dbname=postgres <<SQL
select 'create role signaalportaal_application nologin'
where not exists (select from pg_roles where rolname = 'signaalportaal_application') \gexec
select 'create role portal login in role signaalportaal_application'
where not exists (select from pg_roles where rolname = 'portal') \gexec
alter role portal password '$portal_password';
select 'create database signaalportaal'
where not exists (select from pg_database where datname = 'signaalportaal') \gexec
SQL

    server="Host=127.0.0.1;Port=$port;Database=signaalportaal"
    export ConnectionStrings__PortalOwner="$server;Username=portal_owner;Password=$owner_password"
    export ConnectionStrings__Portal="$server;Username=portal;Password=$portal_password"
}

serve() {
    local port status=0
    port=$(free_port "$wanted_port")
    ((port == wanted_port)) || echo "Port $wanted_port is in use; the portal takes $port."

    mail_folder=$run/mail
    mkdir -p "$mail_folder"
    export Keys__Folder=$run/keys
    [[ $try == no ]] || export DemoSignIn=false
    export ASPNETCORE_ENVIRONMENT=Demo ASPNETCORE_URLS=http://localhost:$port
    export Mail__Folder=$mail_folder Mail__From="SignaalPortaal <portaal@inkomenssteun.example>" Mail__Portal=http://localhost:$port
    # A memory dump after a crash would hold what people were writing.
    export DOTNET_DbgEnableMiniDump=0
    ulimit -c 0
    cd "$app"
    launch dotnet SignaalPortaal.Web.dll

    while kill -0 "$program" 2>/dev/null; do
        if is_ready "$port"; then
            [[ $try == no ]] || exit 0
            welcome "$port"
            break
        fi
        sleep 0.3
    done

    wait "$program" || status=$?
    program=
    ((status == 0)) || echo "The portal stopped by itself, with exit code $status." >&2
    exit "$status"
}

# In the background, because a signal then interrupts the wait for it. It ends with this script, also when the script is killed.
launch() {
    setpriv --pdeathsig TERM "$@" 9>&- &
    program=$!
}

# Not with curl: a fresh Debian has none.
is_ready() (
    exec 3<>"/dev/tcp/127.0.0.1/$1"
    printf 'GET /gereed HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
    read -r -t 10 status_line <&3 && [[ $status_line == *" 200 "* ]]
) 2>/dev/null

welcome() {
    echo
    echo "SignaalPortaal draait. Open http://localhost:$1 in de browser."
    echo "Kies als wie u inlogt: Noor Jansen (medewerker), Samira Haddad (teamleider), Joost van der Wal (afdelingshoofd) of Marijke de Bruin (directeur)."
    echo "De mails staan als .eml-bestanden in $mail_folder. Met de knop 'Een dag verder' zet je de klok van het portaal een dag vooruit."
    echo "Stoppen: Ctrl-C. Wat u invoert blijft bewaard."
    echo
}

random_password() {
    od -An -tx1 -N24 /dev/urandom | tr -d ' \n'
}

# shellcheck disable=SC2317 # the trap calls it
stop() {
    local attempt
    trap '' HUP INT TERM
    if [[ -n $program ]]; then
        kill -TERM "$program" 2>/dev/null || true
        # Longer than the portal gives its requests to finish.
        for attempt in {1..350}; do
            kill -0 "$program" 2>/dev/null || break
            [[ $attempt != 350 ]] || kill -KILL "$program"
            sleep 0.1
        done
    fi
    [[ -z $cluster ]] || stop_cluster "$cluster"
    [[ $try == no ]] || rm -rf "$run"
}

main "$@"
