#!/usr/bin/env bats
# A server that is killed in mid-load forgets the last batches whole: the same command loads what is missing.

load ../helper

new_directory() {
    D=$(mktemp -d /tmp/d2p.XXXXXX)
    chmod 755 "$D"
    unset PGHOST PGPORT PGUSER PGDATABASE PGSERVICE PGOPTIONS
}

# one stopped server with the schema, which the tests copy
setup_file() {
    new_directory
    d2p init -q
    d2p stop
    export MADE=$D
}
teardown_file() { rm -rf "$MADE"; }

setup() {
    new_directory
    cp -a "$MADE/server" "$D"
    cd "$BATS_TEST_TMPDIR" || return
    mkdir in
    for i in {1..1500}; do
        printf 'Report %d\nThe works of the year are told here in a sentence that is long enough.\n- Step %d: done\n' \
            "$i" "$i" >"in/$i.txt"
    done
}

teardown() {
    "$DOC2PGSQL" --local="$D/server" stop || true
    rm -rf "$D"
}

d2p() { "$DOC2PGSQL" --local="$D/server" "$@"; }
local_query() { d2p psql -XAtqc "$1"; }
first_batch() { [ "$(local_query 'select count(*) from articles.documents')" = 1000 ]; }

@test "the server is killed in mid-load, and not waited for: the run says so, and the same command stores each article once" {
    mkfifo gate.txt
    d2p load -j 1 --retry-for=0 in gate.txt >out 2>err 3>&- &
    loader=$!
    wait_until first_batch
    # its children see that it is gone
    kill -9 "$(head -n 1 "$D/server/data/postmaster.pid")"
    echo 'What came through the gate is a sentence.' >gate.txt
    code=0
    wait "$loader" || code=$?
    [ "$code" = 5 ] || [ "$code" = 6 ]
    grep -q '^If the server crashed, the last of these are lost' out
    rm gate.txt
    echo 'What came through the gate is a sentence.' >gate.txt
    d2p load -q in gate.txt
    same "$(local_query 'select count(*), count(distinct source) from articles.documents')" "1501|1501"
    same "$(local_query 'select count(*), count(distinct document_id) from articles_internal.sources join articles.documents using (source, document_id, content_sha256)')" "1501|1501"
    same "$(local_query 'select count(*) from articles.bullets join articles.documents using (document_id)')" 1500
    same "$(d2p load in gate.txt | grep -o '0 new, 0 changed, 1501 unchanged')" '0 new, 0 changed, 1501 unchanged'
}

# sends a signal to the server's processes
signal_server() {
    local postmaster
    postmaster=$(head -n 1 "$D/server/data/postmaster.pid")
    kill "-$1" "$postmaster" $(ps -o pid= --ppid "$postmaster")
}

@test "the server is frozen in mid-load, over a Unix socket: it is noticed, and the load goes on when it is thawed" {
    mkfifo gate.txt
    at=$(d2p psql -XAtF ' ' -c "select 'host=' || current_setting('unix_socket_directories'), 'port=' || current_setting('port'), 'user=' || current_user, 'dbname=' || current_database()")
    "$DOC2PGSQL" -d "$at tcp_user_timeout=1000 connect_timeout=2" load -j 1 in gate.txt >out 2>err 3>&- &
    loader=$!
    wait_until first_batch
    signal_server STOP
    echo 'What came through the gate is a sentence.' >gate.txt
    wait_until grep -q "doesn't answer.*trying again" err
    signal_server CONT
    wait "$loader"
    same "$(local_query 'select count(*), count(distinct source) from articles.documents')" "1501|1501"
    same "$(local_query 'select count(*) from articles.bullets join articles.documents using (document_id)')" 1500
}

@test "the server is killed and started anew in mid-load: the load goes on, and says what the server has forgotten" {
    mkfifo gate.txt
    d2p load -j 1 in gate.txt >out 2>err 3>&- &
    loader=$!
    wait_until first_batch
    kill -9 "$(head -n 1 "$D/server/data/postmaster.pid")"
    echo 'What came through the gate is a sentence.' >gate.txt
    d2p status >/dev/null # starts it
    code=0
    wait "$loader" || code=$?
    grep -q 'trying again' err
    there=$(local_query 'select count(*) from articles.documents')
    case $code in
    0) same "$there" 1501 ;;
    *) grep -q "the server crashed, and $((1501 - there)) articles that it had taken are lost" err ;;
    esac
    rm gate.txt
    echo 'What came through the gate is a sentence.' >gate.txt
    d2p load -q in gate.txt
    same "$(local_query 'select count(*), count(distinct source) from articles.documents')" "1501|1501"
    same "$(local_query 'select count(*), count(distinct document_id) from articles_internal.sources join articles.documents using (source, document_id, content_sha256)')" "1501|1501"
    same "$(local_query 'select count(*) from articles.bullets join articles.documents using (document_id)')" 1500
}
