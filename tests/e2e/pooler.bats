#!/usr/bin/env bats
# PgBouncer in transaction mode, whose few sessions are shared by all: nothing may stay with them, and nothing may rely on them.

bats_require_minimum_version 1.5.0
load ../helper

setup() {
    command -v pgbouncer >/dev/null || skip "pgbouncer is not installed"
    cd "$BATS_TEST_TMPDIR" || return
    new_database
    SERVER=$PGHOST:$PGPORT
    pool transaction
}

teardown() {
    [ -z "${POOLER:-}" ] || { kill "$POOLER" && wait "$POOLER" || true; }
    [ -z "${SERVER:-}" ] || { export PGHOST=${SERVER%:*} PGPORT=${SERVER#*:}; drop_database; }
    [ -z "${RUN:-}" ] || rm -rf "$RUN"
}

# a PgBouncer between us and the server, in this mode
pool() {
    RUN=$(mktemp -d /tmp/d2p-pool.XXXXXX)
    chmod 777 "$RUN"
    printf '"%s" ""\n' "$PGUSER" >"$RUN/users"
    cat >"$RUN/ini" <<END
[databases]
* = host=$PGHOST port=$PGPORT
[pgbouncer]
pool_mode = $1
default_pool_size = 8
listen_addr =
listen_port = 6432
unix_socket_dir = $RUN
auth_type = any
auth_file = $RUN/users
logfile = $RUN/log
END
    sed -i "s/^\* = .*/& user=$PGUSER/" "$RUN/ini"
    chmod 666 "$RUN"/*
    if [ "$(id -u)" = 0 ]; then setpriv --reuid="$(stat -c %U "$PGHOST")" --clear-groups pgbouncer -q "$RUN/ini" 3>&- & else pgbouncer -q "$RUN/ini" 3>&- & fi
    POOLER=$!
    export PGHOST=$RUN PGPORT=6432
    wait_until test -S "$RUN/.s.PGSQL.6432" || { cat "$RUN/log"; return 1; }
}

straight() { PGHOST=${SERVER%:*} PGPORT=${SERVER#*:} "$@"; }

# what sessions of the pool have that a transaction did not take along
left_behind() {
    for _ in 1 2 3; do
        psql -XAtq -c "select name, setting from pg_settings where source = 'session' and name not in ('client_encoding', 'application_name', 'DateStyle', 'TimeZone', 'IntervalStyle', 'standard_conforming_strings', 'extra_float_digits')" \
            -c 'select name from pg_prepared_statements' -c "select relname from pg_class where pg_is_other_temp_schema(relnamespace) or relnamespace = pg_my_temp_schema()" \
            -c "select 'lock', objid from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())"
    done
}

@test "all commands that store work, give the same rows, and leave nothing behind" {
    cp -r "$ARTICLES" in
    "$DOC2PGSQL" init -q
    "$DOC2PGSQL" load -q -j 2 in
    printf 'name\nKingdom of Tidewater\n' >names.csv
    "$DOC2PGSQL" entities load -q names.csv
    "$DOC2PGSQL" resolve -q
    "$DOC2PGSQL" index -q full-text
    "$DOC2PGSQL" grant -q --loader "$PGUSER"
    same "$(left_behind)" ''
    rm in/how-tides-work.txt
    echo 'It is told otherwise now, in a sentence of its own.' >>in/sleep-better-guide.txt
    "$DOC2PGSQL" load --prune in | grep '0 new, 1 changed'
    "$DOC2PGSQL" delete -q '*/sleep-better-guide.txt'
    "$DOC2PGSQL" load in | grep '1 new, 0 changed'
    "$DOC2PGSQL" status | grep -c done
    "$DOC2PGSQL" doctor | grep 'shares sessions'
    same "$(left_behind)" ''
    straight "$DOC2PGSQL" --schema=fresh init -q
    straight "$DOC2PGSQL" --schema=fresh entities load -q names.csv
    straight "$DOC2PGSQL" --schema=fresh load -q in
    straight same_tables articles fresh
}

@test "a load is alive as long as it runs, and no session of the pool is held up by two loads at once" {
    mkfifo gate.txt
    "$DOC2PGSQL" init -q
    "$DOC2PGSQL" load -q gate.txt 3>&- &
    local load=$!
    wait_until status_says ' running'
    "$DOC2PGSQL" load -q "$ARTICLES" # would call a load that has died failed
    run -0 "$DOC2PGSQL" status
    [[ "$output" == *' running'* ]]
    echo 'What came through the gate is a sentence.' >gate.txt
    wait $load
    same "$(left_behind)" ''
    same "$(straight query "select string_agg(status, ' ') from loads")" 'done done'
}

# asks the server itself until the answer is more than 0
more() { [ "$(straight psql -XAtqc "$1")" -gt 0 ]; }
until_told() { wait_until more "$1"; }

@test "the server's sessions are cut in mid-load: the load goes on" {
    "$DOC2PGSQL" load -q "$ARTICLES/how-tides-work.txt"
    straight psql -Xq -c 'begin' -c 'lock table articles.sections in share mode' -c 'select pg_sleep(300)' >/dev/null 2>&1 3>&- &
    local holder=$!
    until_told "select count(*) from pg_locks where mode = 'ShareLock' and granted and relation = 'articles.sections'::regclass and database = (select oid from pg_database where datname = current_database())"
    "$DOC2PGSQL" load "$ARTICLES" >out 2>err 3>&- &
    local load=$!
    until_told "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
    straight psql -Xqc "select pg_terminate_backend(pid) from pg_stat_activity where query ~ 'pg_sleep.300' and pid <> pg_backend_pid() and datname = current_database()" >/dev/null
    wait $holder || true
    wait $load
    grep -q 'trying again' err
    "$DOC2PGSQL" --schema=fresh load -q "$ARTICLES"
    straight same_tables articles fresh
}

@test "a pooler that keeps sessions" {
    kill "$POOLER" && wait "$POOLER" || true
    PGHOST=${SERVER%:*} PGPORT=${SERVER#*:}
    pool session
    "$DOC2PGSQL" load -q "$ARTICLES"
    "$DOC2PGSQL" doctor | grep 'keeps sessions'
    same "$(left_behind)" ''
}

@test "ask is right whatever the pooler does with options, psql is refused with the reason" {
    straight "$DOC2PGSQL" --schema='an other' load -q "$ARTICLES"
    same "$("$DOC2PGSQL" --schema='an other' ask --format=csv country Japan)" \
        "$(straight "$DOC2PGSQL" --schema='an other' ask --format=csv country Japan)"
    "$DOC2PGSQL" --schema='an other' search water >found
    [ "$(wc -l <found)" -gt 3 ]
    run -5 "$DOC2PGSQL" --schema='an other' psql -c 'select count(*) from documents'
    [[ "$output" == *"a pooler in between shares sessions, and psql needs one to itself"* ]]
    same "$(left_behind)" ''
}
