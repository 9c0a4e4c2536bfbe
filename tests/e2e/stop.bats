# Loads that are stopped at a known place: a named pipe among the articles holds them up.
bats_require_minimum_version 1.5.0
load ../helper

setup() {
    cd "$BATS_TEST_TMPDIR" || return
    new_database_with_schema
}
teardown() { drop_database; }

# articles DIR FROM TO: small ones that all differ
articles() {
    mkdir -p "$1"
    local i name
    for ((i = $2; i <= $3; i++)); do
        printf -v name '%s/%05d.txt' "$1" "$i"
        printf 'Report %d\nThe works of the year are told here in a sentence that is long enough. They include:\n- Step %d: done\n- rest\nItem | Cost |\n---|---|\npump %d | %d |\n' \
            "$i" "$i" "$i" "$i" >"$name"
    done
}

# begin_load ARGUMENT…: starts a load of the folders `first`, then what comes through the pipe `gate`, then `second`, and
# returns when the first batch (1,000 articles) is stored and the loader waits at the gate. Its number is in $loader.
begin_load() {
    mkfifo gate.txt
    "$DOC2PGSQL" load -j 1 "$@" first gate.txt second >out 2>err 3>&- &
    loader=$!
    wait_until answers 'select count(*) from documents' 1000 || { cat err; return 1; }
}
open_gate() { echo 'What came through the gate is a sentence.' >gate.txt; }

# Nothing lost, nothing doubled: the tables are those of a load of the same articles that nobody disturbed.
as_if_undisturbed() {
    rm -f gate.txt
    open_gate
    "$DOC2PGSQL" --schema=undisturbed load -q -j 1 first gate.txt second
    "$DOC2PGSQL" load -q -j 1 first gate.txt second
    same_tables articles undisturbed
    same "$(query 'select count(*) from documents')" "$(($(ls first | wc -l) + $(ls second | wc -l) + 1))"
    same "$(query "select string_agg(s.source, ' ') from sources s full join documents d using (source, document_id, content_sha256)
        where s.source is null or d.source is null")" ""
    # the keys that a first load puts off are there in the end
    same "$(query "select count(*) from pg_constraint where contype = 'p' and conrelid::regclass::text in
        ('sections', 'paragraphs', 'bullets', 'tables', 'table_columns', 'table_rows', 'links', 'mentions', 'facts', 'statements')")" 10
}

@test "killed in the middle, and loaded again: nothing lost, nothing doubled" {
    articles first 1 1200
    articles second 2001 2200
    begin_load
    kill -9 "$loader"
    wait "$loader" || true
    same "$(query 'select status, finished_at is null from loads')" "running|t"
    as_if_undisturbed
    same "$(query 'select documents_new, documents_unchanged from loads where load_id = 2')" "401|1000"
}

@test "SIGINT and SIGTERM: what was read is stored, the load is marked, and the same command goes on" {
    articles first 1 1200
    articles second 2001 2200
    local stored code
    for signal in INT:130 TERM:143; do
        rm -f gate.txt
        psql -Xqc 'drop schema if exists articles, articles_internal cascade' 2>/dev/null
        begin_load
        kill -"${signal%:*}" "$loader"
        code=0
        wait "$loader" || code=$?
        same "$code" "${signal#*:}"
        same "$(<err)" "doc2pgsql: interrupted: what is counted above is stored; the same command goes on from there"
        stored=$(query 'select count(*) from documents')
        [ "$stored" -ge 1000 ] && [ "$stored" -le 1200 ]
        same "$(query 'select status, documents_new, documents_rejected from loads')" "interrupted|$stored|0"
        # the pipe whose reading was cut off by the signal was not rejected
        same "$(query 'select * from load_errors')" ""
    done
    as_if_undisturbed
}

@test "two loads at once of articles that both find changed are as one" {
    articles first 1 300
    articles second 2001 2002
    "$DOC2PGSQL" load -q first
    sed -i 's/^- rest$/- changed/' first/*
    for i in 1 2 3; do
        "$DOC2PGSQL" load -q -j 1 first >"out$i" 2>&1 3>&- &
        pids[i]=$!
    done
    for i in 1 2 3; do wait "${pids[i]}" || { cat "out$i"; false; }; done
    same "$(query 'select sum(documents_changed) from loads')" 300
    as_if_undisturbed
}

@test "an init and two first loads at once" {
    articles first 1 1200
    articles second 2001 2002
    local pids=()
    psql -Xqc 'drop schema articles, articles_internal cascade' 2>/dev/null
    "$DOC2PGSQL" load -q -j 2 first >out1 2>&1 3>&- & pids+=($!)
    "$DOC2PGSQL" init -q >out2 2>&1 3>&- & pids+=($!)
    "$DOC2PGSQL" load -q -j 2 first >out3 2>&1 3>&- & pids+=($!)
    for pid in "${pids[@]}"; do wait "$pid" || { cat out*; false; }; done
    same "$(query 'select sum(documents_new) from loads')" 1200
    [[ "$("$DOC2PGSQL" status)" != *missing* ]]
    as_if_undisturbed
}

@test "the server stops in mid-load, and is not waited for: exit code 5 or 6, and the same command goes on" {
    articles first 1 1200
    articles second 2001 2200
    begin_load --retry-for=0
    psql -Xqc "select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()" >/dev/null
    open_gate
    local code=0
    wait "$loader" || code=$?
    [ "$code" = 5 ] || [ "$code" = 6 ]
    [[ "$(<err)" == "doc2pgsql: "* ]]
    same "$(query 'select status, count(*) from loads, documents group by 1')" "failed|1000"
    as_if_undisturbed
}
