bats_require_minimum_version 1.5.0
load ../helper

setup() {
    cd "$BATS_TEST_TMPDIR" || return
    new_database_with_schema
    "$DOC2PGSQL" load -q "$ARTICLES/how-tides-work.txt" # keys are there
}

teardown() { drop_database; }

# Holds the table until let_go: holds TABLE
holds() {
    mkfifo hold
    PGOPTIONS=-csearch_path=articles,articles_internal psql -Xq <hold >/dev/null 3>&- &
    exec 4>hold
    echo "begin; lock table $1 in share mode; select 1;" >&4
    wait_until answers "select count(*) from pg_locks where relation = '$1'::regclass and mode = 'ShareLock' and granted and
        database = (select oid from pg_database where datname = current_database())" 1
}
let_go() { exec 4>&-; }
cut_off() { query "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'doc2pgsql' and datname = current_database()"; }

as_fresh() {
    "$DOC2PGSQL" --schema=fresh load -q "$ARTICLES"
    same_tables articles fresh
}

@test "a load whose connections are cut goes on, and its numbers are right" {
    holds sections
    "$DOC2PGSQL" load "$ARTICLES" >out 2>err 3>&- 4>&- &
    local load=$!
    until_blocked 1
    cut_off >cut
    let_go
    wait $load
    grep -q 'trying again' err
    grep -q " $(($(ls "$ARTICLES" | wc -l) - 1)) new, 0 changed, 1 unchanged, 0 rejected" out
    as_fresh
    same "$(query "select string_agg(status, ' ') from loads")" 'done done'
}

@test "a lost connection without --retry-for ends the load; the next one brings the rest" {
    holds sections
    "$DOC2PGSQL" load --retry-for=0 "$ARTICLES" >out 2>err 3>&- 4>&- &
    local load=$! code=0
    until_blocked 1
    cut_off >cut
    let_go
    wait $load || code=$?
    [ $code = 5 ] || [ $code = 6 ]
    "$DOC2PGSQL" load -q "$ARTICLES"
    as_fresh
}

@test "a first load, whose keys are dropped and built, too" {
    query 'drop schema articles, articles_internal cascade'
    "$DOC2PGSQL" init -q
    holds table_cells
    "$DOC2PGSQL" load "$ARTICLES" >out 2>err 3>&- 4>&- &
    local load=$!
    until_blocked 1
    cut_off >cut
    let_go
    wait $load
    grep -q 'trying again' err
    as_fresh
}

@test "delete, resolve, index and entities load whose connections are cut go on" {
    "$DOC2PGSQL" load -q "$ARTICLES"
    "$DOC2PGSQL" --schema=fresh load -q "$ARTICLES"
    printf 'name\nKingdom of Tidewater\n' >names.csv
    "$DOC2PGSQL" --schema=fresh entities load -q names.csv
    "$DOC2PGSQL" --schema=fresh resolve -q
    "$DOC2PGSQL" --schema=fresh delete -q '*/how-tides-work.txt'
    interrupted_by_cut sections delete '*/how-tides-work.txt'
    same "$(cat out)" '1 article deleted'
    interrupted_by_cut entities entities load names.csv
    same "$(head -n 1 out)" '1 entity loaded, 1 new'
    query "delete from mentions"
    interrupted_by_cut mentions resolve
    grep -q ' 25 articles worked out anew' <(sed 's/^/ /' out)
    interrupted_by_cut search_documents index full-text
    same_tables articles fresh
    same "$(query "select string_agg(status, ' ') from loads")" 'done done done done'
}

# a command that waits for the table when its connections are cut: interrupted_by_cut TABLE COMMAND…
interrupted_by_cut() {
    local table=$1 run
    shift
    rm -f hold
    holds "$table"
    "$DOC2PGSQL" "$@" >out 2>err 3>&- 4>&- &
    run=$!
    until_blocked 1
    cut_off >cut
    let_go
    wait $run
    grep -q 'trying again' err
}

@test "who holds the lock that is waited for is said" {
    for command in 'load -q '"$ARTICLES" 'init -q' "delete -q */how-tides-work.txt"; do
        rm -f hold
        holds sections
        # shellcheck disable=SC2086 # words
        "$DOC2PGSQL" $command >out 2>err 3>&- 4>&- &
        local run=$!
        until_blocked 1
        wait_until grep -q waiting err
        let_go
        wait $run
        grep -qE '^doc2pgsql: waiting for a lock of process [0-9]+ \(psql, user [^,]+, since [-0-9: ]+\)$' err
    done
}

# A server of the test's own that listens on 127.0.0.1, and a load by TCP that waits for a lock: frozen_load
frozen_load() {
    unset PGHOST PGPORT PGUSER PGDATABASE
    F=$(mktemp -d /tmp/d2p.XXXXXX)
    chmod 755 "$F"
    local port
    port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    "$DOC2PGSQL" --local="$F/d" load -q "$ARTICLES/how-tides-work.txt"
    "$DOC2PGSQL" --local="$F/d" init -q --listen="$port" >/dev/null
    in_frozen "create role loader login password 'known'" >/dev/null
    "$DOC2PGSQL" --local="$F/d" grant -q --loader loader
    MASTER=$(head -n 1 "$F/d/data/postmaster.pid")
    mkfifo hold
    "$DOC2PGSQL" --local="$F/d" psql -Xq <hold >/dev/null 3>&- &
    exec 4>hold
    echo "begin; lock table sections in share mode; select 1;" >&4
    wait_until is_frozen "select count(*) = 1 from pg_locks where relation = 'sections'::regclass and mode = 'ShareLock' and granted"
    PGPASSWORD=known "$DOC2PGSQL" -d "host=127.0.0.1 port=$port user=loader dbname=doc2pgsql connect_timeout=2 tcp_user_timeout=3000" \
        load "$ARTICLES" >out 2>err 3>&- 4>&- &
    LOAD=$!
    wait_until is_frozen "select count(*) > 0 from pg_stat_activity where usename = 'loader' and wait_event_type = 'Lock'"
}
in_frozen() { "$DOC2PGSQL" --local="$F/d" psql -XAtqc "$1"; }
is_frozen() { [ "$(in_frozen "$1")" = t ]; }
thawed() {
    "$DOC2PGSQL" --local="$F/d" --schema=fresh load -q "$ARTICLES"
    (
        eval "$(in_frozen "select format('export PGHOST=%s PGPORT=%s PGUSER=%s PGDATABASE=%s', current_setting('unix_socket_directories'),
            current_setting('port'), current_user, current_database())")"
        same_tables articles fresh
    )
    "$DOC2PGSQL" --local="$F/d" stop
    rm -rf "$F"
}

@test "a server that freezes is noticed by TCP, and the load goes on when it is back" {
    local database=$PGDATABASE host=$PGHOST port=$PGPORT user=$PGUSER
    frozen_load
    local children
    children=$(ps -o pid= --ppid "$MASTER")
    # shellcheck disable=SC2086 # numbers
    kill -STOP "$MASTER" $children
    wait_until grep -q "the server doesn't answer" err
    # shellcheck disable=SC2086 # numbers
    kill -CONT "$MASTER" $children
    let_go
    wait $LOAD
    grep -q "the server doesn't answer, and takes no further connection.*trying again\|trying again.*the server doesn't answer" err
    thawed
    export PGDATABASE=$database PGHOST=$host PGPORT=$port PGUSER=$user
}

@test "a session that freezes, while the server takes others, is waited for" {
    local database=$PGDATABASE host=$PGHOST port=$PGPORT user=$PGUSER
    frozen_load
    local session
    session=$(in_frozen "select pid from pg_stat_activity where usename = 'loader' and wait_event_type = 'Lock' limit 1")
    kill -STOP "$session"
    let_go
    sleep 5
    kill -0 $LOAD
    kill -CONT "$session"
    wait $LOAD
    same "$(grep -c 'trying again' err)" 0
    thawed
    export PGDATABASE=$database PGHOST=$host PGPORT=$port PGUSER=$user
}

@test "rows with numbers of their own, or a dump without its sequences: the next load takes none twice" {
    query "update documents set document_id = document_id + 5000"
    query "update sources set document_id = document_id + 5000"
    for t in sections paragraphs bullets tables table_columns table_rows links mentions facts statements; do
        query "update $t set document_id = document_id + 5000"
    done
    query "insert into loads (load_id, arguments, version, status) values (50, '{}', '', 'done')"
    query "select setval('document_ids', 1), setval('load_ids', 1)" >was
    "$DOC2PGSQL" load -q "$ARTICLES"
    query "alter sequence document_ids restart with 1"
    query "update documents set document_id = document_id + 3000000 where source like '%tides%'"
    query "update sources set document_id = document_id + 3000000 where source like '%tides%'"
    echo 'It is told in a sentence of its own.' >new.txt
    "$DOC2PGSQL" load -q new.txt
    same "$(query 'select min(load_id), max(load_id), count(*) from loads')" '1|52|4'
    same "$(query 'select count(*) from load_errors')" 0
    same "$(query "select document_id > 3000000 from documents where source like '%new.txt'")" t
}

@test "time-outs of the role don't stop a load" {
    psql -Xqc "alter role current_user in database \"$PGDATABASE\" set statement_timeout = '1ms'" \
        -c "alter role current_user in database \"$PGDATABASE\" set lock_timeout = '1ms'" \
        -c "alter role current_user in database \"$PGDATABASE\" set idle_in_transaction_session_timeout = '1ms'"
    "$DOC2PGSQL" load -q "$ARTICLES"
    "$DOC2PGSQL" --schema=other load -q "$ARTICLES"
    psql -Xqc 'set statement_timeout = 0' -c "alter role current_user in database \"$PGDATABASE\" reset all"
    same_tables articles other
}

@test "a load that runs is told from one that has died" {
    holds sections
    "$DOC2PGSQL" load -q "$ARTICLES" 2>/dev/null 3>&- 4>&- &
    local load=$!
    until_blocked 1
    run -0 "$DOC2PGSQL" status
    [[ "$output" == *' running'* ]]
    kill -9 $load
    wait $load || true
    let_go
    cut_off >cut
    wait_until status_says ' died'
    "$DOC2PGSQL" load -q "$ARTICLES"
    same "$(query "select string_agg(status, ' ' order by load_id) from loads")" 'done failed done'
    as_fresh
}
