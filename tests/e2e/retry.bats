bats_require_minimum_version 1.5.0
load ../helper

setup() {
    cd "$BATS_TEST_TMPDIR" || return
    new_database
    "$DOC2PGSQL" load -q "$ARTICLES/how-tides-work.txt" # keys are there
}

teardown() { drop_database; }

# waits until a load waits for a lock
until_blocked() {
    for _ in $(seq 200); do
        [ "$(query "select count(*) from pg_stat_activity where application_name = 'doc2pgsql' and datname = current_database() and wait_event_type = 'Lock'")" -gt 0 ] && return
        sleep 0.05
    done
    return 1
}

# Holds the table until the file `go` is there: holds TABLE
holds() {
    mkfifo hold
    PGOPTIONS=-csearch_path=articles psql -Xq <hold >/dev/null 3>&- &
    exec 4>hold
    echo "begin; lock table $1 in share mode; select 1;" >&4
    for _ in $(seq 200); do
        [ "$(query "select count(*) from pg_locks where relation = '$1'::regclass and mode = 'ShareLock' and granted")" = 1 ] && return
        sleep 0.05
    done
    return 1
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
    until_blocked
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
    until_blocked
    cut_off >cut
    let_go
    wait $load || code=$?
    [ $code = 5 ] || [ $code = 6 ]
    "$DOC2PGSQL" load -q "$ARTICLES"
    as_fresh
}

@test "a first load, whose keys are dropped and built, too" {
    query 'drop schema articles cascade'
    "$DOC2PGSQL" init -q
    holds table_cells
    "$DOC2PGSQL" load "$ARTICLES" >out 2>err 3>&- 4>&- &
    local load=$!
    until_blocked
    cut_off >cut
    let_go
    wait $load
    grep -q 'trying again' err
    as_fresh
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
    until_blocked
    run -0 "$DOC2PGSQL" status
    [[ "$output" == *' running'* ]]
    kill -9 $load
    wait $load || true
    let_go
    cut_off >cut
    for _ in $(seq 100); do
        run -0 "$DOC2PGSQL" status
        [[ "$output" != *' died'* ]] || break
        sleep 0.05
    done
    [[ "$output" == *' died'* ]]
    "$DOC2PGSQL" load -q "$ARTICLES"
    same "$(query "select string_agg(status, ' ' order by load_id) from loads")" 'done failed done'
    as_fresh
}
