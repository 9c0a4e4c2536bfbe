# Single calls that go wrong as where memory is short; all of them are tried by `make faults`.
bats_require_minimum_version 1.5.0
load ../helper

setup() {
    case $(ldd "$DOC2PGSQL") in *libasan* | *libtsan*) skip 'a sanitizer wants to be the first that is preloaded' ;; esac
    new_database_with_schema
    cd "$BATS_TEST_TMPDIR" || return
    mkdir in
    cp "$ARTICLES"/*.txt in/
    printf '{"id": 1}\n{"id": 2, "text": "A text of one line."}\n' >in/r.jsonl
    FAULTS=$(dirname "$DOC2PGSQL")/tests/faults.so
}
teardown() { [ -z "$FAULTS" ] || drop_database; }

# wrong KIND NUMBER WORD…: the command, of whose calls of that kind one fails
wrong() { LD_PRELOAD=$FAULTS FAULT_KIND=$1 FAULT_AT=$2 FAULT_SAID=$PWD/said timeout 60 "$DOC2PGSQL" "${@:3}"; }

@test "rows that libpq could not send whole are none, and what it could not ask is not waited for" {
    "$DOC2PGSQL" --schema=fresh load -q in || [ $? = 4 ]
    for kind in copy_data copy_end pipeline_sync; do
        for at in 1 2; do
            rm -f said
            "$DOC2PGSQL" init -q
            run wrong $kind $at load -q -j1 in
            [ -e said ]
            # a batch is tried again, what is before it is not
            same "$kind $status" "$kind $([ $kind = pipeline_sync ] && echo 8 || echo 4)"
            if [ $status = 8 ]; then
                same "${lines[-1]}" 'doc2pgsql: out of memory'
                run -4 "$DOC2PGSQL" load -q in
            fi
            same_tables articles fresh
            query 'drop schema articles, articles_internal cascade' 2>/dev/null
        done
    done
}
