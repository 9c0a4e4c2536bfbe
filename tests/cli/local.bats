#!/usr/bin/env bats
# The private server behind --local=DIR. Each test has its own; as root it runs as the user postgres.

bats_require_minimum_version 1.5.0
load ../helper

# a short path that every user can pass, since the socket is in it; in memory if there is enough: fsync takes its time
new_directory() {
    room=$(df -k --output=avail /dev/shm 2>/dev/null | tail -n 1)
    if [ "${room:-0}" -gt 1000000 ]; then T=/dev/shm; else T=/tmp; fi
    T=$(mktemp -d $T/d2p.XXXXXX)
    chmod 755 "$T"
    D=$T/d
    cp "${DOC2PGSQL:-$BATS_TEST_DIRNAME/../../build/doc2pgsql}" "$T/doc2pgsql"
    unset DOC2PGSQL_PGBIN PGHOST PGPORT PGUSER PGDATABASE PGSERVICE PGOPTIONS
}

# one stopped server that the tests copy: making one takes seconds
setup_file() {
    new_directory
    server
    stop
    export MADE=$T
}

teardown_file() { rm -rf "$MADE"; }

setup() {
    new_directory
    cd "$T" || return
}

teardown() {
    for dir in "$T"/*/; do "$T/doc2pgsql" --local="${dir%/}" stop || true; done
    cd /
    rm -rf "$T"
}

made() { cp -a "$MADE/d" "$D"; }
local_sql() { "$T/doc2pgsql" --local="$D" psql -XAtqc "$1"; }
# shellcheck disable=SC2120 # an argument is rare
server() { "$T/doc2pgsql" --local="${1:-$D}" psql -XAtqc 'select 1' >/dev/null; }
stop() { "$T/doc2pgsql" --local="$D" stop; }
server_pid() { head -n 1 "$D/data/postmaster.pid"; }
starts() { grep -c 'starting PostgreSQL' "$D/server.log"; }

# the user that runs the server, and a command as another user than root
owner() { stat -c %U "$D"; }
as_owner() {
    local user
    user=$(owner)
    if [ "$(id -u)" = 0 ]; then setpriv --reuid="$user" --regid="$(id -g "$user")" --init-groups "$@"; else "$@"; fi
}
plainly() {
    if [ "$(id -u)" = 0 ]; then setpriv --reuid=nobody --regid="$(id -g nobody)" --clear-groups "$@"; else "$@"; fi
}

# refused MESSAGE: the last run failed with the code of the private server and said so
refused() {
    [ "$status" -eq 10 ] || { echo "exit code $status: $output"; return 1; }
    case $output in *"$1"*) ;; *) echo "other words: $output"; return 1 ;; esac
}

@test "a fresh directory becomes a private server in UTF-8 with the database doc2pgsql" {
    run local_sql "select current_database(), current_user, pg_encoding_to_char(encoding), datcollate, datctype
                   from pg_database where datname = current_database()"
    [ "$output" = 'doc2pgsql|doc2pgsql|UTF8|C|C.UTF-8' ]
    [ "$(stat -c %a "$D")" = 700 ]
    [ "$(owner)" = "$([ "$(id -u)" = 0 ] && echo postgres || id -un)" ]
}

@test "a terminal is told that it is made or started, and of one that runs nothing" {
    run -0 script -qec "'$T/doc2pgsql' --local='$D' init" /dev/null </dev/null
    [[ $output == "making or starting the private server …"*"The schema"* ]]
    run -0 script -qec "'$T/doc2pgsql' --local='$D' init" /dev/null </dev/null
    [[ $output != *making* && $output == *"The schema"* ]]
}

@test "it listens on its socket only, with the settings of its own file" {
    [ "$(local_sql 'show unix_socket_directories')" = "$D" ]
    run local_sql "select string_agg(name || '=' || setting, ' ' order by name) from pg_settings where name in
        ('listen_addresses', 'unix_socket_permissions', 'synchronous_commit', 'max_wal_size', 'fsync',
         'wal_level')"
    [ "$output" = \
        'fsync=on listen_addresses= max_wal_size=2048 synchronous_commit=on unix_socket_permissions=0700 wal_level=minimal' ]
    [ "$(psql -XAtqh "$D" -U doc2pgsql -c 'show search_path')" = 'articles, public' ]
    [ "$(stat -c %a "$D/.s.PGSQL.5432")" = 700 ]
    run grep -E '^host.*trust' "$D/data/pg_hba.conf"
    [ "$status" -eq 1 ]
}

@test "whoever may open the directory is doc2pgsql: root and the account that runs the server, nobody else" {
    made
    server
    as_doc2pgsql() { "$@" psql -XAt -h "$D" -p 5432 -U doc2pgsql -d doc2pgsql -c 'select current_user'; }
    [ "$(as_doc2pgsql env)" = doc2pgsql ]
    [ "$(as_doc2pgsql as_owner)" = doc2pgsql ]
    [ "$(id -u)" = 0 ] || return 0
    run as_doc2pgsql plainly
    [ "$status" -eq 2 ]
    [[ $output == *'Permission denied'* ]]
}

# a cluster as earlier versions made it: its superuser was called postgres
old_cluster() {
    made
    local_sql 'create table kept as select 42 as n'
    as_user() { psql -XAtqh "$D" -U "$1" -d doc2pgsql -c "$2"; }
    as_user doc2pgsql 'create role other superuser login'
    as_user other 'alter role doc2pgsql rename to postgres'
    as_user postgres 'drop role other'
}

@test "a running server of an earlier version gets the user doc2pgsql and keeps its rows" {
    old_cluster
    "$T/doc2pgsql" --local="$D" load -q "$ARTICLES"/how-tides-work.txt # connects without starting anything
    [ "$(local_sql 'select n, current_user from kept')" = '42|doc2pgsql' ]
    [ "$(starts)" = 2 ]
}

@test "a stopped server of an earlier version, too; what keeps it from that is said" {
    old_cluster
    as_user postgres 'alter role postgres nosuperuser'
    run server
    refused "createuser can't make the role doc2pgsql in $D: "
    stop
    echo 'alter role postgres superuser' | as_owner "$(dirname "$(head -c -1 "$D/data/postmaster.opts" | cut -d' ' -f1)")/postgres" \
        --single -D "$D/data" doc2pgsql >/dev/null
    [ "$(local_sql 'select n, current_user from kept')" = '42|doc2pgsql' ]
}

@test "a second start finds the running server" {
    made
    server
    first=$(server_pid)
    server
    [ "$(server_pid)" = "$first" ]
    [ "$(starts)" = 2 ]
}

@test "a stopped server is started again with its rows" {
    made
    local_sql 'create table kept as select 42 as n'
    first=$(server_pid)
    run stop
    [ "$status: $output" = "0: stopped" ]
    [ ! -e "$D/data/postmaster.pid" ]
    [ ! -e "/proc/$first/cwd/." ]
    [ "$(local_sql 'select n from kept')" = 42 ]
    [ "$(server_pid)" != "$first" ]
}

@test "stopping what does not run is harmless and makes nothing" {
    run stop
    [ "$status: $output" = "0: no server runs in $D" ]
    [ ! -e "$D" ]
    made
    run stop
    [ "$status" -eq 0 ]
}

@test "after kill -9 it recovers, with every committed row" {
    made
    local_sql 'create table kept as select 42 as n'
    kill -9 "$(server_pid)"
    [ "$(local_sql 'select n from kept')" = 42 ]
}

@test "it waits for the processes that a killed server left behind" {
    made
    server
    orphan=$(pgrep -P "$(server_pid)" | head -n 1)
    kill -STOP "$orphan"
    kill -9 "$(server_pid)"
    server &
    wait_until grep -q 'shared memory block' "$D/server.log"
    kill -9 "$orphan"
    wait $!
    [ "$(local_sql 'select 1')" = 1 ]
}

@test "a postmaster.pid whose number is another program's by now is a remnant" {
    made
    server
    pid_file=$(cat "$D/data/postmaster.pid")
    stop
    user=$(owner)
    if [ "$(id -u)" = 0 ]; then
        setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups sleep 100 3>&- &
    else
        sleep 100 3>&- &
    fi
    other=$!
    echo "$pid_file" | sed "1s/.*/$other/" >"$D/data/postmaster.pid"
    echo "$other" >"$D/.s.PGSQL.5432.lock"
    chown "$user" "$D/data/postmaster.pid" "$D/.s.PGSQL.5432.lock"
    run local_sql 'select 1'
    kill "$other"
    [ "$output" = 1 ]
}

@test "starts at once take turns: one server, and all of them find it" {
    for i in 1 2 3 4; do
        local_sql "select 'ready'" >"$T/out$i" 3>&- &
    done
    wait
    [ "$(cat "$T"/out?)" = "$(printf 'ready\nready\nready\nready')" ]
    [ "$(starts)" = 1 ]
}

@test "it is detached: its own session, in its directory, without our open files" {
    made
    exec 9>"$T/ours"
    server
    exec 9>&-
    pid=$(server_pid)
    [ "$(ps -o sid= -p "$pid" | tr -d ' ')" = "$pid" ]
    [ "$(as_owner readlink "/proc/$pid/cwd")" = "$D/data" ]
    run as_owner sh -c "readlink /proc/$pid/fd/*"
    [[ $output == *"$D/server.log"* ]]
    [[ $output != *"$T/ours"* ]]
}

@test "it starts from a working directory that nobody may read, and by a relative path" {
    mkdir "$T/shut"
    cd "$T/shut"
    chmod 000 .
    run "$T/doc2pgsql" --local=../d/.//x/.. psql -XAtc 'select 1'
    chmod 700 "$T/shut"
    [ "${lines[-1]}" = 1 ] # psql itself may complain
    run grep 'change directory' "$D/server.log"
    [ "$status" -eq 1 ]
}

@test "a database that was dropped is made again" {
    made
    server
    createdb -h "$D" -U doc2pgsql other
    psql -XAqh "$D" -U doc2pgsql -d other -c 'drop database doc2pgsql'
    [ "$(local_sql 'select current_database()')" = doc2pgsql ]
    psql -XAqh "$D" -U doc2pgsql -d other -c 'drop database doc2pgsql'
    "$T/doc2pgsql" --local="$D" load -q "$ARTICLES"/how-tides-work.txt
    [ "$(local_sql 'select count(*) from articles.documents')" = 1 ]
}

@test "the settings are the user's: another port is found" {
    made
    sed -i 's/^port = .*/port = 6543/' "$D/data/doc2pgsql.conf"
    [ "$(local_sql 'show port')" = 6543 ]
    [ "$(local_sql 'select 1')" = 1 ]
}

@test "a server that does not start: its last words are in the message" {
    made
    echo 'no_such_setting = 1' >>"$D/data/doc2pgsql.conf"
    run server
    refused "the private server does not start in $D: "
    refused 'unrecognized configuration parameter "no_such_setting"'
}

@test "a disk limit: initdb's last words are in the message, and the next try succeeds" {
    run bash -c "ulimit -f 64; '$T/doc2pgsql' --local='$D' status"
    refused "initdb can't make the private server in $D: "
    [ -z "$(ls -A "$D")" ]
    [ "$(local_sql 'select 1')" = 1 ]
}

@test "the remains of a cluster that was being made are made anew" {
    made
    mv "$D/data" "$D/doc2pgsql.new"
    rm "$D/server.log"
    [ "$(local_sql 'select 1')" = 1 ]
    [ ! -e "$D/doc2pgsql.new" ]
}

@test "a directory that holds anything else is refused and left as it is" {
    mkdir "$D"
    echo mine >"$D/letter"
    before=$(stat -c '%a %U %Y' "$D")
    run server
    refused "$D holds something else than a private server of doc2pgsql, and is left as it is"
    [ "$(ls -A "$D")" = letter ]
    [ "$(stat -c '%a %U %Y' "$D")" = "$before" ]
    run stop
    [ "$status" -eq 0 ]
    [ "$(ls -A "$D")" = letter ]
}

@test "a cluster of somebody else is refused and left as it is" {
    mkdir -p "$D/data"
    echo 15 >"$D/data/PG_VERSION"
    run server
    refused 'something else than a private server'
    [ "$(ls -A "$D/data")" = PG_VERSION ]
}

@test "a file is no directory" {
    : >"$D"
    run server
    refused "$D is no directory"
    run server "$D/below"
    refused "can't use $D/below for the private server: Not a directory"
}

@test "a path that is too long for a socket is refused, one of the greatest length is not" {
    D=$T/$(printf '%0100d' 0)
    run server
    refused 'the path is too long for a Unix socket: as an absolute path it may have at most 93 bytes'
    [ ! -e "$D" ]
    D=$(printf '%s/%0100d' "$T" 0 | cut -c 1-93)
    [ "$(local_sql 'select 1')" = 1 ]
}

@test "a comma and nothing at all are refused" {
    run server "$T/a,b"
    refused 'the path has a comma'
    run "$T/doc2pgsql" --local= status
    refused 'needs a directory'
}

@test "no server programs: what to install, and the way without" {
    mkdir "$T/none"
    DOC2PGSQL_PGBIN=$T/none run server
    refused "DOC2PGSQL_PGBIN=$T/none holds no PostgreSQL server programs"
    refused 'install the package postgresql'
    refused '--host'
}

@test "DOC2PGSQL_PGBIN names the programs" {
    mkdir "$T/bin"
    made
    server
    real=$(dirname "$(tr '\0' '\n' <"/proc/$(server_pid)/cmdline" | head -n 1)")
    stop
    cp -s "$real"/* "$T/bin/"
    DOC2PGSQL_PGBIN=$T/bin server
    tr '\0' ' ' <"/proc/$(server_pid)/cmdline" | grep -F "$T/bin/postgres "
}

@test "the programs are found without pg_config, and without a PATH that knows them" {
    made
    mkdir "$T/path"
    PATH=$T/path "$T/doc2pgsql" --local="$D" status || true # which needs no other program
    [ -s "$D/data/postmaster.pid" ]
    stop
    PATH=none:$(dirname "$(command -v initdb || echo /usr/lib/postgresql/*/bin/initdb)") "$T/doc2pgsql" --local="$D" status || true
    [ -s "$D/data/postmaster.pid" ]
}

@test "a cluster of another version: which package it needs" {
    made
    echo 9 >"$D/data/PG_VERSION"
    run server
    refused 'was made by PostgreSQL 9, but the programs found are of version'
    refused 'install the package postgresql-9'
}

@test "as root: a directory that the server's user can't reach is refused" {
    [ "$(id -u)" = 0 ] || skip 'only root runs the server as another user'
    mkdir -m 700 "$T/shut"
    run server "$T/shut/d"
    refused "it runs as user postgres, who can't pass through $T/shut: "
    [ -z "$(ls -A "$T/shut")" ]
    made
    chmod 700 "$T"
    run server
    chmod 755 "$T"
    refused "who can't pass through $T: "
}

@test "as root: a server in a user's directory runs as that user" {
    [ "$(id -u)" = 0 ] || skip 'only root runs the server as another user'
    install -d -o nobody "$D"
    [ "$(local_sql 'select 1')" = 1 ]
    [ "$(ps -o user= -p "$(server_pid)")" = nobody ]
}

@test "as root: the directories above are made so that the server passes, whatever the umask" {
    [ "$(id -u)" = 0 ] || skip 'only root runs the server as another user'
    umask 077
    D=$T/a/b/c
    [ "$(local_sql 'select 1')" = 1 ]
    stop
}

@test "PostgreSQL was upgraded while the server ran: what to do is said" {
    made
    "$T/doc2pgsql" --local="$D" load -q "$ARTICLES"/how-tides-work.txt
    : >"$T/none.so"
    chmod 755 "$T/none.so"
    local_sql "update pg_proc set probin = '$T/none.so' where probin = '\$libdir/plpgsql'"
    run "$T/doc2pgsql" --local="$D" search tides
    same "$status: $(tail -n 1 <<<"$output")" "6: PostgreSQL was upgraded while the private server ran: doc2pgsql --local=$D stop ends the old one, and the same command starts the new one."
    run "$T/doc2pgsql" -h "$D" -U doc2pgsql search tides
    same "$status: $(tail -n 1 <<<"$output")" '6: Was PostgreSQL upgraded while the server ran? Then it has to be restarted.'
    run -6 "$T/doc2pgsql" --local="$D" doctor
    [[ $output == *"wrong  programs              PostgreSQL was upgraded while the server runs, which can't load its libraries: restart it
       doc2pgsql --local=$D stop"* ]]
    run -6 "$T/doc2pgsql" -h "$D" -U doc2pgsql doctor
    [[ $output == *"libraries: restart it"* && $output != *stop* ]]
    local_sql "drop extension plpgsql cascade"
    run -6 "$T/doc2pgsql" --local="$D" doctor
    [[ $output == *'language "plpgsql" does not exist'* ]]
}

@test "without /proc it ends at once, and makes and stops nothing" {
    unshare -m true 2>/dev/null || skip 'only root unmounts it'
    case $(ldd "$DOC2PGSQL") in *libasan*) skip 'a sanitizer reads its settings in /proc' ;; esac
    without() { unshare -m sh -c 'mount -t tmpfs none /proc && exec "$@"' sh "$T/doc2pgsql" --local="$D" "$@"; }
    run without status
    refused 'told by /proc, which is not mounted here'
    [ ! -e "$D" ]
    made
    server
    first=$(server_pid)
    for command in status stop; do
        run without $command
        refused 'told by /proc, which is not mounted here'
    done
    server
    [ "$(server_pid)" = "$first" ]
    stop
    run unshare -pf "$T/doc2pgsql" --local="$D" status
    refused "which is another system's here"
}

@test "as root without the right to look into processes, as in a container: found, stopped, recovered" {
    [ "$(id -u)" = 0 ] || skip 'only root runs the server as another user'
    made
    confined() { setpriv --bounding-set=-sys_ptrace "$T/doc2pgsql" --local="$D" "$@"; }
    confined psql -Xc 'select 1'
    first=$(server_pid)
    run setpriv --bounding-set=-sys_ptrace readlink "/proc/$first/cwd"
    [ "$status" -ne 0 ]
    confined psql -Xc 'select 1'
    [ "$(server_pid)" = "$first" ]
    kill -9 "$first"
    confined psql -Xc 'select 1'
    first=$(server_pid)
    confined stop
    [ ! -e "$D/data/postmaster.pid" ]
    wait_until test ! -e "/proc/$first/cwd/." # its last moment is behind its pid file
}

@test "as a user: the default directory is in XDG_DATA_HOME, else in the home directory" {
    mkdir "$T/home" "$T/data"
    if [ "$(id -u)" = 0 ]; then chown nobody "$T/home" "$T/data"; fi
    XDG_DATA_HOME=$T/data HOME=$T/home plainly "$T/doc2pgsql" --local psql -XAtqc 'select 1'
    D=$T/data/doc2pgsql
    [ "$(stat -c %a "$D")" = 700 ]
    stop
    XDG_DATA_HOME='' HOME=$T/home plainly "$T/doc2pgsql" --local psql -XAtqc 'select 1'
    D=$T/home/.local/share/doc2pgsql
    [ -s "$D/data/postmaster.pid" ]
    XDG_DATA_HOME='' HOME=$T/home plainly "$T/doc2pgsql" --local stop
    [ ! -e "$D/data/postmaster.pid" ]
}

@test "as a user: a directory of somebody else is refused" {
    run plainly "$T/doc2pgsql" --local=/usr status
    refused '/usr belongs to user root'
    run plainly "$T/doc2pgsql" --local=/usr/doc2pgsql status
    refused "can't make the directory /usr/doc2pgsql for the private server: Permission denied; --local=DIR names another"
}

@test "as root: a directory that another user has put where everybody may write is refused" {
    [ "$(id -u)" = 0 ] || skip 'as a user, every directory of another one is refused'
    install -d -m 1777 "$T/public"
    install -d -o nobody "$T/public/d"
    run server "$T/public/d"
    refused "$T/public/d belongs to user nobody, who could make it where everybody may write"
    same "$(ls -A "$T/public/d")" ''
}

@test "a symbolic link of another user is refused, one of the user's own leads on" {
    [ "$(id -u)" = 0 ] || skip 'only root can make a link of another user'
    made
    ln -s "$D" "$T/own"
    server "$T/own"
    ln -s "$D" "$T/foreign"
    chown -h nobody "$T/foreign"
    run server "$T/foreign"
    refused "$T/foreign is a symbolic link of user nobody"
}

@test "as root: what a user's directory holds is touched with that user's rights only" {
    [ "$(id -u)" = 0 ] || skip 'only root runs the server as another user'
    made
    chown -R nobody "$D"
    mkdir "$T/precious"
    echo 1 >"$T/precious/postmaster.pid"
    mv "$D/data" "$T/kept"
    mkdir "$T/precious/x"
    cp "$T/kept/doc2pgsql.conf" "$T/kept/PG_VERSION" "$T/precious"
    ln -s "$T/precious" "$D/data"
    run server
    [ "$status" -eq 10 ]
    same "$(cat "$T/precious/postmaster.pid")" 1
}

@test "--listen: over TCP a reader gets in by the password that is shown once, the superuser never" {
    local port url
    port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    made
    local_sql "alter role doc2pgsql password 'known'; create table public.secret ()"
    run -0 "$T/doc2pgsql" --local="$D" init --listen="$port"
    [[ "${lines[1]}" == "It takes connections on 127.0.0.1, port $port, by the user reader, who only reads:" ]]
    url=$(sed -n 's/^  psql  *psql //p' <<<"$output")
    [[ "$url" =~ ^postgresql://reader:([A-Za-z0-9_-]{24})@127.0.0.1:$port/doc2pgsql$ ]]
    local password=${BASH_REMATCH[1]}
    [[ "$output" == *"jdbc:postgresql://127.0.0.1:$port/doc2pgsql?user=reader&password=$password"* ]]
    [ "$(psql -XAtqc 'select count(*), current_user from documents' "$url")" = '0|reader' ]
    run psql -XAtqc 'delete from documents' "$url"
    [[ "$output" == *'read-only transaction'* ]]
    run psql -XAtqc 'select * from public.secret' "$url"
    [[ "$output" == *'permission denied'* ]]
    PGPASSWORD=known run psql -XAtqc 'select 1' -h 127.0.0.1 -p "$port" -U doc2pgsql doc2pgsql
    [ "$status" -ne 0 ]
    [[ "$output" == *'pg_hba.conf rejects connection'* ]]
    [ "$(local_sql "select current_setting('listen_addresses'), rolpassword ~ '^SCRAM-SHA-256' from pg_authid where rolname = 'reader'")" = '127.0.0.1|t' ]
    # again: nothing changes, and the password is not shown
    local first
    first=$(server_pid)
    run -0 "$T/doc2pgsql" --local="$D" init --listen
    [[ "$output" == *"reader:PASSWORD@127.0.0.1:$port"* && "$output" != *"$password"* ]]
    [ "$(server_pid)" = "$first" ]
    [ "$(psql -XAtqc 'select 1' "$url")" = 1 ]
    "$T/doc2pgsql" --local="$D" init -q --listen --force >/dev/null
    run psql -XAtqc 'select 1' "$url"
    [ "$status" -ne 0 ]
    [ "$(head -c 10 "$D/data/pg_hba.conf")$(grep -c 'reject$' "$D/data/pg_hba.conf")" = '# doc2pgsq1' ]
}

@test "--listen: a port that is taken is refused, and the server goes on" {
    local port
    made
    server
    coproc python3 -c 'import socket, sys; s = socket.socket(); s.bind(("127.0.0.1", 0)); s.listen(); print(s.getsockname()[1], flush=True); sys.stdin.read()'
    read -r port <&"${COPROC[0]}"
    run "$T/doc2pgsql" --local="$D" init --listen="$port"
    refused "port $port is taken by another program: choose one with --listen=PORT"
    same "$(local_sql 'show listen_addresses')" ''
    if [ "$(id -u)" = 0 ]; then # what root may, the server's user may not
        run "$T/doc2pgsql" --local="$D" init --listen=80
        refused 'port 80 is kept for the system: choose one from 1024 on with --listen=PORT'
    fi
    # taken only later: the server does without, and another port can be chosen
    local_sql "alter system set listen_addresses = '127.0.0.1'"
    local_sql "alter system set port = $port"
    stop
    run -0 --separate-stderr "$T/doc2pgsql" --local="$D" psql -XAtqc 'select 1'
    same "$output: $stderr" "1: doc2pgsql: the private server runs without TCP, for its port $port is not to be had: doc2pgsql --local=$D init --listen=PORT chooses another one"
    run "$T/doc2pgsql" --local="$D" init --listen="$port"
    refused "port $port is taken"
    local other
    other=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    run -0 "$T/doc2pgsql" --local="$D" init --listen="$other"
    [[ "$output" =~ reader:[A-Za-z0-9_-]{24}@127.0.0.1:$other/ ]] # of the run that succeeds
    same "$(local_sql 'show listen_addresses'):$(local_sql 'show port')" "127.0.0.1:$other"
    kill "$COPROC_PID"
    run "$T/doc2pgsql" init --listen
    same "$status: ${lines[0]}" '2: doc2pgsql: --listen needs --local: it is for the private server'
}

@test "what is printed to begin with, and after the first load, works as printed, and is printed once" {
    made
    mkdir articles bin
    printf 'Japan trains pilots of Kenya. The pilots then fly to Japan, where they stay.\n' >articles/a.txt
    printf '#!/bin/sh\nfor word; do shift; [ "$word" != --local ] || word=--local=%s; set -- "$@" "$word"; done\nexec %s/doc2pgsql "$@"\n' "$D" "$T" >bin/doc2pgsql
    chmod +x bin/doc2pgsql
    PATH=$T/bin:$PATH
    printed=$(doc2pgsql 2>&1) || [ $? = 2 ]
    mapfile -t first < <(sed -n 's/^  \(doc2pgsql .*[^ ]\)   .*/\1/p' <<<"$printed")
    [ "${#first[@]}" = 3 ]
    answer=$(eval "${first[0]/FOLDER/articles}")
    [ "$(tail -n +3 <<<"$answer")" = "
Now ask, without SQL or with it:
  doc2pgsql --local=$D ask country Japan
  doc2pgsql --local=$D psql
The server in $D goes on running. This stops it:
  doc2pgsql --local=$D stop" ]
    [[ $(eval "${first[1]}") == *"trains pilots of Kenya"* ]]
    [[ $(eval "${first[2]}") == *Usage* ]]
    mapfile -t then < <(sed -n 's/^  //p' <<<"$answer")
    [ "${#then[@]}" = 3 ]
    [[ $(eval "${then[0]}") == *"trains pilots of Kenya"* ]]
    [ "$(echo 'select count(*) from documents' | eval "${then[1]} -XAtq")" = 1 ]
    printf 'Kenya sails.\n' >articles/b.txt
    [ "$(doc2pgsql --local load articles | grep -c 'ask country')" = 0 ]
    eval "${then[2]}"
    [ ! -e "$D/data/postmaster.pid" ]
    # a schema of its own is no option of stop
    printf 'No name is here.\n' >c.txt
    run doc2pgsql --local --schema=other load c.txt
    [[ $output != *"ask country"* && $output == *"  doc2pgsql --local=$D --schema=other psql"*"  doc2pgsql --local=$D stop" ]]
    run doc2pgsql --local --schema=quiet load -q c.txt
    [ "$output" = "" ]
}

@test "a mistyped option or command makes no server" {
    : >a.txt
    for words in "lod a.txt" "load --nonsense a.txt" "load --encoding=utf-9 a.txt" "load --map=headline a.txt" "load" \
        "load --files-from=missing" "load --delimiter=ab a.txt" "search" "ask --format=xml Japan" "status now"; do
        # shellcheck disable=SC2086 # words
        run "$T/doc2pgsql" --local="$D" $words
        [ "$status" = 2 ] || [ "$status" = 3 ] || { echo "$words: $status $output"; return 1; }
        [ ! -e "$D" ] || { echo "$words"; return 1; }
    done
}
