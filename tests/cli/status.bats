bats_require_minimum_version 1.5.0
load ../helper

setup() { new_database; }
teardown() { drop_database; }

@test "before anything was loaded: exit code 9, and what to do" {
    run --separate-stderr "$DOC2PGSQL" status
    same "$status: $stderr" '9: doc2pgsql: there is no schema "articles" in this database: run doc2pgsql init or load'
    same "$output" ""
    "$DOC2PGSQL" init
    run --separate-stderr "$DOC2PGSQL" --schema=other status
    same "$status: $stderr" '9: doc2pgsql: there is no schema "other" in this database: run doc2pgsql init or load'
}

@test "a schema of an older version: exit code 9, and what to do" {
    "$DOC2PGSQL" init -q
    query 'delete from schema_versions where version > 14; drop view current_errors'
    run -9 "$DOC2PGSQL" status
    [[ "$output" == 'doc2pgsql: the database has version 14 of the schema, and this program needs '*': run doc2pgsql init' ]]
    run -9 "$DOC2PGSQL" ask Japan
    [[ "$output" == *'this program needs '*': run doc2pgsql init' ]]
}

@test "an empty schema" {
    run -0 "$DOC2PGSQL" init
    [[ "$output" =~ ^'The schema "articles" is ready, version '[0-9]+'.'$ ]]
    run -0 "$DOC2PGSQL" status
    [[ "$output" =~ ^'0 documents in schema "articles" (version '[0-9]+'), '[0-9]+' kB'$ ]]
    same "$("$DOC2PGSQL" init --quiet)" ""
}

@test "documents, loads and rejected articles" {
    cp "$ARTICLES"/*.txt "$BATS_TEST_TMPDIR"
    local count
    count=$(ls "$BATS_TEST_TMPDIR" | wc -l)
    "$DOC2PGSQL" load -q "$BATS_TEST_TMPDIR"
    ln -s /nonexistent "$BATS_TEST_TMPDIR/z.txt"
    run -4 "$DOC2PGSQL" load -q --follow-links "$BATS_TEST_TMPDIR"
    run -0 "$DOC2PGSQL" status
    [[ "${lines[0]}" == "$count documents in schema"* ]]
    [[ "${lines[1]}" =~ ^' '+load' '+started' '+seconds' '+new' '+changed' '+unchanged' '+rejected' '+size' '+status$ ]]
    [[ "${lines[2]}" =~ ^' '+2' '.*' 0 '+0' '+$count' '+1' '+'0 bytes'.*done ]]
    [[ "${lines[3]}" =~ ^' '+1' '.*' '+$count' '+0' '+0' '+0' '.*kB' '+done ]]
    same "${lines[4]}" "Rejected, and not loaded since (all of them: select * from current_errors):"
    same "${lines[5]}" "  load 2: $(realpath "$BATS_TEST_TMPDIR")/z.txt: can't read it: No such file or directory"
}

@test "a server that compiles questions" {
    "$DOC2PGSQL" init -q
    query 'alter database "'"$PGDATABASE"'" set jit = on'
    run -0 "$DOC2PGSQL" status
    same "${lines[1]}" "jit is on here: PostgreSQL compiles questions about frequent items, which takes longer than to answer them. Better:"
    query "${lines[2]}"
    run -0 "$DOC2PGSQL" status
    same "${#lines[@]}" 1
}

@test "a first load that was stopped leaves keys to be built" {
    "$DOC2PGSQL" load -q "$ARTICLES"
    query 'alter table paragraphs drop constraint paragraphs_pkey; drop index sections_item'
    run -0 "$DOC2PGSQL" status
    [[ "$output" == *"2 keys and indexes are missing: a first load is running, or was stopped. The next load or init builds them."* ]]
    "$DOC2PGSQL" load -q "$ARTICLES"
    run -0 "$DOC2PGSQL" status
    [[ "$output" != *missing* ]]
    same "$(query "select count(*) from pg_indexes where indexname in ('paragraphs_pkey', 'sections_item')")" 2
}
